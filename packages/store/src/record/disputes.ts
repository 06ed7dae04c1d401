import { DisputeTally, OpenDoubt } from '@anjie/contracts/vocabulary/disputes/dispute'
import { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { ownerOfCode, viewKeys } from '@anjie/projections/viewKeys'
import type { CommandStore } from '@anjie/use-cases/commandStore'
import type { OpenRecords } from './openRecords.ts'

const AT_ONCE = 500

/** 纠纷小计 and pairs that wait, of one county. */
export function disputes({ tables, from, reach }: OpenRecords): Pick<CommandStore, 'disputeTallies' | 'openDoubts'> {
  const isReached = (county: string): boolean =>
    CountyCode.safeParse(county).success && reach(from, 'read', 'dispute', { level: 'county', code: county })
  return {
    disputeTallies: async (county, { from: first, to }) => {
      if (!isReached(county)) return []
      const pk = viewKeys.disputes(ownerOfCode(county))
      const found: DisputeTally[] = []
      const end = viewKeys.disputeDayEnd(to)
      let begin = viewKeys.disputeDay(first, '')
      for (;;) {
        const items = await tables.range(pk, { from: begin, to: end, limit: AT_ONCE })
        for (const { row } of items) {
          const tally = DisputeTally.safeParse(JSON.parse(String(row)))
          if (tally.success) found.push(tally.data)
        }
        const last = items.at(-1)?.['openKey']
        if (items.length < AT_ONCE || last === undefined) return found
        begin = `${String(last)}~`
      }
    },

    openDoubts: async (county, limit) => {
      if (!isReached(county)) return []
      const items = await tables.range(viewKeys.openDoubts(ownerOfCode(county)), { from: '0', to: '~', limit })
      return items.flatMap(({ row }) => OpenDoubt.safeParse(JSON.parse(String(row))).data?.id ?? [])
    },
  }
}
