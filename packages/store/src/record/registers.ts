import { LeafTally } from '@anjie/contracts/vocabulary/registers/leafTally'
import { ownerOf } from '@anjie/domain/access/index'
import { leafIdOf } from '@anjie/domain/registers/registerIds'
import { ownerOfCode, viewKeys } from '@anjie/projections/viewKeys'
import type { CommandStore } from '@anjie/use-cases/commandStore'
import { documentOfItem } from '../viewItems.ts'
import type { OpenRecords } from './openRecords.ts'

/** 台账页小计 of a county or a unit. */
export function registers({ tables, from, reach }: OpenRecords): Pick<CommandStore, 'leafTallies'> {
  return {
    leafTallies: async (ref) => {
      const owner = ownerOf('register-leaf', leafIdOf(ref, 1))
      if (owner === undefined || !reach(from, 'read', 'register-leaf', owner)) return []
      // What a unit keeps lies with the unit, which reads no county's; those above read it with the county's.
      const place = from.level === 'unit' ? ownerOfCode(from.unit) : ownerOfCode(owner.code)
      const tallies: LeafTally[] = []
      let after: string | undefined
      do {
        const page = await tables.query('views', viewKeys.leafTallies(place, ref.register), {
          skPrefix: `${ref.period}#`,
          ...(after === undefined ? {} : { after }),
        })
        for (const item of page.items) {
          const tally = LeafTally.parse(documentOfItem(item))
          if (owner.unit === undefined || tally.holder === ref.holder) tallies.push(tally)
        }
        after = page.next
      } while (after !== undefined)
      return tallies
    },
  }
}
