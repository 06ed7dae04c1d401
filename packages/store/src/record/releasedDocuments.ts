import { CatalogueUse } from '@anjie/contracts/vocabulary/catalogue/catalogueItem'
import { Standings } from '@anjie/contracts/vocabulary/home/standing'
import { TitleTally } from '@anjie/contracts/vocabulary/honours/titleTally'
import { ReleasedTable } from '@anjie/contracts/vocabulary/league-tables/run'
import { Scorecard } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import { ReleasedNotice } from '@anjie/contracts/vocabulary/notices/batch'
import { honoursOf, ownerOf } from '@anjie/domain/access/index'
import { unitOfSubject } from '@anjie/domain/cycles/unitOfSubject'
import { ownerOfCode, viewKeys } from '@anjie/projections/viewKeys'
import type { CommandStore } from '@anjie/use-cases/commandStore'
import { ownOwner } from '../keys.ts'
import { progressOwner, readProgress, readSettledCounts } from '../settled.ts'
import { documentOfItem } from '../viewItems.ts'
import type { OpenRecords } from './openRecords.ts'

/** Schemes that took one item: a province and each of its counties have a few a year. */
const MOST_USES = 1000

/** What is read of a cycle and of a notice without opening their records: progress, and what was released. */
export function releasedDocuments({
  tables,
  from,
  reach,
}: OpenRecords): Pick<
  CommandStore,
  | 'settledCounts'
  | 'progress'
  | 'catalogueUses'
  | 'titleTallies'
  | 'standings'
  | 'releasedTable'
  | 'releasedNotice'
  | 'releasedScorecard'
> {
  return {
    settledCounts: (cycleId, divisions) => readSettledCounts(tables, from, cycleId, divisions),

    progress: async (cycleId, of) => {
      const owner = progressOwner(from, cycleId)
      return owner === undefined ? undefined : readProgress(tables, owner, cycleId, of)
    },

    standings: async () => {
      const { items } = await tables.query('views', viewKeys.standing(ownOwner(from)))
      const documentOf = (whose: string) => {
        const item = items.find(({ sk }) => sk === `${whose}#`)
        return item === undefined ? null : documentOfItem(item)
      }
      return Standings.parse({ own: documentOf('own'), below: documentOf('below') })
    },

    catalogueUses: async (code) => {
      // Which schemes there are is no business of a single unit.
      if (from.level === 'unit') return []
      const { items } = await tables.query('views', viewKeys.catalogueUses(from.province, code), { limit: MOST_USES })
      return items.flatMap((item) => (item['document'] === undefined ? [] : [CatalogueUse.parse(documentOfItem(item))]))
    },

    titleTallies: async () => {
      if (from.level === 'unit') return []
      const bound = honoursOf(from)
      const tallies: TitleTally[] = []
      let after: string | undefined
      do {
        const page = await tables.query('views', viewKeys.titleTallies(ownOwner(from)), {
          ...(after === undefined ? {} : { after }),
        })
        tallies.push(...page.items.map((item) => TitleTally.parse(documentOfItem(item))))
        after = page.next
      } while (after !== undefined)
      if (bound === undefined) return tallies
      return tallies.map(({ counts, ...tally }) => ({
        ...tally,
        counts: counts.filter(({ honour }) => bound.some((each) => each === honour)),
      }))
    },

    releasedTable: async (cycleId) => {
      // The table tells of everybody; a unit is told of itself.
      if (from.level === 'unit') return undefined
      const owner = ownerOf('cycle', cycleId)
      if (owner === undefined || !reach(from, 'read', 'cycle', owner)) return undefined
      const item = await tables.get('views', viewKeys.leagueTable(owner, cycleId))
      return item === undefined ? undefined : ReleasedTable.parse(documentOfItem(item))
    },

    releasedNotice: async (batchId) => {
      const owner = ownerOf('batch', batchId)
      if (owner === undefined || owner.code !== from.province) return undefined
      const item = await tables.get('views', viewKeys.notice(owner, batchId))
      return item === undefined ? undefined : ReleasedNotice.parse(documentOfItem(item))
    },

    releasedScorecard: async (cycleId, unit) => {
      const own = ownOwner(from)
      const subject = unit ?? own.code
      // A county reads its units' and posts' as well; a unit its own and its posts', and no other.
      if (
        subject !== own.code &&
        unitOfSubject(subject) !== own.code &&
        !(from.level === 'county' && ownerOf('unit', subject)?.code === from.county)
      )
        return undefined
      const item = await tables.get('views', viewKeys.scorecard(ownerOfCode(subject), cycleId, subject))
      return item === undefined ? undefined : Scorecard.parse(documentOfItem(item))
    },
  }
}
