import type { Cycle, ScoreRunRecord } from '@anjie/contracts/vocabulary/assessment'
import type { Membership } from '@anjie/contracts/vocabulary/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { permitRunAction } from './runTransitions.ts'

export interface PreviewedRun {
  readonly run: Decision<ScoreRunRecord, 'RunPreviewed'>
  readonly cycle: Decision<Cycle, 'CyclePreviewed'>
}

/** 开放预览: every county sees its own row and may correct or challenge it. */
export function previewRun(
  state: ScoreRunRecord,
  cycle: Cycle,
  member: Membership,
  now: string,
): Result<PreviewedRun, Problem> {
  const permitted = permitRunAction(state, 'preview', member, cycle)
  if (!permitted.ok) return permitted
  return ok({
    run: { next: { ...state, status: permitted.value.to[0] }, fact: { type: 'RunPreviewed', details: {} } },
    cycle: {
      next: { ...cycle, status: 'preview', previewedRun: state.id, updatedAt: now },
      fact: { type: 'CyclePreviewed', details: {} },
    },
  })
}
