import { dayText } from '@anjie/calendar-cn'
import type { Membership, Role } from '@anjie/contracts/vocabulary/access/people'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import {
  APPLICATION_ACTIONS,
  type Application,
  type ApplicationAction,
  type ApplicationStatus,
} from '@anjie/contracts/vocabulary/honours/application'
import type { Bar } from '@anjie/contracts/vocabulary/honours/bar'
import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import type { BatchStatus } from '@anjie/contracts/vocabulary/notices/batch'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { err, type Result } from '@anjie/kernel'
import { divisionsOfCounty } from '../divisions/divisionsOfCounty.ts'
import { namingLevel } from '../divisions/namingLevel.ts'
import { BATCH_STATUS_NAMES } from '../notices/batchTransitions.ts'
import { isHeldByObjection, whyHeld } from '../objections/holdUnit.ts'
import { hasEnded } from '../units/unitChange.ts'
import { allowedBy, permit, type StatusOwner, type Transition, type Workflow } from '../workflow/transition.ts'
import { whyBarred } from './bars.ts'
import { unconfirmed } from './confirmations.ts'
import { openRequests } from './desk.ts'
import { firstUnmet, heldAlready, type LowerTitleNow, whyLowerFell } from './eligibility.ts'
import type { EligibilityLine } from './eligibilityLine.ts'
import { isPlaceFree, type PlacesLeft } from './quota.ts'

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

export const APPLICATION_ACTION_NAMES = {
  save: '修改申报',
  submit: '提交',
  confirm: '登记部门核实',
  withdraw: '撤回',
  recommend: '推荐',
  accept: '验收',
  wait: '列入候补',
  return: '退回',
  reject: '不予通过',
  hold: '暂缓办理',
  release: '恢复办理',
  visit: '登记现场核查',
  transfer: '转办',
  'ask-opinion': '征求会签',
  'co-sign': '会签',
  'recall-request': '撤回会签',
  propose: '列入拟命名名单',
  name: '命名',
} as const satisfies Record<ApplicationAction, string>

/** 称呼: what a status is called in a round of each level; the county accepts in its own, the city in its own and the province's. */
const STATUS_NAMES_AT = {
  county: { ...APPLICATION_STATUS_NAMES, submitted: '待县级验收', accepted: '待县级拟命名' },
  city: { ...APPLICATION_STATUS_NAMES, accepted: '待市级拟命名' },
  province: APPLICATION_STATUS_NAMES,
} as const satisfies Record<Level, Record<ApplicationStatus, string>>

type OfRound = Pick<Application, 'status' | 'roundId' | 'held' | 'waiting'>

export const applicationStatusName = ({ status, roundId }: OfRound): string =>
  STATUS_NAMES_AT[namingLevel(roundId)][status]

/** 环节, with a word where it waits because it was sent back: what stands beside the title of an application. */
export function applicationStandingName(state: OfRound & Pick<Application, 'returnReason'>): string {
  const isWaiting = applicationOwner(state) !== null
  const word =
    (isWaiting || state.status === 'proposed') && state.held !== undefined
      ? '（暂缓）'
      : isWaiting && state.waiting !== undefined
        ? '（候补）'
        : isWaiting && state.returnReason !== undefined
          ? '（已退回）'
          : ''
  return `${applicationStatusName(state)}${word}`
}

const REPORTERS_TURN = { level: 'county', role: 'county-reporter', verb: '填报' } as const
const REVIEWERS = { county: 'county-reviewer', city: 'city-reviewer', province: 'province-reviewer' } as const
/** 验收级: the city's, but for a county's own round. */
export const ACCEPTED_BY = { county: 'county', city: 'city', province: 'city' } as const satisfies Record<Level, Level>

/**
 * In whose hands an application is, and what they do next. `null`: nobody's. A proposed one is carried by its list from
 * then on, and the list is in one queue of its own; a named or rejected one is closed.
 */
export function applicationOwner({ status, roundId, held, waiting }: OfRound): StatusOwner | null {
  const level = namingLevel(roundId)
  const at = (where: Level, verb: string): StatusOwner => ({
    level: where,
    role: REVIEWERS[where],
    verb: held !== undefined ? '恢复办理' : waiting === undefined ? verb : '递补验收',
  })
  switch (status) {
    case 'draft':
      return REPORTERS_TURN
    case 'submitted':
      return level === 'county' ? at('county', '验收') : at('county', '推荐')
    case 'recommended':
      return at('city', '验收')
    case 'accepted':
      return at(level, '列入名单')
    case 'proposed':
    case 'named':
    case 'rejected':
      return null
  }
}

