import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { DutyLists, DutyListsStatus } from '@anjie/contracts/vocabulary/posts/dutyLists'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Result } from '@anjie/kernel'
import { ASSESSOR_ROLES, type AssessorLevel, assessorCode, assessorLevel } from '../../schemes/assessor.ts'
import { allowedBy, permit, type StatusOwner, type Transition, type Workflow } from '../../workflow/transition.ts'
import { DUTY_LISTS_STATUS_NAMES } from './dutyNames.ts'

const DUTY_LISTS_ACTIONS = ['edit', 'publish', 'copy'] as const
type DutyListsAction = (typeof DUTY_LISTS_ACTIONS)[number]

function workflowOf(level: AssessorLevel): Workflow<DutyListsAction, DutyListsStatus, 'sound'> {
  const line = (
    action: DutyListsAction,
    from: DutyListsStatus,
    to: DutyListsStatus,
    guards: readonly 'sound'[] = [],
  ): Transition<DutyListsAction, DutyListsStatus, 'sound'> => ({
    action,
    from,
    to: [to],
    level,
    role: ASSESSOR_ROLES[level],
    guards,
    changes: action === 'publish' ? [ASSESSOR_ROLES[level]] : [],
    tells: [],
  })
  return {
    recordName: '四张清单',
    statusNames: DUTY_LISTS_STATUS_NAMES,
    actionNames: { edit: '修改', publish: '发布', copy: '复制' },
    transitions: [
      line('edit', 'draft', 'draft'),
      line('publish', 'draft', 'published', ['sound']),
      line('copy', 'draft', 'draft'),
      line('copy', 'published', 'published'),
    ],
  }
}

/** The same steps at both levels, each by its own commission. */
export const DUTY_LISTS_WORKFLOWS = { province: workflowOf('province'), county: workflowOf('county') } as const

export const dutyListsOwner = (state: Pick<DutyLists, 'status' | 'province' | 'county'>): StatusOwner | null => {
  const level = assessorLevel(state)
  return state.status === 'draft' ? { level, role: ASSESSOR_ROLES[level], verb: '完善并发布' } : null
}

/** A copy becomes the draft of whoever makes it: a county starts from the province's template. */
const tableFor = (state: DutyLists, action: DutyListsAction, { jurisdiction }: Membership) =>
  action === 'copy' && jurisdiction.level === 'county'
    ? { workflow: DUTY_LISTS_WORKFLOWS.county, code: () => jurisdiction.code }
    : { workflow: DUTY_LISTS_WORKFLOWS[assessorLevel(state)], code: () => assessorCode(state) }

/** `fault`: what keeps it from being published as it stands. */
export function permitDutyListsAction(
  state: DutyLists,
  action: DutyListsAction,
  member: Membership,
  fault: Problem | null = null,
): Result<Transition<DutyListsAction, DutyListsStatus, 'sound'>, Problem> {
  const { workflow, code } = tableFor(state, action, member)
  return permit(workflow, state.status, action, member, code, () => fault)
}

export const allowedDutyListsActions = (state: DutyLists, member: Membership, fault: Problem | null): AllowedAction[] =>
  DUTY_LISTS_ACTIONS.flatMap((action) => {
    const { workflow, code } = tableFor(state, action, member)
    return allowedBy(workflow, [action], state.status, member, code, () => fault)
  })
