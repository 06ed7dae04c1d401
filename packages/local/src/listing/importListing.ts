import { MAX_PLATFORM_ROWS, RowsAnswer } from '@anjie/contracts/platform/command'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { ListingRow } from '@anjie/contracts/vocabulary/honours/listingRow'
import type { InvokePlatform } from '../platformFunction.ts'
import type { Listing } from './readListing.ts'

export interface ImportReport {
  readonly created: number
  readonly unchanged: number
  /** Lines that were not imported, in the order of the file, each with why. */
  readonly refused: readonly { readonly row: number; readonly reason: string }[]
  /** Lines of other provinces that were left out because it was asked for. */
  readonly leftOut: readonly { readonly row: number; readonly place: string }[]
}

/**
 * 导入公开名单 into the system behind `invoke`: loads the province's divisions, then its titles in parts. Everything is safe to
 * repeat; a second run reports the same lines as unchanged. A line whose city this province does not have is refused like any
 * other, because it may be misspelt; `leave` names the cities of other provinces whose lines are not wanted.
 */
export async function importListing(
  listing: Listing,
  divisions: DivisionTree,
  invoke: InvokePlatform,
  leave: ReadonlySet<string> = new Set(),
): Promise<ImportReport> {
  const isOther = ({ city }: ListingRow): boolean => leave.has(city)
  const here = listing.rows.filter((row) => !isOther(row))
  const leftOut = listing.rows.filter(isOther).map(({ row, city, county }) => ({ row, place: `${city}${county}` }))

  await mustDo(invoke, { command: 'loadDivisions', divisions })
  let created = 0
  let unchanged = 0
  const refused = [...listing.refused]
  for (const rows of parts(here)) {
    const answer = RowsAnswer.parse(
      await mustDo(invoke, { command: 'importTitles', province: divisions.province.code, rows }),
    )
    created += answer.created
    unchanged += answer.unchanged
    refused.push(...answer.refused)
  }
  return { created, unchanged, refused: refused.toSorted((one, other) => one.row - other.row), leftOut }
}

async function mustDo(invoke: InvokePlatform, command: Parameters<InvokePlatform>[0]) {
  const answer = await invoke(command)
  if (!answer.ok) throw new Error(answer.detail)
  return answer
}

function parts(rows: readonly ListingRow[]): ListingRow[][] {
  const made: ListingRow[][] = []
  for (let start = 0; start < rows.length; start += MAX_PLATFORM_ROWS) {
    made.push(rows.slice(start, start + MAX_PLATFORM_ROWS))
  }
  return made
}
