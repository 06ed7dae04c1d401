import { dayText } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import {
  APPLICATION_ACTIONS,
  type Application,
  type ApplicationAction,
  type ApplicationStatus,
} from '@anjie/contracts/vocabulary/honours/application'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import type { BatchStatus } from '@anjie/contracts/vocabulary/notices/batch'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { err, type Result } from '@anjie/kernel'
import { divisionsOfCounty } from '../divisions/divisionsOfCounty.ts'
import { BATCH_STATUS_NAMES } from '../notices/batchTransitions.ts'
import { hasEnded } from '../units/unitChange.ts'
import { allowedBy, permit, type StatusOwner, type Transition, type Workflow } from '../workflow/transition.ts'
import { type EligibilityLine, firstUnmet, heldAlready } from './eligibility.ts'

/** What somebody does to an application. Being named is not among them: it follows from the decision on the whole list. */
export type ApplicationStep = Exclude<ApplicationAction, 'name'>
const STEPS = APPLICATION_ACTIONS.filter((action) => action !== 'name')

export const APPLICATION_STATUS_NAMES = {
  draft: '草稿',
  submitted: '待县级推荐',
  recommended: '待市级验收',
  accepted: '待省级拟命名',
  proposed: '已列入拟命名名单',
  named: '已命名',
  rejected: '不予通过',
} as const satisfies Record<ApplicationStatus, string>

/** 环节, with a word where it waits because it was sent back: what stands beside the title of an application. */
export const applicationStandingName = ({
  status,
  returnReason,
}: Pick<Application, 'status' | 'returnReason'>): string =>
  `${APPLICATION_STATUS_NAMES[status]}${APPLICATION_OWNERS[status] !== null && returnReason !== undefined ? '（已退回）' : ''}`

export const APPLICATION_ACTION_NAMES = {
  save: '修改申报',
  submit: '提交',
  withdraw: '撤回',
  recommend: '推荐',
  accept: '验收',
  return: '退回',
  reject: '不予通过',
  propose: '列入拟命名名单',
  name: '命名',
} as const satisfies Record<ApplicationAction, string>

/**
 * In whose hands an application is, and what they do next. `null`: nobody's. A proposed one is carried by its list from
 * then on, and the list is in one queue of its own; a named or rejected one is closed.
 */
export const APPLICATION_OWNERS: Readonly<Record<ApplicationStatus, StatusOwner | null>> = {
  draft: { level: 'county', role: 'county-reporter', verb: '填报' },
  submitted: { level: 'county', role: 'county-reviewer', verb: '推荐' },
  recommended: { level: 'city', role: 'city-reviewer', verb: '验收' },
  accepted: { level: 'province', role: 'province-reviewer', verb: '列入名单' },
  proposed: null,
  named: null,
  rejected: null,
}

/**
 * `not-author`: 回避, nobody decides on what they wrote themselves. `eligible`: the window, the unit and every criterion.
 * `place-left`: the city has a place left in the round. `untitled`: the unit got no title of this honour meanwhile.
 * `list-open`: the list that it joins is not on notice yet. `list-not-fixed`: the list that it leaves is neither on notice
 * nor being named. `in-time`: what was sent back to the county is passed on within the time that it was given. `unit-stands`: the unit was not merged
 * or dissolved meanwhile.
 */
export type ApplicationGuard =
  | 'not-author'
  | 'in-time'
  | 'unit-stands'
  | 'eligible'
  | 'place-left'
  | 'untitled'
  | 'list-open'
  | 'list-not-fixed'

export type ApplicationTransition = Transition<ApplicationStep, ApplicationStatus, ApplicationGuard>

const REPORTER = { level: 'county', role: 'county-reporter', alsoUnit: true } as const
const COUNTY = { level: 'county', role: 'county-reviewer' } as const
const CITY = { level: 'city', role: 'city-reviewer' } as const
const PROVINCE = { level: 'province', role: 'province-reviewer' } as const

const AT_COUNTY = ['unit-reporter', 'county-reporter', 'county-reviewer'] as const
const AT_CITY = ['city-reviewer'] as const
const AT_PROVINCE = ['province-reviewer'] as const

