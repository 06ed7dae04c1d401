import { MAX_PLATFORM_ROWS, RowsAnswer } from '@anjie/contracts/platform/command'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { ListingRow } from '@anjie/contracts/vocabulary/honours/listingRow'
import type { InvokePlatform } from '../platformFunction.ts'
import type { Listing } from './readListing.ts'

export interface ImportReport {
  readonly created: number
  readonly unchanged: number
  /** Lines of this province that were not understood. */
  readonly refused: readonly { readonly row: number; readonly reason: string }[]
  /** Lines of places whose province's divisions were not loaded here: no fault of theirs. */
  readonly elsewhere: readonly { readonly row: number; readonly place: string }[]
}

/**
 * 导入公开名单 into the system behind `invoke`: loads the province's divisions, then its titles in parts. Everything is safe to
 * repeat; a second run reports the same lines as unchanged.
 */
export async function importListing(
  listing: Listing,
  divisions: DivisionTree,
  invoke: InvokePlatform,
): Promise<ImportReport> {
  const cities = new Set(divisions.cities.map(({ name }) => name))
  const here = listing.rows.filter(({ city }) => cities.has(city))
  const elsewhere = listing.rows
    .filter(({ city }) => !cities.has(city))
    .map(({ row, city, county }) => ({ row, place: `${city}${county}` }))

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
  return { created, unchanged, refused, elsewhere }
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
