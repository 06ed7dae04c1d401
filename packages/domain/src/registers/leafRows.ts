import type { RegisterLeaf, RegisterRow, RowId } from '@anjie/contracts/vocabulary/registers/registerRow'
import { rowIdOf } from './registerIds.ts'

/** The rows of a leaf that are there, in their order. */
export function leafRows({ id, holder, rows }: RegisterLeaf): readonly RegisterRow[] {
  return Object.keys(rows)
    .sort()
    .flatMap((place) => {
      const row = rows[place]
      if (row === undefined || row.removed !== undefined) return []
      const { cells, names, from, until, version, at } = row
      return {
        id: rowIdOf(id, place) as RowId,
        holder,
        version,
        cells,
        ...(names === undefined ? {} : { names }),
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until }),
        at,
      }
    })
}
