import { beijingDate, dayText } from '@anjie/calendar-cn'
import type { Membership, Role } from '@anjie/contracts/vocabulary/access/people'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import {
  RECTIFICATION_ACTIONS,
  type Rectification,
  type RectificationAction,
  type RectificationStatus,
} from '@anjie/contracts/vocabulary/supervision/rectification'
import type { Result } from '@anjie/kernel'
import { isOver } from '../aftercare/limits.ts'
import { divisionsOfCounty } from '../divisions/divisionsOfCounty.ts'
import { allowedBy, permit, type StatusOwner, type Transition, workflowPerLevel } from '../workflow/transition.ts'
import { RECTIFICATION_ACTION_NAMES, RECTIFICATION_STATUS_NAMES } from './measureNames.ts'
import { SUPERVISORS, whyOfTarget } from './measureTransitions.ts'
import { AT_TARGET, targetTransitions } from './targetTransitions.ts'

/** `not-reporter`: who reported does not close. `before-due`: more time is asked for before the day. `asked`, `not-asked`: whether it was. */
export type RectificationGuard = 'not-reporter' | 'not-target' | 'before-due' | 'not-asked' | 'asked' | 'in-time'

export type RectificationTransition = Transition<RectificationAction, RectificationStatus, RectificationGuard>

function transitionsAt(level: Level): readonly RectificationTransition[] {
  const changes = [...new Set<Role>([...SUPERVISORS[level], ...AT_TARGET])]
  const byTarget = (
    from: RectificationStatus,
    action: RectificationAction,
    to: RectificationStatus,
    guards: readonly RectificationGuard[],
  ) => targetTransitions(from, action, to, guards, changes)
  const byIssuer = (
    from: RectificationStatus,
    action: RectificationAction,
    to: readonly [RectificationStatus, ...RectificationStatus[]],
    guards: readonly RectificationGuard[],
  ): readonly RectificationTransition[] =>
    SUPERVISORS[level].map((role) => ({
      from,
      action,
      to,
      level,
      role,
      guards: ['not-target', ...guards],
      changes,
      tells: ['county'],
    }))
  return [
    ...(['acknowledged', 'returned'] as const).flatMap((from) => [
      ...byTarget(from, 'report', 'reported', []),
      ...byTarget(from, 'ask-time', from, ['not-asked', 'before-due']),
      ...byIssuer(from, 'answer-time', [from], ['asked', 'in-time']),
    ]),
    ...byIssuer('reported', 'check', ['closed', 'returned'], ['not-reporter']),
  ]
}

/** The one table of a rectification, by the level that issued the measure. */
export const RECTIFICATION_WORKFLOWS = workflowPerLevel(
  { recordName: '整改', statusNames: RECTIFICATION_STATUS_NAMES, actionNames: RECTIFICATION_ACTION_NAMES },
  transitionsAt,
)

/** In whose hands it is; what is not acknowledged yet waits with its measure. */
export function rectificationOwner({ status, level }: Pick<Rectification, 'status' | 'level'>): StatusOwner | null {
  switch (status) {
    case 'acknowledged':
    case 'returned':
      return { level: 'county', role: 'county-reporter', verb: '整改并报告' }
    case 'reported':
      return { level, role: SUPERVISORS[level][0], verb: '核查' }
    case 'issued':
    case 'closed':
    case 'cancelled':
      return null
  }
}

const OPEN: ReadonlySet<RectificationStatus> = new Set(['issued', 'acknowledged', 'returned', 'reported'])
export const isOpen = ({ status }: Pick<Rectification, 'status'>): boolean => OPEN.has(status)

export const rectificationStandingName = ({ status, overdueOn }: Pick<Rectification, 'status' | 'overdueOn'>): string =>
  `${RECTIFICATION_STATUS_NAMES[status]}${overdueOn !== undefined && OPEN.has(status) ? '（已逾期）' : ''}`

/** An unanswered asking for more time. */
export const isAsked = ({ moreTime }: Pick<Rectification, 'moreTime'>): boolean =>
  moreTime !== undefined && moreTime.answer === undefined

const refused = (detail: string): Problem => ({ code: 'transition-not-allowed', detail })

function checkGuard(guard: RectificationGuard, state: Rectification, member: Membership, at: string): Problem | null {
  switch (guard) {
    case 'not-reporter':
      return state.reportedBy.includes(member.personId)
        ? { code: 'conflict-of-interest', detail: '整改情况由您报告，应由另一人核查销号' }
        : null
    case 'not-target':
      return whyOfTarget(state, member)
    case 'before-due':
      return beijingDate(at) < state.dueOn ? null : refused(`延期应在${dayText(state.dueOn)}之前申请，逾期以原期限为准`)
    case 'not-asked':
      return isAsked(state) ? refused('已经申请延期，请等候答复') : null
    case 'asked':
      return isAsked(state) ? null : refused('没有待答复的延期申请')
    case 'in-time':
      return state.overdueOn === undefined && !isOver(state.dueOn, at)
        ? null
        : refused('原期限已过，以原期限为准，不再延期')
  }
}

const codeIn =
  (state: Rectification) =>
  (level: Level): string =>
    level === state.level ? state.issuer : divisionsOfCounty(state.county)[level]

export const permitRectificationAction = (
  state: Rectification,
  action: RectificationAction,
  member: Membership,
  at: string,
): Result<RectificationTransition, Problem> =>
  permit(
    RECTIFICATION_WORKFLOWS[state.level],
    state.status,
    action,
    member,
    codeIn(state),
    (guard) => checkGuard(guard, state, member, at),
    state.unitId,
  )

export const allowedRectificationActions = (state: Rectification, member: Membership, at: string): AllowedAction[] =>
  allowedBy(
    RECTIFICATION_WORKFLOWS[state.level],
    RECTIFICATION_ACTIONS,
    state.status,
    member,
    codeIn(state),
    (guard) => checkGuard(guard, state, member, at),
    state.unitId,
  )
