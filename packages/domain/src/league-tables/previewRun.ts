import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { beijingDay, err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { permitRunAction, type RunSetting } from './runTransitions.ts'

export interface PreviewedRun {
  readonly run: Decision<ScoreRunRecord, 'RunPreviewed'>
  readonly cycle: Decision<CycleHead, 'CyclePreviewed'>
}

/** 开放预览: every subject sees its own row and may correct or challenge it. */
export function previewRun(
  state: ScoreRunRecord,
  setting: RunSetting,
  member: Membership,
  now: string,
  appealsUntil: PlainDate,
): Result<PreviewedRun, Problem> {
  const permitted = permitRunAction(state, 'preview', member, setting)
  if (!permitted.ok) return permitted
  if (appealsUntil < beijingDay(now))
    return err({ code: 'invalid-input', detail: '更正申诉截止日不能早于今天', pointer: '/appealsUntil' })
  return ok({
    run: { next: { ...state, status: permitted.value.to[0] }, fact: { type: 'RunPreviewed', details: {} } },
    cycle: {
      next: { ...setting.cycle, status: 'preview', previewedRun: state.id, appealsUntil, updatedAt: now },
      fact: { type: 'CyclePreviewed', details: { appealsUntil } },
    },
  })
}
