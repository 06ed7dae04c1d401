import type { PlanCounts, PlannedImportRow, RowFault } from '@anjie/contracts/vocabulary/intake/importBatch'

/** Rows that change something in the order in which they are carried out; within a stage as in the file. */
export const inCarryingOrder = (rows: readonly PlannedImportRow[]): readonly PlannedImportRow[] =>
  rows
    .filter(({ effect }) => effect === 'new' || effect === 'changed')
    .map((row, at) => ({ row, at }))
    .sort((one, other) => one.row.stage - other.row.stage || one.at - other.at)
    .map(({ row }) => row)

export function planCounts(rows: readonly PlannedImportRow[], passedOver: number): PlanCounts {
  const count = (effect: PlannedImportRow['effect']) => rows.filter((row) => row.effect === effect).length
  return {
    new: count('new'),
    changed: count('changed'),
    same: count('same'),
    refused: count('refused'),
    passedOver,
  }
}

/** What the reader could not take, row by row. */
export function refusedRows(faults: readonly RowFault[]): readonly PlannedImportRow[] {
  const byRow = new Map<string, RowFault[]>()
  for (const fault of faults) {
    const key = `${fault.sheet}\n${fault.row}`
    byRow.set(key, [...(byRow.get(key) ?? []), fault])
  }
  return [...byRow.values()].flatMap((own) => {
    const [first] = own
    return first === undefined
      ? []
      : [
          {
            sheet: first.sheet,
            row: first.row,
            effect: 'refused' as const,
            title: '',
            changes: [],
            faults: own,
            stage: 0,
          },
        ]
  })
}

/** How much of a part's text is written at once: with its keys it stays well below what one item takes. */
const PART_CHARACTERS = 250_000
const PART_ROWS = 200

/** Cuts rows into parts that one item takes; a row that alone is too much is answered with its place. */
export function cutIntoParts<R>(rows: readonly R[]): {
  readonly parts: readonly R[][]
  readonly tooLarge: readonly R[]
} {
  const parts: R[][] = []
  const tooLarge: R[] = []
  let part: R[] = []
  let characters = 0
  for (const row of rows) {
    const size = JSON.stringify(row).length
    if (size > PART_CHARACTERS) {
      tooLarge.push(row)
      continue
    }
    if (part.length === PART_ROWS || characters + size > PART_CHARACTERS) {
      if (part.length > 0) parts.push(part)
      part = []
      characters = 0
    }
    part.push(row)
    characters += size
  }
  if (part.length > 0) parts.push(part)
  return { parts, tooLarge }
}
