import type { TimelinePage } from '@anjie/contracts/facts/envelope'
import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import { isOwnAssessor } from '@anjie/domain/schemes/assessor'
import type { QueryContext } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'

/** The steps of a cycle. Outside its own commission nothing is told of runs that were not released. */
export const cycleTimeline = (
  { store, member }: QueryContext,
  cycle: CycleHead,
  before?: number,
): Promise<TimelinePage> =>
  timelineOf(store, 'cycle', cycle.id, {
    ...(before === undefined ? {} : { before }),
    ...(isOwnAssessor(cycle, member)
      ? {}
      : { isShown: ({ type }) => type !== 'CycleScored' && type !== 'ScoringStarted' }),
  })