/**
 * `not-author`: 回避, nobody decides on what they wrote themselves. `eligible`: the window, the unit and every criterion.
 * `place-left`: a place is left in the round. `untitled`: the unit got no title of this honour meanwhile.
 * `no-objection`: none is being looked into, and none proved right.
 * `list-open`: the list that it joins is not on notice yet. `list-not-fixed`: the list that it leaves is neither on notice
 * nor being named. `in-time`: what was sent back to the county is passed on within the time that it was given. `unit-stands`: the unit was not merged
 * or dissolved meanwhile. `lower-stands`: the title below by which the unit applies still stands. `not-held`, `is-held`: 暂缓, a case that is held
 * goes no further until it is released. `confirmed`: each office has said what it knows. `mine`: 转办, nobody of the level goes on with what was
 * passed on to a colleague. `answered`: 会签, no opinion is still awaited. `asked`, `is-asked`: one is awaited of this person, of anybody.
 * `own-honour`: the post is bound to no other honour types. `list-not-decided`: no naming was decided on its list. `no-place`: only
 * what finds no place waits for one. `not-waiting`: who listed it as waiting has decided, so it is returned by them and withdrawn by nobody
 * below. `not-barred`: 限制申报, no bar is in force on the day.
 */
export type ApplicationGuard =
  | 'not-author'
  | 'not-held'
  | 'own-honour'
  | 'mine'
  | 'answered'
  | 'asked'
  | 'is-asked'
  | 'list-not-decided'
  | 'confirmed'
  | 'is-held'
  | 'in-time'
  | 'unit-stands'
  | 'lower-stands'
  | 'eligible'
  | 'place-left'
  | 'no-place'
  | 'not-waiting'
  | 'not-barred'
  | 'untitled'
  | 'no-objection'
  | 'list-open'
  | 'list-not-fixed'

export type ApplicationTransition = Transition<ApplicationStep, ApplicationStatus, ApplicationGuard>

const REPORTER = { level: 'county', role: 'county-reporter', alsoUnit: true } as const

const EVERY_LEVEL = ['county', 'city', 'province'] as const satisfies readonly Level[]
const AT_COUNTY = ['unit-reporter', 'county-reporter', 'county-reviewer'] as const
type Line = ApplicationTransition

