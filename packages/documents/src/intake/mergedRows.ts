import type { MergedArea, SheetGrid } from '../xlsx/readSheet.ts'

/** A hostile sheet may merge its every row many times over. */
const MOST_PLACES = 400_000

/** Row → column → merged area, for rows with content below the headings; of a wide area only the first columns. */
export function mergedRows(
  { rows, merges }: SheetGrid,
  headingRow: number,
): ReadonlyMap<number, ReadonlyMap<number, MergedArea>> {
  const places = new Map<number, Map<number, MergedArea>>()
  const width = [...rows.values()].reduce((most, row) => Math.max(most, ...row.keys()), 0)
  const last = [...rows.keys()].reduce((most, row) => Math.max(most, row), 0)
  let count = 0
  for (const area of merges)
    for (let row = Math.max(area.top, headingRow + 1); row <= Math.min(area.bottom, last); row += 1) {
      if (!rows.has(row)) continue
      const ofRow = places.get(row) ?? new Map<number, MergedArea>()
      places.set(row, ofRow)
      for (let column = area.left; column <= Math.min(area.right, width); column += 1) {
        count += 1
        if (count > MOST_PLACES) return places
        ofRow.set(column, area)
      }
    }
  return places
}