const TRANSITIONS: readonly ApplicationTransition[] = [
  { from: 'draft', action: 'save', to: ['draft'], ...REPORTER, guards: [], changes: [], tells: [] },
  {
    from: 'draft',
    action: 'submit',
    to: ['submitted'],
    ...REPORTER,
    guards: ['eligible'],
    changes: AT_COUNTY,
    tells: [],
  },
  { from: 'submitted', action: 'withdraw', to: ['draft'], ...REPORTER, guards: [], changes: AT_COUNTY, tells: [] },

  {
    from: 'submitted',
    action: 'recommend',
    to: ['recommended'],
    ...COUNTY,
    guards: ['not-author', 'in-time', 'unit-stands'],
    changes: ['county-reviewer', ...AT_CITY],
    tells: [],
  },
  {
    from: 'submitted',
    action: 'return',
    to: ['draft'],
    ...COUNTY,
    guards: ['not-author'],
    changes: AT_COUNTY,
    tells: ['county'],
  },

  {
    from: 'recommended',
    action: 'accept',
    to: ['accepted'],
    ...CITY,
    guards: ['not-author', 'unit-stands', 'place-left'],
    changes: [...AT_CITY, ...AT_PROVINCE],
    tells: ['county'],
  },
  {
    from: 'recommended',
    action: 'return',
    to: ['submitted', 'draft'],
    ...CITY,
    guards: ['not-author'],
    changes: [...AT_COUNTY, ...AT_CITY],
    tells: ['county'],
  },
  {
    from: 'recommended',
    action: 'reject',
    to: ['rejected'],
    ...CITY,
    guards: ['not-author'],
    changes: AT_CITY,
    tells: ['county'],
  },

  {
    from: 'accepted',
    action: 'propose',
    to: ['proposed'],
    ...PROVINCE,
    guards: ['not-author', 'unit-stands', 'untitled', 'list-open'],
    changes: AT_PROVINCE,
    tells: ['county'],
  },
  {
    from: 'accepted',
    action: 'return',
    to: ['recommended', 'submitted', 'draft'],
    ...PROVINCE,
    guards: ['not-author'],
    changes: [...AT_COUNTY, ...AT_CITY, ...AT_PROVINCE],
    tells: ['county', 'city'],
  },
  {
    from: 'accepted',
    action: 'reject',
    to: ['rejected'],
    ...PROVINCE,
    guards: ['not-author'],
    changes: AT_PROVINCE,
    tells: ['county', 'city'],
  },

  // Off the list again: while it is drawn up, or when an objection proved right after the notice has ended.
  {
    from: 'proposed',
    action: 'return',
    to: ['recommended', 'submitted', 'draft'],
    ...PROVINCE,
    guards: ['not-author', 'list-not-fixed'],
    changes: [...AT_COUNTY, ...AT_CITY],
    tells: ['county', 'city'],
  },
  {
    from: 'proposed',
    action: 'reject',
    to: ['rejected'],
    ...PROVINCE,
    guards: ['not-author', 'list-not-fixed'],
    changes: [],
    tells: ['county', 'city'],
  },
]

/** The one table of what may happen to an application: server, console and tests read it. */
export const APPLICATION_WORKFLOW: Workflow<ApplicationStep, ApplicationStatus, ApplicationGuard> = {
  recordName: '申报',
  statusNames: APPLICATION_STATUS_NAMES,
  actionNames: APPLICATION_ACTION_NAMES,
  transitions: TRANSITIONS,
}

/** What guards look at. What is left out is not checked, because it cannot be known yet: a button before its form. */
export interface ApplicationSetting {
  readonly eligibility?: readonly EligibilityLine[]
  readonly placesLeft?: number
  /** The title of this honour that the unit holds today; `null`: none. */
  readonly heldTitle?: Title | null
  /** The unit as it is registered today. */
  readonly unit?: Unit
  /** The day, for what is given a stated time. */
  readonly today?: PlainDate
  /** Of the list that the application joins or stands in. */
  readonly batchStatus?: BatchStatus
}

