import { readerPrefix } from '@anjie/projections/home/homeLine'
import { type Place, viewKeys } from '@anjie/projections/viewKeys'
import type { CommandStore } from '@anjie/use-cases/commandStore'
import { ownOwner } from '../keys.ts'
import { handledRowOfItem, homeRowOfItem, timedRowOfItem } from '../viewItems.ts'
import type { OpenRecords } from './openRecords.ts'

/** Lines of home pages: what is to be done, what happened, and what was done. */
export function homeLines({
  tables,
  from,
}: OpenRecords): Pick<CommandStore, 'homeRows' | 'timedRows' | 'turnLines' | 'handledRows' | 'findHandled'> {
  return {
    homeRows: async (whose, range) => {
      const own = ownOwner(from)
      const owner: Place = whose === 'own' ? own : { level: 'province', code: from.province }
      const items = await tables.range(viewKeys.home(owner, whose === 'province'), range)
      return items.flatMap((item) => homeRowOfItem(item) ?? [])
    },

    timedRows: async (whose, reader, { since, before, limit }) => {
      const own = ownOwner(from)
      const owner: Place = whose === 'own' ? own : { level: 'province', code: from.province }
      const prefix = readerPrefix(reader)
      const items = await tables.range(viewKeys.home(owner, whose === 'province'), {
        order: 'byTime',
        // Keys of that very instant go on with `#`, which comes before.
        from: since === undefined ? prefix : `${prefix}${since}~`,
        // The key without its last delimiter comes just before it.
        to: before === undefined ? `${prefix}~` : `${prefix}${before.slice(0, -1)}`,
        limit,
        newestFirst: true,
      })
      return items.flatMap((item) => timedRowOfItem(prefix, item) ?? [])
    },

    turnLines: async (cases) => {
      const items = await tables.getMany(
        'views',
        cases.map(({ kind, id }) => viewKeys.homeLine(ownOwner(from), false, kind, id, 'turn')),
      )
      return items.flatMap((item) => homeRowOfItem(item) ?? [])
    },

    handledRows: async (before, limit) => {
      const items = await tables.range(viewKeys.handled(ownOwner(from)), {
        from: '0',
        to: before,
        limit,
        newestFirst: true,
      })
      return items.flatMap((item) => handledRowOfItem(item) ?? [])
    },

    findHandled: async (kind, id) => {
      const item = await tables.get('views', viewKeys.handledRow(ownOwner(from), kind, id))
      return item === undefined ? undefined : handledRowOfItem(item)
    },
  }
}
