import type { Appeal } from '@anjie/contracts/vocabulary/appeals/appeal'
import type { Scorecard } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import type { Decision } from '../decision.ts'
import { isPutRight } from './isPutRight.ts'

/**
 * What a new run means for an answered appeal: one that was upheld is corrected by other figures, and open again when a later run
 * has the challenged ones once more. `null`: nothing, also where somebody said why the figures stay.
 */
export function followRun(
  state: Appeal,
  scorecard: Pick<Scorecard, 'runId' | 'receipts'>,
  now: string,
): Decision<Appeal, 'AppealCorrected' | 'AppealReopened'> | null {
  const receipt = scorecard.receipts.find(({ node }) => node === state.receipt.node)
  const isRight = receipt !== undefined && isPutRight(state.receipt, receipt)
  if (state.status === 'upheld' && isRight) {
    const change = `${state.receipt.points ?? '无得分'} → ${receipt.points ?? '无得分'}`
    return {
      next: {
        ...state,
        status: 'corrected',
        correction: { runId: scorecard.runId, points: receipt.points },
        updatedAt: now,
      },
      fact: { type: 'AppealCorrected', details: { indicator: state.receipt.name, points: change } },
    }
  }
  if (state.status === 'corrected' && state.correction !== undefined && 'runId' in state.correction && !isRight) {
    const { correction: _undone, ...rest } = state
    return {
      next: { ...rest, status: 'upheld', updatedAt: now },
      fact: { type: 'AppealReopened', details: { indicator: state.receipt.name } },
    }
  }
  return null
}