/** The lines of a round that is named at this level. */
function transitionsAt(level: Level): readonly Line[] {
  const up = EVERY_LEVEL.slice(0, EVERY_LEVEL.indexOf(level) + 1)
  const acceptor = ACCEPTED_BY[level]
  const reviewer = (at: Level) => ({ level: at, role: REVIEWERS[at] })
  const rolesOf = (...levels: readonly Level[]): readonly Role[] =>
    [...new Set(levels)].flatMap((at) => (at === 'county' ? AT_COUNTY : [REVIEWERS[at]]))
  const reviewersOf = (...levels: readonly Level[]): readonly Role[] => [...new Set(levels)].map((at) => REVIEWERS[at])
  /** The levels below the one that acts hear of it; the county's own acts are said to the unit by the county's line. */
  const told = (at: Level): readonly Level[] => (at === 'province' ? ['county', 'city'] : ['county'])
  const waitsForAcceptance: ApplicationStatus = level === 'county' ? 'submitted' : 'recommended'
  const earlier: readonly [ApplicationStatus, ...ApplicationStatus[]] =
    level === 'county' ? ['submitted', 'draft'] : ['recommended', 'submitted', 'draft']

  /**
   * What whoever's turn it is does with a case that stays in their hands. 暂缓 and 恢复 go together: the same post lets it go on. 转办 is open to
   * every colleague, so that nothing waits for somebody who is away.
   */
  const deskWork = (from: ApplicationStatus, at: Level): readonly Line[] => {
    const stays = { from, to: [from], ...reviewer(at), changes: [], tells: [] } as const
    return [
      ...(['hold', 'release'] as const).map((action) => ({
        ...stays,
        action,
        guards: ['not-author', 'mine', action === 'hold' ? 'not-held' : 'is-held'] as const,
        changes: reviewersOf(at),
        tells: told(at),
      })),
      { ...stays, action: 'visit', guards: ['not-author', 'mine'] },
      { ...stays, action: 'transfer', guards: ['not-author'], tells: [at] },
      { ...stays, action: 'ask-opinion', guards: ['not-author', 'mine'], tells: [at] },
      { ...stays, action: 'co-sign', guards: ['asked', 'not-author'], tells: [at] },
      { ...stays, action: 'recall-request', guards: ['not-author', 'mine', 'is-asked'] },
    ]
  }

  const atCounty: readonly Line[] = [
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
    {
      from: 'submitted',
      action: 'withdraw',
      to: ['draft'],
      ...REPORTER,
      guards: ['not-waiting'],
      changes: AT_COUNTY,
      tells: [],
    },
    {
      from: 'submitted',
      action: 'return',
      to: ['draft'],
      ...reviewer('county'),
      guards: ['not-author', 'mine'],
      changes: AT_COUNTY,
      tells: ['county'],
    },
    {
      from: 'submitted',
      action: 'reject',
      to: ['rejected'],
      ...reviewer('county'),
      guards: ['not-author', 'mine'],
      changes: reviewersOf('county'),
      tells: ['county'],
    },
    {
      from: 'submitted',
      action: 'confirm',
      to: ['submitted'],
      ...reviewer('county'),
      guards: ['not-author', 'mine'],
      changes: [],
      tells: [],
    },
    ...deskWork('submitted', 'county'),
  ]
  const atCity: readonly Line[] = [
    {
      from: 'submitted',
      action: 'recommend',
      to: ['recommended'],
      ...reviewer('county'),
      guards: [
        'not-author',
        'mine',
        'not-held',
        'answered',
        'in-time',
        'unit-stands',
        'not-barred',
        'lower-stands',
        'confirmed',
      ],
      changes: reviewersOf('county', 'city'),
      tells: [],
    },
    // Before the city has decided: the applicant takes the application back, or the county its recommendation.
    {
      from: 'recommended',
      action: 'withdraw',
      to: ['draft'],
      ...REPORTER,
      guards: ['not-waiting'],
      changes: ['unit-reporter', 'county-reporter', 'city-reviewer'],
      tells: [],
    },
    {
      from: 'recommended',
      action: 'withdraw',
      to: ['submitted'],
      ...reviewer('county'),
      guards: ['not-author', 'not-waiting'],
      changes: reviewersOf('county', 'city'),
      tells: [],
    },
    {
      from: 'recommended',
      action: 'return',
      to: ['submitted', 'draft'],
      ...reviewer('city'),
      guards: ['not-author', 'mine'],
      changes: rolesOf('county', 'city'),
      tells: told('city'),
    },
    {
      from: 'recommended',
      action: 'reject',
      to: ['rejected'],
      ...reviewer('city'),
      guards: ['not-author', 'mine'],
      changes: reviewersOf('city'),
      tells: told('city'),
    },
    ...deskWork('recommended', 'city'),
  ]
  /** Before the province has decided, the city takes its acceptance back, and the place with it. */
  const backFromProvince: readonly Line[] = [
    {
      from: 'accepted',
      action: 'withdraw',
      to: ['recommended'],
      ...reviewer('city'),
      guards: ['not-author'],
      changes: reviewersOf('city', 'province'),
      tells: ['county'],
    },
  ]
  const fitToBeAccepted: readonly ApplicationGuard[] = [
    'not-author',
    'mine',
    'not-held',
    'answered',
    ...(level === 'county' ? (['in-time'] as const) : []),
    'unit-stands',
    'not-barred',
    'lower-stands',
    ...(level === 'county' ? (['confirmed'] as const) : []),
  ]
  const atTheEnd: readonly Line[] = [
    {
      from: waitsForAcceptance,
      action: 'accept',
      to: ['accepted'],
      ...reviewer(acceptor),
      guards: [...fitToBeAccepted, 'place-left'],
      changes: reviewersOf(acceptor, level),
      tells: ['county'],
    },
    {
      from: waitsForAcceptance,
      action: 'wait',
      to: [waitsForAcceptance],
      ...reviewer(acceptor),
      guards: [...fitToBeAccepted, 'not-waiting', 'no-place'],
      changes: reviewersOf(acceptor),
      tells: ['county'],
    },
    {
      from: 'accepted',
      action: 'propose',
      to: ['proposed'],
      ...reviewer(level),
      guards: [
        'not-author',
        'mine',
        'not-held',
        'answered',
        'unit-stands',
        'not-barred',
        'lower-stands',
        'untitled',
        'no-objection',
        'list-open',
      ],
      changes: reviewersOf(level),
      tells: ['county'],
    },
    {
      from: 'accepted',
      action: 'return',
      to: earlier,
      ...reviewer(level),
      guards: ['not-author', 'mine'],
      changes: rolesOf(...up),
      tells: told(level),
    },
    {
      from: 'accepted',
      action: 'reject',
      to: ['rejected'],
      ...reviewer(level),
      guards: ['not-author', 'mine'],
      changes: reviewersOf(level),
      tells: told(level),
    },
    ...deskWork('accepted', level),
    // Off the list again: while it is drawn up, or when an objection proved right after the notice has ended.
    {
      from: 'proposed',
      action: 'return',
      to: earlier,
      ...reviewer(level),
      guards: ['not-author', 'list-not-fixed'],
      changes: rolesOf(...up.filter((at) => at !== 'province')),
      tells: told(level),
    },
    // 暂缓 of a listed unit leaves the list as it is (ADR 0007): its turn at the naming is passed over until it is released.
    ...(['hold', 'release'] as const).map((action) => ({
      from: 'proposed' as const,
      action,
      to: ['proposed'] as const,
      ...reviewer(level),
      guards: ['not-author', action === 'hold' ? 'not-held' : 'is-held', 'list-not-decided'] as const,
      changes: [],
      tells: told(level),
    })),
    {
      from: 'proposed',
      action: 'reject',
      to: ['rejected'],
      ...reviewer(level),
      guards: ['not-author', 'list-not-fixed'],
      changes: [],
      tells: told(level),
    },
  ]
  return [
    ...atCounty,
    ...(level === 'county' ? [] : atCity),
    ...(level === 'province' ? backFromProvince : []),
    ...atTheEnd,
  ].map(ofOwnHonour)
}

