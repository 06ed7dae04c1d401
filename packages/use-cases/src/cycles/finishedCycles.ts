import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import { type Assessor, assessorLevel, isSameAssessor } from '@anjie/domain/schemes/assessor'
import type { RecordStore } from '../ports.ts'

/** The cycles of one commission whose result stands. */
export async function finishedCycles(
  store: RecordStore,
  assessor: Assessor,
): Promise<(CycleHead & { readonly publishedRun: string })[]> {
  const rows =
    assessorLevel(assessor) === 'county' && assessor.county !== undefined
      ? await store.listOfCounty('cycle', assessor.county)
      : await store.listProvincial('cycle')
  const found = await store.getMany(
    'cycle',
    rows.filter((row) => row.status === 'final').map((row) => row.id),
  )
  return [...found.values()].flatMap(({ state }) =>
    state.publishedRun !== undefined && isSameAssessor(state, assessor)
      ? [{ ...state, publishedRun: state.publishedRun }]
      : [],
  )
}
