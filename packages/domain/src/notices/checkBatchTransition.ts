import { chineseDay } from '@anjie/calendar-cn'
import type { Batch } from '@anjie/contracts/vocabulary/honours'
import type { Membership } from '@anjie/contracts/vocabulary/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submission'
import { err, ok, type Result } from '@anjie/kernel'
import { rolesOfLevel } from '../access/rolesOfLevel.ts'
import {
  BATCH_ACTION_NAMES,
  BATCH_STATUS_NAMES,
  BATCH_TRANSITIONS,
  type BatchAction,
  type BatchTransition,
} from './batchTransitions.ts'

const transitionsOf = (member: Membership): readonly BatchTransition[] => {
  const roles = rolesOfLevel(member.roles, member.jurisdiction.level)
  return BATCH_TRANSITIONS.filter(
    ({ by }) => by !== 'system' && by.level === member.jurisdiction.level && roles.includes(by.role),
  )
}

/** May this member do this to the list now? */
export function checkBatchTransition(
  batch: Batch,
  action: BatchAction,
  member: Membership,
): Result<BatchTransition, Problem> {
  const step = transitionsOf(member).find((each) => each.action === action)
  if (step === undefined || batch.province !== member.jurisdiction.code) {
    return err({ code: 'not-permitted', detail: `${member.post}不能办理“${BATCH_ACTION_NAMES[action]}”` })
  }
  if (step.from === batch.status) {
    return batch.entries.length > 0 ? ok(step) : err({ code: 'batch-empty', detail: `“${batch.name}”还没有列入单位` })
  }
  if (action === 'decide-naming' && (batch.status === 'collecting' || batch.status === 'on-notice')) {
    const until = batch.notice === undefined ? '尚未公示' : `公示至${chineseDay(batch.notice.endsOn)}结束`
    return err({ code: 'notice-not-closed', detail: `${until}，期满后方可命名` })
  }
  return err({
    code: 'transition-not-allowed',
    detail: `该名单现为“${BATCH_STATUS_NAMES[batch.status]}”，不能${BATCH_ACTION_NAMES[action]}`,
  })
}

/** Every action that this post has on lists, with the reason where it may not be used on this one now. */
export const allowedBatchActions = (batch: Batch, member: Membership): AllowedAction[] =>
  transitionsOf(member).map(({ action }) => {
    const answer = checkBatchTransition(batch, action, member)
    return answer.ok ? { action, allowed: true } : { action, allowed: false, reason: answer.error.detail }
  })
