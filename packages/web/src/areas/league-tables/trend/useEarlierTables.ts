import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { hasSameRules } from '@anjie/domain/schemes/schemeDifference'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useApi } from '../../../app/api/ApiContext.ts'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import type { ApiProblem } from '../../../ui/apiProblem.ts'
import { type EarlierTable, earlierCycles } from './earlierCycles.ts'

/** Cycles that are looked at in search of those of the same kind: ten years of quarters. */
const MOST_LOOKED_AT = 40

/** The cycle of the table on the page, as its own answer tells it. */
export type TrendCycle = Answer<(typeof OPERATIONS)['getLeagueTable']>['cycle']

export interface EarlierTables {
  readonly tables: readonly EarlierTable[]
  /** Whether the newest of them was scored by the cycle's own rules. */
  readonly sameRules: boolean
}

/** The published tables before a cycle, of the same commission's cycles for the same kind of subject and as long as itself; oldest first. They never change once they are published. */
export function useEarlierTables(own: TrendCycle): UseQueryResult<EarlierTables, ApiProblem> {
  const api = useApi()
  return useQuery<EarlierTables, ApiProblem>({
    queryKey: ['earlier-tables', own.id],
    staleTime: 10 * 60_000,
    queryFn: async ({ signal }) => {
      const list = await api.call(OPERATIONS.listCycles, {}, { signal })
      const published = list.rows
        .filter(
          (row) =>
            row.status === 'final' &&
            row.id !== own.id &&
            row.id.startsWith(`${own.assessor}.`) &&
            row.fields.subjectKind === own.subjectKind,
        )
        .toSorted((a, b) => b.fields.year - a.fields.year)
        .slice(0, MOST_LOOKED_AT)
      const cycles = await Promise.all(
        published.map(
          async (row) => (await api.call(OPERATIONS.getCycle, { params: { cycleId: row.id } }, { signal })).state,
        ),
      )
      const earlier = earlierCycles(own, cycles)
      const chain = [...earlier, own]
      const schemeIds = [...new Set(chain.map(({ schemeId }) => schemeId))]
      const [released, schemes] = await Promise.all([
        Promise.all(
          earlier.map(({ id }) => api.call(OPERATIONS.getLeagueTable, { params: { cycleId: id } }, { signal })),
        ),
        // One scheme needs no comparison.
        Promise.all(
          (schemeIds.length > 1 ? schemeIds : []).map(
            async (schemeId) =>
              [
                schemeId,
                (await api.call(OPERATIONS.getScheme, { params: { schemeId } }, { signal })).state.scheme,
              ] as const,
          ),
        ),
      ])
      const schemeOf = new Map<string, Scheme>(schemes)
      const isLikeBefore = chain.map(({ schemeId }, index) => {
        const before = chain[index - 1]
        if (before === undefined || before.schemeId === schemeId) return before !== undefined
        const [one, other] = [schemeOf.get(before.schemeId), schemeOf.get(schemeId)]
        return one !== undefined && other !== undefined && hasSameRules(one, other)
      })
      const tables = earlier.map(
        ({ id, name, dataTo }, index): EarlierTable => ({
          cycleId: id,
          cycleName: name,
          dataTo,
          rows: released[index]?.rows ?? [],
          sameRules: isLikeBefore[index] ?? false,
        }),
      )
      return { tables, sameRules: isLikeBefore[earlier.length] ?? false }
    },
  })
}
