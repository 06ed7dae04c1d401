import type {
  Application,
  ApplicationAction,
  ApplicationStatus,
  BatchStatus,
} from '@anjie/contracts/vocabulary/honours'
import type { Membership } from '@anjie/contracts/vocabulary/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import { rolesOfLevel } from '../access/rolesOfLevel.ts'
import { BATCH_STATUS_NAMES } from '../notices/batchTransitions.ts'
import {
  APPLICATION_ACTION_NAMES,
  APPLICATION_STATUS_NAMES,
  APPLICATION_TRANSITIONS,
  type ApplicationTransition,
} from './applicationTransitions.ts'
import { type EligibilityLine, firstUnmet } from './eligibility.ts'

/** What guards look at; what is left out is not checked here, because the caller cannot know it (a button before its form). */
export interface GuardFacts {
  readonly eligibility?: readonly EligibilityLine[]
  readonly placesLeft?: number
  /** Of the list that the application joins or stands in. */
  readonly batchStatus?: BatchStatus
}

/** Every step of the table that a member's post has at all, at whatever status. */
export const transitionsOf = (member: Membership): readonly ApplicationTransition[] => {
  const roles = rolesOfLevel(member.roles, member.jurisdiction.level)
  return APPLICATION_TRANSITIONS.filter(
    ({ by }) => by !== 'system' && by.level === member.jurisdiction.level && roles.includes(by.role),
  )
}

/**
 * May this member do this to this application now? Answers the server before a decision and the console for its buttons.
 * `target` is where a return goes to.
 */
export function checkTransition(
  application: Application,
  action: ApplicationAction,
  member: Membership,
  facts: GuardFacts,
  target?: ApplicationStatus,
): Result<ApplicationTransition, Problem> {
  const actionName = APPLICATION_ACTION_NAMES[action]
  if (!application.county.startsWith(member.jurisdiction.code)) {
    return err({ code: 'not-permitted', detail: `${application.countyName}不在${member.jurisdictionName}管辖范围内` })
  }
  const own = transitionsOf(member).filter((each) => each.action === action)
  if (own.length === 0) {
    return err({ code: 'not-permitted', detail: `${member.post}不能办理“${actionName}”` })
  }
  const here = own.filter((each) => each.from === application.status)
  const step = target === undefined ? here[0] : here.find((each) => each.to === target)
  if (step === undefined) {
    const status = APPLICATION_STATUS_NAMES[application.status]
    const detail =
      here.length > 0 && target !== undefined
        ? `本级不能退回到“${APPLICATION_STATUS_NAMES[target]}”`
        : `该申报现为“${status}”，不能${actionName}`
    return err({ code: 'transition-not-allowed', detail })
  }
  for (const guard of step.guards) {
    const problem = GUARDS[guard](application, member, facts)
    if (problem !== undefined) return err(problem)
  }
  return ok(step)
}

type Guard = (application: Application, member: Membership, facts: GuardFacts) => Problem | undefined

const GUARDS = {
  'not-author': (application, member) =>
    application.enteredBy.includes(member.personId)
      ? { code: 'conflict-of-interest', detail: '您参与了该申报的填写，应当回避，请由其他人员办理' }
      : undefined,
  eligible: (_application, _member, { eligibility }) =>
    eligibility === undefined ? undefined : firstUnmet(eligibility),
  'place-left': (application, _member, { placesLeft }) =>
    placesLeft === undefined || placesLeft > 0
      ? undefined
      : { code: 'quota-exhausted', detail: `${application.cityName}本轮名额已用完` },
  'list-collecting': (_application, _member, { batchStatus }) =>
    batchStatus === undefined || batchStatus === 'collecting'
      ? undefined
      : { code: 'batch-closed', detail: `该名单现为“${BATCH_STATUS_NAMES[batchStatus]}”，不能再列入单位` },
  'list-not-fixed': (_application, _member, { batchStatus }) => {
    if (batchStatus === 'on-notice') {
      return { code: 'batch-closed', detail: '名单正在公示，公示期内不作增减；确有问题的，公示期满后再移出' }
    }
    if (batchStatus === 'naming' || batchStatus === 'named') {
      return { code: 'batch-closed', detail: '已作出命名决定，名单不能再变动' }
    }
    return undefined
  },
} as const satisfies Record<ApplicationTransition['guards'][number], Guard>
