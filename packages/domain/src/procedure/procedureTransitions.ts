import type { Membership, Role } from '@anjie/contracts/vocabulary/access/people'
import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import {
  PROCEDURE_ACTIONS,
  PROCEDURE_STATUSES,
  type Procedure,
  type ProcedureAction,
  type ProcedureStatus,
} from '@anjie/contracts/vocabulary/procedure/procedure'
import type { PlannedStep, ProcedureStep } from '@anjie/contracts/vocabulary/procedure/procedureStep'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Result } from '@anjie/kernel'
import { ASSESSOR_ROLES, type AssessorLevel, assessorCode, assessorLevel } from '../schemes/assessor.ts'
import { allowedBy, permit, type StatusOwner, type Transition, type Workflow } from '../workflow/transition.ts'
import { PROCEDURE_ACTION_NAMES, PROCEDURE_STATUS_NAMES, PROCEDURE_STEP_NAMES } from './procedureNames.ts'

/** `not-final`: the table does not stand yet. `open`: the cycle was opened. The others: that step is on. `not-proposer`: by another person. */
type ProcedureGuard = 'not-final' | 'open' | 'visits-on' | 'review-on' | 'deliberation-on' | 'not-proposer'
type ProcedureTransition = Transition<ProcedureAction, ProcedureStatus, ProcedureGuard>

export type ProcedureSetting = Pick<CycleHead, 'status' | 'steps'>

const MEMBERS = {
  county: ['county-admin', 'county-reviewer'],
  province: ['province-admin', 'province-reviewer'],
} as const satisfies Record<AssessorLevel, readonly Role[]>

function workflowOf(level: AssessorLevel): Workflow<ProcedureAction, ProcedureStatus, ProcedureGuard> {
  const lines = (
    roles: readonly Role[],
    froms: readonly ProcedureStatus[],
    action: ProcedureAction,
    to: readonly [ProcedureStatus, ...ProcedureStatus[]] | 'same',
    guards: readonly ProcedureGuard[],
  ): readonly ProcedureTransition[] =>
    froms.flatMap((from) =>
      roles.map((role) => ({
        action,
        from,
        to: to === 'same' ? ([from] as const) : to,
        level,
        role,
        guards: ['not-final', ...guards],
        changes: action === 'plan' || action === 'assemble' ? [] : MEMBERS[level],
        tells: [],
      })),
    )
  const admin = [ASSESSOR_ROLES[level]]
  return {
    recordName: '考评程序',
    statusNames: PROCEDURE_STATUS_NAMES,
    actionNames: PROCEDURE_ACTION_NAMES,
    transitions: [
      ...lines(admin, PROCEDURE_STATUSES, 'plan', 'same', []),
      ...lines(admin, PROCEDURE_STATUSES, 'assemble', 'same', ['open', 'visits-on']),
      // A later run may have others in its best grade: they are listed anew, what was found of the former stays with them.
      ...lines(
        MEMBERS[level],
        ['running', 'reviewing', 'reviewed', 'decided'],
        'list',
        ['reviewing', 'reviewed'],
        ['open', 'review-on'],
      ),
      ...lines(MEMBERS[level], ['reviewing'], 'judge', 'same', ['review-on']),
      ...lines(MEMBERS[level], ['reviewing'], 'confirm', ['reviewing', 'reviewed'], ['review-on']),
      ...lines(
        MEMBERS[level],
        ['running', 'reviewed', 'decided'],
        'propose',
        ['proposed'],
        ['open', 'deliberation-on'],
      ),
      ...lines(
        MEMBERS[level],
        ['proposed'],
        'decide',
        ['decided', 'running', 'reviewed'],
        ['deliberation-on', 'not-proposer'],
      ),
    ],
  }
}

/** The same steps at both levels, each by its own commission. */
export const PROCEDURE_WORKFLOWS = { province: workflowOf('province'), county: workflowOf('county') } as const

/** In whose hands it is, where it is one act of the commission. */
export function procedureOwner(state: Pick<Procedure, 'status' | 'province' | 'county'>): StatusOwner | null {
  const level = assessorLevel(state)
  const [role] = MEMBERS[level]
  switch (state.status) {
    case 'reviewing':
      return { level, role, verb: '否决审查' }
    case 'proposed':
      return { level, role, verb: '登记审定结果' }
    case 'running':
    case 'reviewed':
    case 'decided':
      return null
  }
}

export const stepOn = ({ steps = [] }: Pick<CycleHead, 'steps'>, step: ProcedureStep): PlannedStep | undefined =>
  steps.find((each) => each.step === step)

/** The day of a step that a guard has found to be on. */
export function dayOfStep(setting: Pick<CycleHead, 'steps'>, step: ProcedureStep): PlannedStep['dueOn'] {
  const planned = stepOn(setting, step)
  if (planned === undefined) throw new Error(`the step ${step} is not on`)
  return planned.dueOn
}

const off = (step: ProcedureStep): Problem => ({
  code: 'transition-not-allowed',
  detail: `本周期没有启用“${PROCEDURE_STEP_NAMES[step]}”环节`,
})

function checkGuard(
  guard: ProcedureGuard,
  { deliberation }: Procedure,
  setting: ProcedureSetting,
  member: Membership,
): Problem | null {
  switch (guard) {
    case 'not-final':
      return setting.status === 'final'
        ? { code: 'transition-not-allowed', detail: '考评结果已经公布，程序不再变动' }
        : null
    case 'open':
      return setting.status === 'planned' ? { code: 'cycle-not-open', detail: '考评周期还没有开放' } : null
    case 'visits-on':
      return stepOn(setting, 'field-visits') === undefined ? off('field-visits') : null
    case 'review-on':
      return stepOn(setting, 'veto-review') === undefined ? off('veto-review') : null
    case 'deliberation-on':
      return stepOn(setting, 'deliberation') === undefined ? off('deliberation') : null
    case 'not-proposer':
      return deliberation?.proposed.personId === member.personId
        ? { code: 'conflict-of-interest', detail: '审定由您提请，应由另一人登记审定结果' }
        : null
  }
}

export const permitProcedureAction = (
  state: Procedure,
  action: ProcedureAction,
  setting: ProcedureSetting,
  member: Membership,
): Result<ProcedureTransition, Problem> =>
  permit(
    PROCEDURE_WORKFLOWS[assessorLevel(state)],
    state.status,
    action,
    member,
    () => assessorCode(state),
    (guard) => checkGuard(guard, state, setting, member),
  )

export const allowedProcedureActions = (
  state: Procedure,
  setting: ProcedureSetting,
  member: Membership,
): AllowedAction[] =>
  allowedBy(
    PROCEDURE_WORKFLOWS[assessorLevel(state)],
    PROCEDURE_ACTIONS,
    state.status,
    member,
    () => assessorCode(state),
    (guard) => checkGuard(guard, state, setting, member),
  )
