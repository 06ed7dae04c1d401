import { dayText } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { beijingDay, err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { permitRunAction, type RunSetting } from './runTransitions.ts'

export interface PublishedRun {
  readonly run: Decision<ScoreRunRecord, 'RunPublished'>
  readonly cycle: Decision<CycleHead, 'CycleFinalised'>
}

/** 公布: the run becomes the cycle's result, and the cycle takes no more figures. */
export function publishRun(
  state: ScoreRunRecord,
  setting: RunSetting,
  member: Membership,
  now: string,
  earlyReason: string | undefined,
): Result<PublishedRun, Problem> {
  const permitted = permitRunAction(state, 'publish', member, setting)
  if (!permitted.ok) return permitted
  const until = setting.cycle.appealsUntil
  const isEarly = until !== undefined && beijingDay(now) <= until
  // A table that stands is never changed again: who could still have appealed loses the right to.
  if (isEarly && earlyReason === undefined)
    return err({ code: 'appeal-window-open', detail: `被考评单位可以申诉到${dayText(until)}`, pointer: '/earlyReason' })
  const { scoring: _over, ...rest } = setting.cycle
  const sealed = state.seal === undefined ? {} : { seal: state.seal }
  return ok({
    run: {
      next: { ...state, status: permitted.value.to[0] },
      fact: {
        type: 'RunPublished',
        details: {
          resultHash: state.resultHash,
          ...sealed,
          ...(isEarly && earlyReason !== undefined ? { earlyReason } : {}),
        },
      },
    },
    cycle: {
      next: { ...rest, status: 'final', publishedRun: state.id, updatedAt: now },
      fact: { type: 'CycleFinalised', details: { resultHash: state.resultHash, ...sealed } },
    },
  })
}
