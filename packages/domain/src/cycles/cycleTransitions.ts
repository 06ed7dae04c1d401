import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Cycle, CycleStatus } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Result } from '@anjie/kernel'
import {
  ASSESSOR_ROLES,
  type Assessor,
  type AssessorLevel,
  assessorCode,
  assessorLevel,
  isOwnAssessor,
} from '../schemes/assessor.ts'
import { allowedBy, permit, type StatusOwner, type Transition, type Workflow } from '../workflow/transition.ts'

/** `plan`: the plan itself, while nobody else knows of it. `enter`: the commission's own figures. Preview and publication are decided on a run; the cycle follows it. */
export const CYCLE_ACTIONS = ['plan', 'open', 'extend', 'enter', 'score'] as const
export type CycleAction = (typeof CYCLE_ACTIONS)[number]

export const CYCLE_STATUS_NAMES = {
  planned: '未开放',
  open: '填报中',
  preview: '预览更正',
  final: '已公布',
} as const satisfies Record<CycleStatus, string>

const OWNER_VERBS: Readonly<Record<CycleStatus, string | null>> = {
  planned: '开放填报',
  open: '录入考评方数据并计分',
  preview: '处理更正并公布',
  final: null,
}

/** In whose hands a cycle is: its assessor's, until the result stands. */
export function cycleOwner(state: Pick<Cycle, 'status' | 'province' | 'county'>): StatusOwner | null {
  const verb = OWNER_VERBS[state.status]
  const level = assessorLevel(state)
  return verb === null ? null : { level, role: ASSESSOR_ROLES[level], verb }
}

/** Who reads of a cycle: those whom it assesses, and whoever acts on their figures in between. */
const ASSESSED_LEVELS = { province: ['county', 'city'], county: ['county'] } as const satisfies Record<
  AssessorLevel,
  readonly Level[]
>

function workflowOf(level: AssessorLevel): Workflow<CycleAction, CycleStatus, never> {
  const line = (
    action: CycleAction,
    from: CycleStatus,
    to: CycleStatus,
    says = false,
  ): Transition<CycleAction, CycleStatus, never> => ({
    action,
    from,
    to: [to],
    level,
    role: ASSESSOR_ROLES[level],
    guards: [],
    changes: says ? [ASSESSOR_ROLES[level]] : [],
    tells: says ? ASSESSED_LEVELS[level] : [],
  })
  return {
    recordName: '考评周期',
    statusNames: CYCLE_STATUS_NAMES,
    actionNames: { plan: '修改', open: '开放填报', extend: '延长填报期限', enter: '录入考评方数据', score: '计分' },
    transitions: [
      line('plan', 'planned', 'planned'),
      line('open', 'planned', 'open', true),
      line('extend', 'open', 'open', true),
      line('enter', 'open', 'open'),
      line('enter', 'preview', 'preview'),
      line('score', 'open', 'open'),
      // 更正之后重新计分
      line('score', 'preview', 'preview'),
    ],
  }
}

/** The same steps at both levels, each by its own commission. */
export const CYCLE_WORKFLOWS = { province: workflowOf('province'), county: workflowOf('county') } as const

export function permitCycleAction(
  state: Cycle,
  action: CycleAction,
  member: Membership,
): Result<Transition<CycleAction, CycleStatus, never>, Problem> {
  const permitted = permit(
    CYCLE_WORKFLOWS[assessorLevel(state)],
    state.status,
    action,
    member,
    () => assessorCode(state),
    () => null,
  )
  if (!permitted.ok && action !== 'open' && action !== 'plan' && permitted.error.code === 'transition-not-allowed')
    return { ok: false, error: { ...permitted.error, code: 'cycle-not-open' } }
  return permitted
}

export function allowedCycleActions(state: Cycle, member: Membership): AllowedAction[] {
  return allowedBy(
    CYCLE_WORKFLOWS[assessorLevel(state)],
    CYCLE_ACTIONS,
    state.status,
    member,
    () => assessorCode(state),
    () => null,
  )
}

/** A cycle that is only planned is its assessor's own. */
export function isCycleVisibleTo(
  member: Pick<Membership, 'jurisdiction'>,
  cycle: Assessor & Pick<Cycle, 'status'>,
): boolean {
  return cycle.status !== 'planned' || isOwnAssessor(cycle, member)
}
