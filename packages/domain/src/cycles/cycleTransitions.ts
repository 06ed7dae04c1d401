import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { CycleHead, CycleStatus } from '@anjie/contracts/vocabulary/cycles/cycle'
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
export const CYCLE_ACTIONS = ['plan', 'open', 'extend', 'subjects', 'call-back', 'enter', 'score'] as const
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
export function cycleOwner(state: Pick<CycleHead, 'status' | 'province' | 'county'>): StatusOwner | null {
  const verb = OWNER_VERBS[state.status]
  const level = assessorLevel(state)
  return verb === null ? null : { level, role: ASSESSOR_ROLES[level], verb }
}

/** Who reads of a cycle: those whom it assesses, and whoever acts on their figures in between. */
const ASSESSED_LEVELS = { province: ['county', 'city'], county: ['county'] } as const satisfies Record<
  AssessorLevel,
  readonly Level[]
>

/** `not-scored`: what was scored stays on record with its figures; only before that nothing rests on the opening. */
type CycleGuard = 'not-scored'
type CycleTransition = Transition<CycleAction, CycleStatus, CycleGuard>

function workflowOf(level: AssessorLevel): Workflow<CycleAction, CycleStatus, CycleGuard> {
  const line = (
    action: CycleAction,
    from: CycleStatus,
    to: CycleStatus,
    says = false,
    guards: readonly CycleGuard[] = [],
  ): CycleTransition => ({
    action,
    from,
    to: [to],
    level,
    role: ASSESSOR_ROLES[level],
    guards,
    changes: says ? [ASSESSOR_ROLES[level]] : [],
    tells: says ? ASSESSED_LEVELS[level] : [],
  })
  return {
    recordName: '考评周期',
    statusNames: CYCLE_STATUS_NAMES,
    actionNames: {
      plan: '修改',
      open: '开放填报',
      extend: '延长填报期限',
      subjects: '调整考评对象',
      'call-back': '撤回',
      enter: '录入考评方数据',
      score: '计分',
    },
    transitions: [
      line('plan', 'planned', 'planned'),
      line('open', 'planned', 'open', true),
      line('extend', 'open', 'open', true),
      // 漏列、错列: who was forgotten comes in, who was wrong goes out
      { ...line('subjects', 'open', 'open', true), changes: [] },
      // 误开放: back to the plan, as long as nothing was scored
      line('call-back', 'open', 'planned', true, ['not-scored']),
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

const checkGuard = (_guard: CycleGuard, { latestRun, scoring }: CycleHead): Problem | null =>
  latestRun === undefined && scoring === undefined
    ? null
    : {
        code: 'transition-not-allowed',
        detail: '已经计分的考评周期不能撤回；期限不够请延长填报期限，数据有误请退回填报表更正后重新计分',
      }

/** Steps whose refusal is about more than that the cycle takes no figures. */
const OPENING: ReadonlySet<CycleAction> = new Set(['plan', 'open', 'call-back'])

export function permitCycleAction(
  state: CycleHead,
  action: CycleAction,
  member: Membership,
): Result<CycleTransition, Problem> {
  const permitted = permit(
    CYCLE_WORKFLOWS[assessorLevel(state)],
    state.status,
    action,
    member,
    () => assessorCode(state),
    (guard) => checkGuard(guard, state),
  )
  if (!permitted.ok && !OPENING.has(action) && permitted.error.code === 'transition-not-allowed')
    return { ok: false, error: { ...permitted.error, code: 'cycle-not-open' } }
  return permitted
}

export function allowedCycleActions(state: CycleHead, member: Membership): AllowedAction[] {
  return allowedBy(
    CYCLE_WORKFLOWS[assessorLevel(state)],
    CYCLE_ACTIONS,
    state.status,
    member,
    () => assessorCode(state),
    (guard) => checkGuard(guard, state),
  )
}

/** A cycle that is only planned is its assessor's own; one that was called back is known already. */
export function isCycleVisibleTo(
  member: Pick<Membership, 'jurisdiction'> & { readonly units?: readonly unknown[] | undefined },
  cycle: Assessor & Pick<CycleHead, 'status'> & { readonly calledBackAt?: string | undefined },
): boolean {
  return cycle.status !== 'planned' || cycle.calledBackAt !== undefined || isOwnAssessor(cycle, member)
}