/** A reviewer of other types sees a case only because an opinion is asked of them, and gives nothing but that. */
const ofOwnHonour = (line: Line): Line =>
  line.action !== 'co-sign' && line.guards.includes('not-author')
    ? { ...line, guards: ['own-honour', ...line.guards] }
    : line

const workflowAt = (level: Level): Workflow<ApplicationStep, ApplicationStatus, ApplicationGuard> => ({
  recordName: '申报',
  statusNames: STATUS_NAMES_AT[level],
  actionNames: APPLICATION_ACTION_NAMES,
  transitions: transitionsAt(level),
})

/** The one table of what may happen to an application, by the level of its round: server, console and tests read it. */
export const APPLICATION_WORKFLOWS = {
  county: workflowAt('county'),
  city: workflowAt('city'),
  province: workflowAt('province'),
} as const satisfies Record<Level, Workflow<ApplicationStep, ApplicationStatus, ApplicationGuard>>

const workflowOf = ({ roundId }: Pick<Application, 'roundId'>) => APPLICATION_WORKFLOWS[namingLevel(roundId)]

/** What guards look at. What is left out is not checked, because it cannot be known yet: a button before its form. */
export interface ApplicationSetting {
  readonly eligibility?: readonly EligibilityLine[]
  readonly places?: PlacesLeft
  /** Of the type as the round keeps it: what offices have to confirm. */
  readonly criteria?: HonourType['criteria']
  /** The title of this honour that the unit holds today; `null`: none. */
  readonly heldTitle?: Title | null
  /** The title below, where the round asks for one; `null`: it is not there. */
  readonly lowerTitle?: LowerTitleNow | null
  /** The unit as it is registered today. */
  readonly unit?: Unit
  /** 限制申报 of the unit, those that are over included. */
  readonly bars?: readonly Bar[]
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

function whyNoPlace(places: PlacesLeft): Problem | null {
  if (isPlaceFree(places)) return null
  return {
    code: 'quota-exhausted',
    detail:
      places.left <= 0
        ? `${places.of}本轮名额已用完${places.position === undefined ? '，可以列入候补' : `，现为候补第${places.position}位`}`
        : `${places.of}空出的${places.left}个名额由候补在前的${places.ahead}件按顺序递补${places.position === undefined ? '，可以列入候补' : ''}`,
  }
}

function checkGuard(
  guard: ApplicationGuard,
  state: Application,
  member: Membership,
  { criteria, eligibility, places, heldTitle, lowerTitle, batchStatus, today, unit, bars }: ApplicationSetting,
): Problem | null {
  switch (guard) {
    case 'not-author':
      return whyRecused(state, member)
    case 'not-held':
      return state.held === undefined
        ? null
        : { code: 'transition-not-allowed', detail: `该申报已暂缓办理（${state.held.reason}），恢复办理后方可继续` }
    case 'own-honour':
      return member.honours === undefined || member.honours.includes(state.honour)
        ? null
        : { code: 'not-permitted', detail: '您的岗位不分管该荣誉，只能答复会签' }
    case 'mine':
      return state.transferred === undefined || state.transferred.personId === member.personId
        ? null
        : {
            code: 'not-permitted',
            detail: `该申报已转由${state.transferred.post}${state.transferred.personName}办理（${state.transferred.reason}）；需要改由您办理的，请先转办`,
          }
    case 'answered': {
      const [open] = openRequests(state)
      return open === undefined
        ? null
        : {
            code: 'transition-not-allowed',
            detail: `${open.post}${open.personName}的会签尚未答复（${dayText(open.dueOn)}前），请等候答复或撤回会签`,
          }
    }
    case 'asked':
      return openRequests(state).some(({ personId }) => personId === member.personId)
        ? null
        : { code: 'not-permitted', detail: '没有请您会签该申报' }
    case 'is-asked':
      return openRequests(state).length > 0
        ? null
        : { code: 'transition-not-allowed', detail: '该申报没有等候答复的会签' }
    case 'list-not-decided':
      return batchStatus === 'naming' || batchStatus === 'named'
        ? { code: 'batch-closed', detail: '已作出命名决定，不能再暂缓或恢复' }
        : null
    case 'confirmed': {
      const open = criteria === undefined ? [] : unconfirmed(state, criteria)
      return open.length === 0
        ? null
        : { code: 'incomplete', detail: `还有${open.length}项未经部门核实：${open.join('、')}，请先登记部门核实` }
    }
    case 'is-held':
      return state.held === undefined ? { code: 'transition-not-allowed', detail: '该申报没有暂缓办理' } : null
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
    case 'not-barred':
      return today === undefined || bars === undefined ? null : whyBarred(state.unitName, bars, today)
    case 'eligible':
      return eligibility === undefined ? null : firstUnmet(eligibility)
    case 'lower-stands':
      return today === undefined || lowerTitle === undefined ? null : whyLowerFell(lowerTitle, today)
    case 'place-left':
      return places === undefined ? null : whyNoPlace(places)
    case 'no-place':
      return places === undefined || !isPlaceFree(places)
        ? null
        : { code: 'transition-not-allowed', detail: `${places.of}还有名额，可以直接验收，不必列入候补` }
    case 'not-waiting':
      return state.waiting === undefined
        ? null
        : { code: 'transition-not-allowed', detail: '该申报已列入候补，需要修改或不再申报的，请由验收单位退回' }
    case 'untitled':
      return heldTitle === undefined || heldTitle === null ? null : heldAlready(heldTitle)
    case 'no-objection':
      return isHeldByObjection(state)
        ? {
            code: 'transition-not-allowed',
            detail: `${whyHeld(state)}，${(state.objections?.upheld ?? 0) > 0 ? '请退回或不予通过' : '办结后方可列入名单'}`,
          }
        : null
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
    workflowOf(state),
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
    detail: `“${applicationStatusName(state)}”的申报不能退回到“${applicationStatusName({ ...state, status: target })}”`,
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
    workflowOf(state),
    STEPS,
    state.status,
    member,
    codeIn(state),
    (guard) => checkGuard(guard, state, member, setting),
    state.unitId,
  )
}

/** The steps to which an application may be returned from where it is, nearest first. */
export const returnTargets = (state: OfRound): readonly ApplicationStatus[] =>
  workflowOf(state).transitions.find(({ action, from }) => action === 'return' && from === state.status)?.to ?? []

function codeIn(state: Application): (level: Level) => string {
  const codes = divisionsOfCounty(state.county)
  return (level) => codes[level]
}
