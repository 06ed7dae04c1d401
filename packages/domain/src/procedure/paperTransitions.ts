import type { Membership, Role } from '@anjie/contracts/vocabulary/access/people'
import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import {
  PAPER_ACTIONS,
  PAPER_STEPS,
  type PaperAction,
  type PaperStatus,
  type PaperStep,
  type ProcedurePaper,
} from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Result } from '@anjie/kernel'
import { isOver } from '../aftercare/limits.ts'
import { ASSESSOR_ROLES, type AssessorLevel, assessorCode, assessorLevel } from '../schemes/assessor.ts'
import { whyOfTarget } from '../supervision/measureTransitions.ts'
import { targetTransitions } from '../supervision/targetTransitions.ts'
import { allowedBy, permit, type StatusOwner, type Transition, type Workflow } from '../workflow/transition.ts'
import { PAPER_ACTION_NAMES, PAPER_STATUS_NAMES, PAPER_WORDS, PROCEDURE_STEP_NAMES } from './procedureNames.ts'

/**
 * `runs`: the cycle takes it still and the step is on. `of-unit`: a post of the very unit. `not-enterer`: who entered it, by person.
 * `in-team`: one of the team. `not-visited`: nobody visits where they hold a post.
 */
type PaperGuard = 'runs' | 'of-unit' | 'not-enterer' | 'in-team' | 'not-visited'
export type PaperTransition = Transition<PaperAction, PaperStatus, PaperGuard>

/** What a paper's step depends on besides itself. */
export type PaperSetting = Pick<CycleHead, 'status' | 'steps'>

/** Who takes in what is handed to each commission, and who of it goes out to look. */
const CLERKS = {
  county: ['county-reviewer', 'county-admin'],
  province: ['province-reviewer', 'province-admin'],
} as const satisfies Record<AssessorLevel, readonly Role[]>
const VISITORS: { readonly [L in AssessorLevel]: readonly Role[] } = {
  county: ['county-reviewer', 'county-admin', 'county-reporter'],
  province: CLERKS.province,
}

function transitionsOf(step: PaperStep, level: AssessorLevel): readonly PaperTransition[] {
  const changes: readonly Role[] = ['county-reporter', 'unit-reporter', ...CLERKS[level]]
  const by = (
    roles: readonly Role[],
    from: PaperStatus,
    action: PaperAction,
    to: PaperStatus,
    guards: readonly PaperGuard[],
  ): readonly PaperTransition[] =>
    roles.map((role) => ({ from, action, to: [to], level, role, guards: ['runs', ...guards], changes, tells: [] }))
  const byOwner = (from: PaperStatus, action: PaperAction, to: PaperStatus): readonly PaperTransition[] =>
    targetTransitions(from, action, to, ['runs'], changes)
  const byUnit = (from: PaperStatus, action: PaperAction, to: PaperStatus, guards: readonly PaperGuard[]) =>
    by(['unit-reporter'], from, action, to, ['of-unit', ...guards]).map(
      (line): PaperTransition => ({ ...line, alsoUnit: true }),
    )
  const OPEN = ['open', 'returned'] as const
  const waived = [...OPEN, 'filed' as const].flatMap((from) => by([ASSESSOR_ROLES[level]], from, 'waive', 'waived', []))
  switch (step) {
    case 'self-assessment':
      return [
        ...OPEN.flatMap((from) => [...byOwner(from, 'save', from), ...byOwner(from, 'file', 'filed')]),
        ...by(CLERKS[level], 'filed', 'accept', 'done', ['not-enterer']),
        ...by(CLERKS[level], 'filed', 'return', 'returned', []),
        ...waived,
      ]
    case 'department-scores':
      return [
        ...OPEN.flatMap((from) => [...byOwner(from, 'save', from), ...byOwner(from, 'file', 'filed')]),
        ...byUnit('filed', 'sign', 'done', ['not-enterer']),
        ...byUnit('filed', 'return', 'returned', []),
        ...by([ASSESSOR_ROLES[level]], 'done', 'return', 'returned', []),
        ...waived,
      ]
    case 'consultation':
      return [...byOwner('open', 'file', 'done'), ...waived]
    case 'field-visits':
      return [
        ...by(VISITORS[level], 'open', 'save', 'open', ['in-team', 'not-visited']),
        ...by(VISITORS[level], 'open', 'file', 'done', ['in-team', 'not-visited']),
        ...waived,
      ]
  }
}

const workflowOf = (step: PaperStep, level: AssessorLevel): Workflow<PaperAction, PaperStatus, PaperGuard> => ({
  recordName: PROCEDURE_STEP_NAMES[step],
  statusNames: PAPER_STATUS_NAMES[step],
  actionNames: PAPER_ACTION_NAMES,
  transitions: transitionsOf(step, level),
})

