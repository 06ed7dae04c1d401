import { OPERATIONS } from '@anjie/contracts/operations/index'
import { assessorCode } from '@anjie/domain/schemes/assessor'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useApi } from '../../../app/api/ApiContext.ts'
import type { ApiProblem } from '../../../ui/apiProblem.ts'
import { type EarlierTable, earlierCycles } from './earlierCycles.ts'

/** Cycles that are looked at in search of those of the same kind: ten years of quarters. */
const MOST_LOOKED_AT = 40

export interface EarlierTables {
  /** Until when the figures of the cycle itself go. */
  readonly dataTo: string
  readonly tables: readonly EarlierTable[]
}

/** The published tables before a cycle, of the same commission's cycles for the same kind of subject and as long as itself; oldest first. They never change once they are published. */
export function useEarlierTables(cycleId: string | undefined): UseQueryResult<EarlierTables, ApiProblem> {
  const api = useApi()
  return useQuery<EarlierTables, ApiProblem>({
    queryKey: ['earlier-tables', cycleId ?? ''],
    enabled: cycleId !== undefined && cycleId !== '',
    staleTime: 10 * 60_000,
    queryFn: async ({ signal }) => {
      const [own, list] = await Promise.all([
        api.call(OPERATIONS.getCycle, { params: { cycleId: cycleId ?? '' } }, { signal }),
        api.call(OPERATIONS.listCycles, {}, { signal }),
      ])
      const published = list.rows
        .filter(
          (row) =>
            row.status === 'final' &&
            row.id !== own.state.id &&
            row.id.startsWith(`${assessorCode(own.state)}.`) &&
            row.fields.subjectKind === own.state.subjectKind,
        )
        .toSorted((a, b) => b.fields.year - a.fields.year)
        .slice(0, MOST_LOOKED_AT)
      const cycles = await Promise.all(
        published.map(
          async (row) => (await api.call(OPERATIONS.getCycle, { params: { cycleId: row.id } }, { signal })).state,
        ),
      )
      const tables = await Promise.all(
        earlierCycles(own.state, cycles).map(async ({ id, name, dataTo }): Promise<EarlierTable> => {
          const { rows } = await api.call(OPERATIONS.getLeagueTable, { params: { cycleId: id } }, { signal })
          return { cycleId: id, cycleName: name, dataTo, rows }
        }),
      )
      return { dataTo: own.state.dataTo, tables }
    },
  })
}
