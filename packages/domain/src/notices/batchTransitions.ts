import { chineseDay } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Batch, BatchStatus } from '@anjie/contracts/vocabulary/notices/batch'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import { err, type Result } from '@anjie/kernel'
import { allowedBy, permit, type StatusOwner, type Transition, type Workflow } from '../workflow/transition.ts'

/** What somebody does to a list. The end of a notice follows from time, the end of naming from work done. */
export const BATCH_ACTIONS = ['open-notice', 'decide-naming'] as const
export type BatchAction = (typeof BATCH_ACTIONS)[number]

export const BATCH_STATUS_NAMES = {
  collecting: '拟定名单',
  'on-notice': '公示中',
  'notice-closed': '公示期满',
  naming: '正在命名',
  named: '已命名',
} as const satisfies Record<BatchStatus, string>

/** In whose hands a list is. While it is on notice or being named it is the clock's, and in nobody's queue. */
export const BATCH_OWNERS: Readonly<Record<BatchStatus, StatusOwner | null>> = {
  collecting: { level: 'province', role: 'province-admin', verb: '开始公示' },
  'on-notice': null,
  'notice-closed': { level: 'province', role: 'province-admin', verb: '作出命名决定' },
  naming: null,
  named: null,
}

type BatchGuard = 'not-empty' | 'not-own-proposal'
type BatchTransition = Transition<BatchAction, BatchStatus, BatchGuard>

const ADMIN = {
  level: 'province',
  role: 'province-admin',
  guards: ['not-empty', 'not-own-proposal'],
  changes: ['province-admin'],
} as const

/** The one table of what may happen to a list. */
export const BATCH_WORKFLOW: Workflow<BatchAction, BatchStatus, BatchGuard> = {
  recordName: '名单',
  statusNames: BATCH_STATUS_NAMES,
  actionNames: { 'open-notice': '开始公示', 'decide-naming': '作出命名决定' },
  transitions: [
    { from: 'collecting', action: 'open-notice', to: ['on-notice'], ...ADMIN, tells: ['county', 'city', 'province'] },
    { from: 'notice-closed', action: 'decide-naming', to: ['naming'], ...ADMIN, tells: [] },
  ],
}

const checkGuard =
  (state: Batch, member: Membership) =>
  (guard: BatchGuard): Problem | null => {
    switch (guard) {
      case 'not-empty':
        return state.entries.some(({ left }) => left === undefined)
          ? null
          : {
              code: 'batch-empty',
              detail: state.entries.length > 0 ? `“${state.name}”的单位都已移出` : `“${state.name}”还没有列入单位`,
            }
      // 经办与批准分开: who puts a unit on the list does not also publish or name it, whatever roles one membership holds.
      case 'not-own-proposal':
        return state.entries.some(({ proposedBy }) => proposedBy === member.personId)
          ? { code: 'conflict-of-interest', detail: '名单中有您本人列入的单位，公示和命名应由其他人员办理' }
          : null
    }
  }

/** The line of the table by which this person may do this now, or the refusal. */
export function permitBatchAction(
  state: Batch,
  action: BatchAction,
  member: Membership,
): Result<BatchTransition, Problem> {
  const permitted = permit(
    BATCH_WORKFLOW,
    state.status,
    action,
    member,
    () => state.province,
    checkGuard(state, member),
  )
  const early = state.status === 'collecting' || state.status === 'on-notice'
  if (permitted.ok || action !== 'decide-naming' || !early) return permitted
  if (permitted.error.code !== 'transition-not-allowed') return permitted
  const until = state.notice === undefined ? '名单尚未公示' : `公示至${chineseDay(state.notice.endsOn)}结束`
  return err({ code: 'notice-not-closed', detail: `${until}，公示期满后方可命名` })
}

/** Every action on a list, allowed or not and why: the same for the console and the server. */
export const allowedBatchActions = (state: Batch, member: Membership): AllowedAction[] =>
  allowedBy(BATCH_WORKFLOW, BATCH_ACTIONS, state.status, member, () => state.province, checkGuard(state, member))
