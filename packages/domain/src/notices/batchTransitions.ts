import { chineseDay } from '@anjie/calendar-cn'
import type { Membership, Role } from '@anjie/contracts/vocabulary/access/people'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Batch, BatchStatus } from '@anjie/contracts/vocabulary/notices/batch'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import { err, type Result } from '@anjie/kernel'
import { namingCode, namingLevel } from '../divisions/namingLevel.ts'
import { allowedBy, permit, type StatusOwner, type Transition, type Workflow } from '../workflow/transition.ts'

/** What somebody does to a list. The end of a notice follows from time, the end of naming from work done. */
export const BATCH_ACTIONS = ['open-notice', 'decide-naming', 'propose-take-back', 'decide-take-back'] as const
export type BatchAction = (typeof BATCH_ACTIONS)[number]

export const BATCH_STATUS_NAMES = {
  collecting: '拟定名单',
  'on-notice': '公示中',
  'notice-closed': '公示期满',
  naming: '正在命名',
  named: '已命名',
  'taking-back': '正在撤回命名',
} as const satisfies Record<BatchStatus, string>

type OfList = Pick<Batch, 'id' | 'status' | 'takeBack'>

/** Who publishes and names at each level; a city has one kind of post, and there the two-person rule is the guard's alone. */
const NAMED_BY = {
  county: 'county-admin',
  city: 'city-reviewer',
  province: 'province-admin',
} as const satisfies Record<Level, Role>

const VERBS: Readonly<Record<BatchStatus, string | null>> = {
  collecting: '开始公示',
  'on-notice': null,
  'notice-closed': '作出命名决定',
  naming: null,
  named: null,
  'taking-back': null,
}

/** In whose hands a list is. While it is on notice or being named it is the clock's, and in nobody's queue. */
export function batchOwner({ id, status, takeBack }: OfList): StatusOwner | null {
  const level = namingLevel(id)
  const verb = status === 'named' && takeBack !== undefined ? '决定撤回命名' : VERBS[status]
  return verb === null ? null : { level, role: NAMED_BY[level], verb }
}

/** 撤回命名 takes two people: one proposes it with the reason, another decides. */
type BatchGuard = 'not-empty' | 'not-own-proposal' | 'no-take-back' | 'take-back-proposed' | 'not-own-take-back'
type BatchTransition = Transition<BatchAction, BatchStatus, BatchGuard>

const REVIEWED_BY = {
  county: 'county-reviewer',
  city: 'city-reviewer',
  province: 'province-reviewer',
} as const satisfies Record<Level, Role>

/** Who hears that a list is on notice: the level that names and those below. */
const HEARD_AT = {
  county: ['county'],
  city: ['county', 'city'],
  province: ['county', 'city', 'province'],
} as const satisfies Record<Level, readonly Level[]>

function workflowAt(level: Level): Workflow<BatchAction, BatchStatus, BatchGuard> {
  const role = NAMED_BY[level]
  const line = { level, role, guards: ['not-empty', 'not-own-proposal'], changes: [role] } as const
  return {
    recordName: '名单',
    statusNames: BATCH_STATUS_NAMES,
    actionNames: {
      'open-notice': '开始公示',
      'decide-naming': '作出命名决定',
      'propose-take-back': '提出撤回命名',
      'decide-take-back': '撤回命名',
    },
    transitions: [
      { from: 'collecting', action: 'open-notice', to: ['on-notice'], ...line, tells: HEARD_AT[level] },
      { from: 'notice-closed', action: 'decide-naming', to: ['naming'], ...line, tells: [] },
      ...[...new Set<Role>([REVIEWED_BY[level], role])].map((each) => ({
        from: 'named' as const,
        action: 'propose-take-back' as const,
        to: ['named'] as const,
        level,
        role: each,
        guards: ['no-take-back'] as const,
        changes: [role],
        tells: [],
      })),
      {
        from: 'named',
        action: 'decide-take-back',
        to: ['taking-back'],
        level,
        role,
        guards: ['take-back-proposed', 'not-own-take-back'],
        changes: [role],
        tells: [],
      },
    ],
  }
}

/** The one table of what may happen to a list, by the level that names. */
export const BATCH_WORKFLOWS = {
  county: workflowAt('county'),
  city: workflowAt('city'),
  province: workflowAt('province'),
} as const satisfies Record<Level, Workflow<BatchAction, BatchStatus, BatchGuard>>

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
      case 'not-own-proposal': {
        const own = state.entries.find(
          ({ unitId, left }) => left === undefined && member.unitsElsewhere?.includes(unitId),
        )
        if (own !== undefined)
          return {
            code: 'conflict-of-interest',
            detail: `名单中有您任职的${own.unitName}，应当回避，公示和命名请由其他人员办理`,
          }
        return state.entries.some(({ proposedBy }) => proposedBy === member.personId)
          ? { code: 'conflict-of-interest', detail: '名单中有您本人列入的单位，公示和命名应由其他人员办理' }
          : null
      }
      case 'no-take-back':
        return state.takeBack === undefined
          ? null
          : { code: 'transition-not-allowed', detail: '已经提出撤回，等待另一人决定' }
      case 'take-back-proposed':
        return state.takeBack === undefined
          ? { code: 'transition-not-allowed', detail: '撤回命名应先由一人提出、写明理由，再由另一人决定' }
          : null
      case 'not-own-take-back':
        return state.takeBack?.proposedBy === member.personId
          ? { code: 'conflict-of-interest', detail: '撤回是您本人提出的，应由另一人决定' }
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
    BATCH_WORKFLOWS[namingLevel(state.id)],
    state.status,
    action,
    member,
    () => namingCode(state.id),
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
  allowedBy(
    BATCH_WORKFLOWS[namingLevel(state.id)],
    BATCH_ACTIONS,
    state.status,
    member,
    () => namingCode(state.id),
    checkGuard(state, member),
  )
