import type { Membership, Role } from '@anjie/contracts/vocabulary/access/people'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type {
  Objection,
  ObjectionChannel,
  ObjectionOutcome,
  ObjectionStatus,
} from '@anjie/contracts/vocabulary/objections/objection'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Result } from '@anjie/kernel'
import { namingCode, namingLevel } from '../divisions/namingLevel.ts'
import { allowedBy, permit, type StatusOwner, type Transition, type Workflow } from '../workflow/transition.ts'

export const OBJECTION_ACTIONS = ['accept', 'answer', 'publish'] as const
export type ObjectionAction = (typeof OBJECTION_ACTIONS)[number]

export const OBJECTION_STATUS_NAMES = {
  received: '待接收',
  investigating: '调查中',
  answered: '已答复，待公布',
  published: '已公布',
} as const satisfies Record<ObjectionStatus, string>

export const OBJECTION_OUTCOME_NAMES = {
  upheld: '异议成立',
  dismissed: '异议不成立',
  'not-accepted': '不予受理',
} as const satisfies Record<ObjectionOutcome, string>

export const OBJECTION_CHANNEL_NAMES = {
  site: '网上',
  post: '来信',
  telephone: '来电',
} as const satisfies Record<ObjectionChannel, string>

const REVIEWER = { city: 'city-reviewer', province: 'province-reviewer' } as const satisfies Partial<
  Record<Level, Role>
>
type InvestigatingLevel = keyof typeof REVIEWER

const levelOfInvestigation = (id: string): InvestigatingLevel => (namingLevel(id) === 'city' ? 'city' : 'province')

const VERBS = {
  received: '接收异议',
  investigating: '调查并答复',
  answered: '公布核查结果',
  published: null,
} as const satisfies Record<ObjectionStatus, string | null>

/** In whose hands an objection is: always those who investigate, until its outcome is published. */
export function objectionOwner({ id, status }: Pick<Objection, 'id' | 'status'>): StatusOwner | null {
  const level = levelOfInvestigation(id)
  const verb = VERBS[status]
  return verb === null ? null : { level, role: REVIEWER[level], verb }
}

/** `not-own`: who had a part in the unit's case, or holds a post there, does not look into an objection to it. */
type ObjectionGuard = 'not-own'
type ObjectionTransition = Transition<ObjectionAction, ObjectionStatus, ObjectionGuard>

/** 回避 must leave somebody: where the province's reviewer listed the unit, its administrator looks into it. */
const rolesAt = (level: InvestigatingLevel): readonly Role[] =>
  level === 'city' ? ['city-reviewer'] : ['province-reviewer', 'province-admin']

function workflowAt(level: InvestigatingLevel): Workflow<ObjectionAction, ObjectionStatus, ObjectionGuard> {
  const lines = (from: ObjectionStatus, action: ObjectionAction, to: ObjectionStatus): readonly ObjectionTransition[] =>
    rolesAt(level).map((role) => ({
      from,
      action,
      to: [to],
      level,
      role,
      guards: ['not-own'],
      changes: [REVIEWER[level]],
      tells: [],
    }))
  return {
    recordName: '异议',
    statusNames: OBJECTION_STATUS_NAMES,
    actionNames: { accept: '接收', answer: '答复', publish: '公布' },
    transitions: [
      ...lines('received', 'accept', 'investigating'),
      ...lines('investigating', 'answer', 'answered'),
      ...lines('answered', 'publish', 'published'),
    ],
  }
}

/** The one table of what may happen to an objection, by the level that investigates. */
export const OBJECTION_WORKFLOWS = {
  city: workflowAt('city'),
  province: workflowAt('province'),
} as const satisfies Record<InvestigatingLevel, Workflow<ObjectionAction, ObjectionStatus, ObjectionGuard>>

/** The case of the unit that it is about; undefined where it is about a whole list. */
export type ObjectedCase = Pick<Application, 'enteredBy' | 'opinions' | 'unitId' | 'unitName'> | undefined

function whyRecused(objected: ObjectedCase, member: Membership): Problem | null {
  if (objected === undefined) return null
  if (member.unitsElsewhere?.includes(objected.unitId))
    return { code: 'conflict-of-interest', detail: `您同时在${objected.unitName}任职，应由其他人员核查` }
  const hadPart =
    objected.enteredBy.includes(member.personId) ||
    objected.opinions.some(({ personId }) => personId === member.personId)
  return hadPart ? { code: 'conflict-of-interest', detail: '您办理过该单位的申报，异议应由其他人员核查' } : null
}

export const permitObjectionAction = (
  state: Objection,
  action: ObjectionAction,
  member: Membership,
  objected: ObjectedCase,
): Result<ObjectionTransition, Problem> =>
  permit(
    OBJECTION_WORKFLOWS[levelOfInvestigation(state.id)],
    state.status,
    action,
    member,
    () => namingCode(state.id),
    () => whyRecused(objected, member),
  )

export const allowedObjectionActions = (
  state: Objection,
  member: Membership,
  objected: ObjectedCase,
): AllowedAction[] =>
  allowedBy(
    OBJECTION_WORKFLOWS[levelOfInvestigation(state.id)],
    OBJECTION_ACTIONS,
    state.status,
    member,
    () => namingCode(state.id),
    () => whyRecused(objected, member),
  )
