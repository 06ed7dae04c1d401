import type { Membership, Role } from '@anjie/contracts/vocabulary/access/people'
import {
  DUTY_EVENT_ACTIONS,
  type DutyEvent,
  type DutyEventAction,
  type DutyEventStatus,
} from '@anjie/contracts/vocabulary/posts/dutyEvent'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Result } from '@anjie/kernel'
import { AT_TARGET, targetTransitions } from '../../supervision/targetTransitions.ts'
import { allowedBy, permit, type StatusOwner, type Transition, type Workflow } from '../../workflow/transition.ts'
import { DUTY_EVENT_ACTION_NAMES, DUTY_EVENT_STATUS_NAMES } from './dutyNames.ts'

type DutyEventGuard = 'not-recorder' | 'not-holder'
type DutyEventTransition = Transition<DutyEventAction, DutyEventStatus, DutyEventGuard>

/** Who records a negative event, and who decides it. */
export const DUTY_OFFICIALS = ['county-reviewer', 'county-admin'] as const satisfies readonly Role[]

const CHANGES = [...new Set<Role>([...DUTY_OFFICIALS, ...AT_TARGET])]

/** The one table of a negative event; time alone takes it from 待陈述 to 待决定. */
export const DUTY_EVENT_WORKFLOW: Workflow<DutyEventAction, DutyEventStatus, DutyEventGuard> = {
  recordName: '负面事件',
  statusNames: DUTY_EVENT_STATUS_NAMES,
  actionNames: DUTY_EVENT_ACTION_NAMES,
  transitions: [
    ...targetTransitions<DutyEventAction, DutyEventStatus, DutyEventGuard>('asked', 'give-word', 'heard', [], CHANGES),
    ...DUTY_OFFICIALS.map(
      (role): DutyEventTransition => ({
        from: 'heard',
        action: 'decide',
        to: ['upheld', 'dropped'],
        level: 'county',
        role,
        guards: ['not-recorder', 'not-holder'],
        changes: CHANGES,
        tells: ['county'],
      }),
    ),
  ],
}

export function dutyEventOwner({ status }: Pick<DutyEvent, 'status'>): StatusOwner | null {
  switch (status) {
    case 'asked':
      return { level: 'county', role: 'county-reporter', verb: '陈述意见' }
    case 'heard':
      return { level: 'county', role: DUTY_OFFICIALS[0], verb: '决定' }
    case 'upheld':
    case 'dropped':
      return null
  }
}

function checkGuard(
  guard: DutyEventGuard,
  { recordedBy, holding }: DutyEvent,
  { personId }: Membership,
): Problem | null {
  const isConflict = personId === (guard === 'not-recorder' ? recordedBy.personId : holding.personId)
  if (!isConflict) return null
  return {
    code: 'conflict-of-interest',
    detail: guard === 'not-recorder' ? '负面事件由您登记，应由另一人决定' : '负面事件涉及您本人，应由他人决定',
  }
}

export const permitDutyEventAction = (
  state: DutyEvent,
  action: DutyEventAction,
  member: Membership,
): Result<DutyEventTransition, Problem> =>
  permit(
    DUTY_EVENT_WORKFLOW,
    state.status,
    action,
    member,
    () => state.county,
    (guard) => checkGuard(guard, state, member),
    state.unitId,
  )

export const allowedDutyEventActions = (state: DutyEvent, member: Membership): AllowedAction[] =>
  allowedBy(
    DUTY_EVENT_WORKFLOW,
    DUTY_EVENT_ACTIONS,
    state.status,
    member,
    () => state.county,
    (guard) => checkGuard(guard, state, member),
    state.unitId,
  )