/** Who wrote in a case, or gave an opinion on it for another jurisdiction before changing posts, does not decide on it. */
function whyRecused(state: Application, member: Membership): Problem | null {
  if (member.unitsElsewhere?.includes(state.unitId))
    return { code: 'conflict-of-interest', detail: `您同时在${state.unitName}任职，应当回避，请由其他人员办理` }
  if (state.enteredBy.includes(member.personId))
    return { code: 'conflict-of-interest', detail: '您参与了该申报的填写，应当回避，请由其他人员办理' }
  const earlier = state.opinions.find(
    ({ personId, jurisdiction }) => personId === member.personId && jurisdiction !== member.jurisdiction.code,
  )
  return earlier === undefined
    ? null
    : {
        code: 'conflict-of-interest',
        detail: `您曾代表${earlier.jurisdictionName}对该申报提出意见，应当回避，请由其他人员办理`,
      }
}

function checkGuard(
  guard: ApplicationGuard,
  state: Application,
  member: Membership,
  { eligibility, placesLeft, heldTitle, batchStatus, today, unit }: ApplicationSetting,
): Problem | null {
  switch (guard) {
    case 'not-author':
      return whyRecused(state, member)
    case 'in-time': {
      const until = state.returnReason === undefined ? undefined : state.resubmitBy
      return today === undefined || until === undefined || today <= until
        ? null
        : { code: 'round-closed', detail: `退回补正期已于${dayText(until)}结束，不能再报送` }
    }
    case 'unit-stands':
      return today === undefined || unit === undefined || !hasEnded(unit, today)
        ? null
        : {
            code: 'criteria-not-met',
            detail: `${unit.name}已于${dayText(unit.validTo ?? today)}撤并，不能再办理推荐、验收和命名，请退回或不予通过`,
          }
    case 'eligible':
      return eligibility === undefined ? null : firstUnmet(eligibility)
    case 'place-left':
      return placesLeft === undefined || placesLeft > 0
        ? null
        : { code: 'quota-exhausted', detail: `${state.cityName}本轮名额已用完` }
    case 'untitled':
      return heldTitle === undefined || heldTitle === null ? null : heldAlready(heldTitle)
    case 'list-open':
      return batchStatus === undefined || batchStatus === 'collecting'
        ? null
        : { code: 'batch-closed', detail: `该名单现为“${BATCH_STATUS_NAMES[batchStatus]}”，不能再列入单位` }
    case 'list-not-fixed':
      if (batchStatus === 'on-notice') {
        return { code: 'batch-closed', detail: '名单正在公示，公示期内不作增减；确有问题的，公示期满后再移出' }
      }
      return batchStatus === 'naming' || batchStatus === 'named'
        ? { code: 'batch-closed', detail: '已作出命名决定，名单不能再变动' }
        : null
  }
}

/** The line of the table by which this person may do this now, or the refusal. `target`: where a return goes. */
export function permitApplicationAction(
  state: Application,
  action: ApplicationStep,
  member: Membership,
  setting: ApplicationSetting,
  target?: ApplicationStatus,
): Result<ApplicationTransition, Problem> {
  const permitted = permit(
    APPLICATION_WORKFLOW,
    state.status,
    action,
    member,
    codeIn(state),
    (guard) => checkGuard(guard, state, member, setting),
    state.unitId,
  )
  if (!permitted.ok || target === undefined || permitted.value.to.includes(target)) return permitted
  return err({
    code: 'transition-not-allowed',
    detail: `“${APPLICATION_STATUS_NAMES[state.status]}”的申报不能退回到“${APPLICATION_STATUS_NAMES[target]}”`,
    pointer: '/to',
  })
}

/** Every action on an application, allowed or not and why: the same for the console and the server. */
export function allowedApplicationActions(
  state: Application,
  member: Membership,
  setting: ApplicationSetting,
): AllowedAction[] {
  return allowedBy(
    APPLICATION_WORKFLOW,
    STEPS,
    state.status,
    member,
    codeIn(state),
    (guard) => checkGuard(guard, state, member, setting),
    state.unitId,
  )
}

/** The steps to which an application may be returned from where it is, nearest first. */
export const returnTargets = (status: ApplicationStatus): readonly ApplicationStatus[] =>
  TRANSITIONS.find(({ action, from }) => action === 'return' && from === status)?.to ?? []

function codeIn(state: Application): (level: Level) => string {
  const codes = divisionsOfCounty(state.county)
  return (level) => codes[level]
}