const byStep = (level: AssessorLevel) =>
  Object.fromEntries(PAPER_STEPS.map((step) => [step, workflowOf(step, level)])) as Record<
    PaperStep,
    ReturnType<typeof workflowOf>
  >

/** The one table of the papers, its rows by step and by who assesses. */
export const PAPER_WORKFLOWS = { county: byStep('county'), province: byStep('province') } as const

/** In whose hands it is. */
export function paperOwner(state: Pick<ProcedurePaper, 'status' | 'step' | 'province' | 'county'>): StatusOwner | null {
  const level = assessorLevel(state)
  const [clerk] = CLERKS[level]
  switch (state.status) {
    case 'open':
    case 'returned':
      return state.step === 'field-visits'
        ? { level, role: clerk, verb: PAPER_WORDS[state.step].verb }
        : { level: 'county', role: 'county-reporter', verb: PAPER_WORDS[state.step].verb }
    case 'filed':
      return state.step === 'department-scores'
        ? { level: 'county', role: 'unit-reporter', verb: '签署评分' }
        : { level, role: clerk, verb: '审阅自评报告' }
    case 'done':
    case 'waived':
      return null
  }
}

export const isPaperOver = ({ status }: Pick<ProcedurePaper, 'status'>): boolean =>
  status === 'done' || status === 'waived'

export const isFiledLate = ({ filed, dueOn }: Pick<ProcedurePaper, 'filed' | 'dueOn'>): boolean =>
  filed !== undefined && isOver(dueOn, filed.at)

/** 逾期, by the clock: the day is over and it has not been filed. */
export const isPaperOverdue = (state: Pick<ProcedurePaper, 'status' | 'dueOn'>, at: string): boolean =>
  (state.status === 'open' || state.status === 'returned') && isOver(state.dueOn, at)

export const paperStatusName = ({ step, status }: Pick<ProcedurePaper, 'step' | 'status'>): string =>
  PAPER_STATUS_NAMES[step][status]

function checkGuard(
  guard: PaperGuard,
  state: ProcedurePaper,
  { status, steps = [] }: PaperSetting,
  member: Membership,
): Problem | null {
  switch (guard) {
    case 'runs':
      if (status !== 'open' && status !== 'preview')
        return {
          code: 'cycle-not-open',
          detail: status === 'final' ? '考评结果已经公布，程序材料不再变动' : '考评周期没有开放，程序材料暂不办理',
        }
      return steps.some(({ step }) => step === state.step)
        ? null
        : {
            code: 'transition-not-allowed',
            detail: `本周期没有启用“${PROCEDURE_STEP_NAMES[state.step]}”环节，原有材料保留备查`,
          }
    case 'of-unit':
      return member.units?.some((unit) => unit === state.unitId) === true
        ? null
        : { code: 'not-permitted', detail: `由${state.unitName}负责人签署` }
    case 'not-enterer':
      return state.enteredBy.includes(member.personId)
        ? {
            code: 'conflict-of-interest',
            detail:
              state.step === 'department-scores'
                ? '评分由您录入，应由本部门负责人（另一人）签署'
                : '自评报告由您填写，应由另一人采纳',
          }
        : null
    case 'in-team':
      return state.visit?.members.some(({ personId }) => personId === member.personId) === true
        ? null
        : { code: 'not-permitted', detail: `由${state.visit?.team ?? '考评组'}成员记录` }
    case 'not-visited':
      return whyOfTarget(state, member)
  }
}

/** Of the place that it is about, or of whoever assesses. */
const codeIn =
  (state: ProcedurePaper) =>
  (level: Level): string =>
    level === assessorLevel(state) ? assessorCode(state) : state.place

export const permitPaperAction = (
  state: ProcedurePaper,
  action: PaperAction,
  setting: PaperSetting,
  member: Membership,
): Result<PaperTransition, Problem> =>
  permit(
    PAPER_WORKFLOWS[assessorLevel(state)][state.step],
    state.status,
    action,
    member,
    codeIn(state),
    (guard) => checkGuard(guard, state, setting, member),
    state.unitId,
  )

export const allowedPaperActions = (
  state: ProcedurePaper,
  setting: PaperSetting,
  member: Membership,
): AllowedAction[] =>
  allowedBy(
    PAPER_WORKFLOWS[assessorLevel(state)][state.step],
    PAPER_ACTIONS,
    state.status,
    member,
    codeIn(state),
    (guard) => checkGuard(guard, state, setting, member),
    state.unitId,
  )
