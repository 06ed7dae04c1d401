import { dayText } from '@anjie/calendar-cn/plainDays'
import type { Membership, Role } from '@anjie/contracts/vocabulary/access/people'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import {
  DUTY_POST_ACTIONS,
  type DutyPost,
  type DutyPostAction,
  type DutyPostStatus,
} from '@anjie/contracts/vocabulary/posts/dutyPost'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Step } from '../decision.ts'
import { dutyPostTitle } from './kinds/index.ts'
import { DUTY_POST_STATUS_NAMES } from './postNames.ts'

export type DutyPostStep = Step<'duty-post'>

/** 岗位由县级管理: who keeps the posts of a county. */
const KEEPERS: readonly Role[] = ['county-admin', 'county-reviewer']
export const keepsPosts = ({ roles, units }: Pick<Membership, 'roles' | 'units'>): boolean =>
  units === undefined && roles.some((role) => KEEPERS.includes(role))

const ACTION_NAMES = {
  fill: '登记任职',
  amend: '更正任职信息',
  vacate: '登记离任',
  end: '撤岗',
  'take-over': '由承继单位承接',
  'take-back': '撤回登记',
} as const satisfies Record<DutyPostAction, string>

/** At which stage each is done. */
const STAGES: Readonly<Record<DutyPostAction, readonly DutyPostStatus[]>> = {
  fill: ['vacant', 'filled'],
  amend: ['filled'],
  vacate: ['filled'],
  end: ['vacant', 'filled'],
  'take-over': ['ended'],
  'take-back': ['vacant', 'filled', 'ended'],
}

/** Why a post at this stage cannot be changed so; undefined when it can. */
export function stageFault(post: DutyPost, action: DutyPostAction): Problem | undefined {
  return STAGES[action].includes(post.status)
    ? undefined
    : {
        code: 'transition-not-allowed',
        detail: `${dutyPostTitle(post)}现为“${DUTY_POST_STATUS_NAMES[post.status]}”，不能${ACTION_NAMES[action]}`,
      }
}

/** Every action on a post, allowed or not and why. */
export function allowedDutyPostActions(post: DutyPost, member: Membership): AllowedAction[] {
  return DUTY_POST_ACTIONS.map((action) => {
    const fault = stageFault(post, action)
    if (fault !== undefined) return { action, allowed: false, reason: fault.detail }
    return keepsPosts(member)
      ? { action, allowed: true, mine: true }
      : { action, allowed: false, reason: '岗位由县级管理员或审核人登记' }
  })
}

/** A refusal at one field. */
export const postFault = (pointer: string, detail: string): Problem => ({
  code: 'invalid-input',
  detail,
  pointer,
  errors: [{ pointer, detail }],
})

export const futureFault = (pointer: string, day: PlainDate, today: PlainDate): Problem | undefined =>
  day > today ? postFault(pointer, `日期${dayText(day)}晚于今天（${dayText(today)}），请在生效后登记`) : undefined
