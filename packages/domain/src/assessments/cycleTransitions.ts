import type { Cycle, CycleStatus } from '@anjie/contracts/vocabulary/assessment'
import type { Membership } from '@anjie/contracts/vocabulary/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submission'
import type { Result } from '@anjie/kernel'
import { allowedBy, permit, type StatusOwner, type Transition, type Workflow } from '../workflow/transition.ts'

/** `enter`: the commission's own figures. Preview and publication are decided on a run; the cycle follows it. */
export const CYCLE_ACTIONS = ['open', 'enter', 'score'] as const
export type CycleAction = (typeof CYCLE_ACTIONS)[number]

export const CYCLE_STATUS_NAMES = {
  planned: '未开放',
  open: '填报中',
  preview: '预览更正',
  final: '已公布',
} as const satisfies Record<CycleStatus, string>

export const CYCLE_OWNERS: Readonly<Record<CycleStatus, StatusOwner | null>> = {
  planned: { level: 'province', role: 'province-admin', verb: '开放填报' },
  open: { level: 'province', role: 'province-admin', verb: '录入省级数据并计分' },
  preview: { level: 'province', role: 'province-admin', verb: '处理更正并公布' },
  final: null,
}

const line = (
  action: CycleAction,
  from: CycleStatus,
  to: CycleStatus,
): Transition<CycleAction, CycleStatus, never> => ({
  action,
  from,
  to: [to],
  level: 'province',
  role: 'province-admin',
  guards: [],
})

export const CYCLE_WORKFLOW: Workflow<CycleAction, CycleStatus, never> = {
  recordName: '考评周期',
  statusNames: CYCLE_STATUS_NAMES,
  actionNames: { open: '开放填报', enter: '录入省级数据', score: '计分' },
  transitions: [
    line('open', 'planned', 'open'),
    line('enter', 'open', 'open'),
    line('enter', 'preview', 'preview'),
    line('score', 'open', 'open'),
    // 更正之后重新计分
    line('score', 'preview', 'preview'),
  ],
}

export function permitCycleAction(
  state: Cycle,
  action: CycleAction,
  member: Membership,
): Result<Transition<CycleAction, CycleStatus, never>, Problem> {
  const permitted = permit(
    CYCLE_WORKFLOW,
    state.status,
    action,
    member,
    () => state.province,
    () => null,
  )
  if (!permitted.ok && action !== 'open' && permitted.error.code === 'transition-not-allowed')
    return { ok: false, error: { ...permitted.error, code: 'cycle-not-open' } }
  return permitted
}

export function allowedCycleActions(state: Cycle, member: Membership): AllowedAction[] {
  return allowedBy(
    CYCLE_WORKFLOW,
    CYCLE_ACTIONS,
    state.status,
    member,
    () => state.province,
    () => null,
  )
}

/** A cycle that is only planned is the province's own. */
export function isCycleVisibleTo(level: Membership['jurisdiction']['level'], status: CycleStatus): boolean {
  return level === 'province' || status !== 'planned'
}
