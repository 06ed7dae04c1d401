import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { MovePlan, MoveStatus } from '@anjie/contracts/vocabulary/moves/movePlan'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import { namingCode, namingLevel } from '../divisions/namingLevel.ts'
import type { StatusOwner } from '../workflow/transition.ts'
import { MOVE_STATUS_NAMES } from './moveNames.ts'

export const MOVE_ACTIONS = ['redraw', 'confirm', 'carry-on', 'discard'] as const
export type MoveAction = (typeof MOVE_ACTIONS)[number]

export const MOVE_ACTION_NAMES = {
  redraw: '重新拟定',
  confirm: '确认',
  'carry-on': '继续办理',
  discard: '放弃',
} as const satisfies Record<MoveAction, string>

const FROM: Readonly<Record<MoveAction, readonly MoveStatus[]>> = {
  redraw: ['drawn', 'discarded'],
  confirm: ['drawn'],
  'carry-on': ['applying'],
  discard: ['drawn'],
}

type Person = Pick<Membership, 'personId' | 'jurisdiction' | 'roles'>

/** In whose hands a plan is, and what they do next; null: it is over. */
export function moveOwner({ id, status, gaps }: Pick<MovePlan, 'id' | 'status' | 'gaps'>): MoveOwner | null {
  const drawer = { level: namingLevel(id), code: namingCode(id), role: drawerOf(id) }
  if (status === 'applying') return { ...drawer, verb: '继续办理' }
  if (status !== 'drawn') return null
  if (gaps.length > 0) return { ...drawer, verb: '落实并重新拟定' }
  const { code, role } = confirmsFor(id)
  return { level: namingLevel(id) === 'county' ? 'city' : 'province', code, role, verb: '确认方案' }
}

export interface MoveOwner extends StatusOwner {
  readonly code: string
}

const drawerOf = (id: string): 'county-admin' | 'province-admin' =>
  namingLevel(id) === 'county' ? 'county-admin' : 'province-admin'

/** Who confirms: the city what a county drew up of its townships; above the province is nobody, so there another of its administrators. */
const confirmsFor = (id: string): { readonly code: string; readonly role: Membership['roles'][number] } =>
  namingLevel(id) === 'county'
    ? { code: cityCodeOf(id), role: 'city-reviewer' }
    : { code: namingCode(id), role: 'province-admin' }

/** Why this step cannot be taken with a plan; undefined when it can. Whoever drew a plan up does not confirm it. */
export function moveFault(plan: MovePlan, action: MoveAction, member: Person): Problem | undefined {
  const refuse = (code: Problem['code'], detail: string): Problem => ({ code, detail })
  const own = member.jurisdiction.code === namingCode(plan.id) && member.roles.includes(drawerOf(plan.id))
  const confirmer = confirmsFor(plan.id)
  const mayConfirm = member.jurisdiction.code === confirmer.code && member.roles.includes(confirmer.role)
  if (action === 'confirm' ? !mayConfirm : !own)
    return refuse('not-permitted', `您的岗位不能${MOVE_ACTION_NAMES[action]}这份迁移方案`)
  if (!FROM[action].includes(plan.status))
    return refuse('transition-not-allowed', `方案${MOVE_STATUS_NAMES[plan.status]}，不能${MOVE_ACTION_NAMES[action]}`)
  if (action !== 'confirm') return undefined
  if (plan.drawnBy.personId === member.personId) return refuse('conflict-of-interest', '方案由您拟定，应由另一人确认')
  const [gap] = plan.gaps
  return gap === undefined
    ? undefined
    : refuse('transition-not-allowed', `还有${plan.gaps.length}项没有落实：${gap}；落实后请重新拟定方案`)
}

/** What this person can do with a plan now, and why not where not. */
export const allowedMoveActions = (plan: MovePlan, member: Person): AllowedAction[] =>
  MOVE_ACTIONS.map((action) => {
    const fault = moveFault(plan, action, member)
    return fault === undefined ? { action, allowed: true } : { action, allowed: false, reason: fault.detail }
  })
