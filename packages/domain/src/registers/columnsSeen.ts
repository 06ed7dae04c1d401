import type { RegisterColumn, RegisterDefinition } from '@anjie/contracts/vocabulary/registers/register'
import type { Cells } from '@anjie/contracts/vocabulary/registers/registerRow'

/** Who looks at rows, by the level of the post. */
export type RowViewer = 'unit' | 'county' | 'city' | 'province'

/** Columns of a register that this level sees: its holder sees all that it fills. */
export const columnsSeenBy = (
  { rowsOf, columns }: Pick<RegisterDefinition, 'rowsOf' | 'columns'>,
  viewer: RowViewer,
): readonly RegisterColumn[] =>
  columns.filter(({ seenBy }) => {
    if (seenBy === 'everybody') return true
    // A unit that fills the row sees what it fills; the county keeps what is filled in it.
    if (viewer === 'unit') return rowsOf === 'unit' && seenBy === 'filler'
    return seenBy === 'above-units' || viewer === 'county'
  })

/** Cells without those of columns that are not seen. */
export function cellsSeen(cells: Cells, seen: readonly Pick<RegisterColumn, 'code'>[]): Cells {
  const codes = new Set<string>(seen.map(({ code }) => code))
  return Object.fromEntries(Object.entries(cells).filter(([code]) => codes.has(code)))
}
