import type { getScoring as operation } from '@anjie/contracts/operations/league-tables'
import { isOwnAssessor } from '@anjie/domain/schemes/assessor'
import { err, ok } from '@anjie/kernel'
import { findRecord, notFound } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { SUBJECTS_IN_PIECE } from './carryOutScoring.ts'

/** How far the run is that is being worked out, for the commission whose it is. */
export const getScoring: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context, { params }) => {
  const found = await findRecord(context, 'cycle', params.cycleId)
  if (!found.ok) return found
  const { state } = found.value
  if (!isOwnAssessor(state, context.member)) return err(notFound('cycle'))
  const { scoring, latestRun = null, subjectCount: all } = state
  if (scoring === undefined) return ok({ running: null, latestRun })
  const pieces = await context.store.finishedPieces('run', scoring.runId)
  return ok({
    running: { ...scoring, done: Math.min(pieces.size * SUBJECTS_IN_PIECE, all), all },
    latestRun,
  })
}
