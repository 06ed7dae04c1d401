import { UncertifiedTitle } from '@anjie/contracts/vocabulary/honours/certificate'
import { LogCandidate } from '@anjie/contracts/vocabulary/public-log/publicLog'
import { viewKeys } from '@anjie/projections/viewKeys'
import type { CommandStore } from '@anjie/use-cases/commandStore'
import type { Item } from '../tables.ts'
import type { OpenRecords } from './openRecords.ts'

/** What waits for the function that signs. A line that does not have its shape is passed over; `anjie rebuild` makes it anew. */
export function signing({
  tables,
  from: { province },
}: OpenRecords): Pick<CommandStore, 'unlogged' | 'loggedAmong' | 'uncertified'> {
  const open = (pk: string, limit: number): Promise<readonly Item[]> => tables.range(pk, { from: '0', to: '~', limit })
  return {
    unlogged: async (limit) =>
      (await open(viewKeys.unlogged(province), limit)).flatMap(
        ({ row }) => LogCandidate.safeParse(read(row)).data ?? [],
      ),

    loggedAmong: async (factIds) => {
      const items = await tables.getMany(
        'views',
        factIds.map((id) => viewKeys.loggedLine(province, id)),
      )
      return new Set(items.map(({ sk }) => String(sk).slice(0, -1)))
    },

    uncertified: async (limit) =>
      (await open(viewKeys.uncertified(province), limit)).flatMap(
        ({ row }) => UncertifiedTitle.safeParse(read(row)).data ?? [],
      ),
  }
}

function read(row: unknown): unknown {
  try {
    return JSON.parse(String(row))
  } catch {
    return undefined
  }
}
