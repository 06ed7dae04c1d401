import { addDays, chineseDay } from '@anjie/calendar-cn/plainDays'
import type { FactTypeOf } from '@anjie/contracts/facts/facts'
import { textOf } from '@anjie/contracts/facts/readFact'
import { LEVELS, type Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import { namingLevel } from '@anjie/domain/divisions/namingLevel'
import { ACCEPTED_BY, applicationOwner, applicationStandingName } from '@anjie/domain/honours/applicationTransitions'
import { askedOf, openRequests } from '@anjie/domain/honours/desk'
import type { StatusOwner } from '@anjie/domain/workflow/transition'
import { beijingDay } from '@anjie/kernel'
import { type HomeLine, type HomeView, noteOf, type Standing, TOLD_DAYS } from './homeLine.ts'
import { withUnitsOwn } from './unitsOwn.ts'

/** Whose turn it is may change at these levels by a step in a round of a level; `acting`: of whoever takes it. */
function turnsOf(type: FactTypeOf<'application'>, level: Level, acting: string): readonly Level[] {
  switch (type) {
    case 'ApplicationDrafted':
    case 'ApplicationSubmitted':
      return ['county']
    case 'ApplicationClosedByMove':
      return ['county', 'city']
    case 'ApplicationWithdrawn':
      return level === 'county' ? ['county'] : ['county', 'city']
    case 'ApplicationRecommended':
    case 'RecommendationWithdrawn':
      return ['county', 'city']
    case 'ApplicationAccepted':
    case 'AcceptanceWithdrawn':
      return [...new Set([ACCEPTED_BY[level], level])]
    case 'ApplicationReturned':
      return LEVELS.slice(0, LEVELS.indexOf(level) + 1)
    case 'ApplicationRejected':
    case 'ApplicationHeld':
    case 'ApplicationReleased':
    case 'ApplicationTransferred':
    case 'OpinionAsked':
    case 'OpinionGiven':
    case 'OpinionRecalled':
    case 'ApplicationWaits':
      return LEVELS.filter((each) => each === acting)
    case 'ApplicationProposed':
    case 'ApplicationObjected':
    case 'ObjectionSettled':
    case 'ApplicationSetAside':
      return [level]
    case 'ApplicationSaved':
    case 'ApplicationEvidenceRequested':
    case 'ApplicationEvidenceAttached':
    case 'ApplicationEvidenceRemoved':
    case 'ApplicationEvidenceReused':
    case 'CriteriaConfirmed':
    case 'SiteVisited':
    case 'VisitFileRequested':
    case 'VisitFileAttached':
    case 'ApplicationNamed':
    case 'ApplicationPassedOver':
    case 'ApplicationNamingTakenBack':
      return []
  }
}

/** What the levels below the one that acted are told. */
const TOLD: Readonly<Record<FactTypeOf<'application'>, string | null>> = {
  ApplicationDrafted: null,
  ApplicationClosedByMove: '因区划变更终止申报',
  ApplicationSaved: null,
  ApplicationEvidenceRequested: null,
  ApplicationEvidenceAttached: null,
  ApplicationEvidenceRemoved: null,
  ApplicationEvidenceReused: null,
  CriteriaConfirmed: null,
  ApplicationSubmitted: null,
  ApplicationWithdrawn: null,
  ApplicationRecommended: null,
  RecommendationWithdrawn: null,
  ApplicationAccepted: '验收通过',
  ApplicationWaits: '列入候补',
  AcceptanceWithdrawn: '撤回验收',
  ApplicationReturned: '退回申报',
  ApplicationRejected: '不予通过',
  ApplicationHeld: '暂缓办理',
  ApplicationReleased: '恢复办理',
  SiteVisited: null,
  VisitFileRequested: null,
  VisitFileAttached: null,
  ApplicationTransferred: '转办',
  OpinionAsked: '征求会签',
  OpinionGiven: '会签',
  OpinionRecalled: null,
  ApplicationProposed: '列入拟命名名单',
  ApplicationNamed: '命名',
  ApplicationPassedOver: '未予命名',
  ApplicationObjected: '收到异议，核查期间暂缓命名',
  ObjectionSettled: '异议核查办结',
  ApplicationSetAside: '暂缓命名，另行公示',
  ApplicationNamingTakenBack: '命名决定撤回',
}

/** 转办 and 会签 are a level's own business. */
const WITHIN_LEVEL: ReadonlySet<FactTypeOf<'application'>> = new Set([
  'ApplicationTransferred',
  'OpinionAsked',
  'OpinionGiven',
])

function whatWasSaid(type: FactTypeOf<'application'>, { transferred, requests = [] }: Application): string {
  if (type === 'ApplicationTransferred')
    return `转由${transferred?.post ?? ''}${transferred?.personName ?? ''}办理：${transferred?.reason ?? ''}`
  const open = openRequests({ requests })[0]
  if (type === 'OpinionAsked' && open !== undefined)
    return `请${open.post}${open.personName}会签，${chineseDay(open.dueOn)}前答复`
  const given = requests.findLast(({ answer }) => answer !== undefined)
  return `${given?.post ?? ''}${given?.personName ?? ''}已会签：${given?.answer?.agrees === true ? '同意' : '不同意'}`
}

/** Of what the province does with an application its city hears as well. */
const TOLD_TO_CITY: ReadonlySet<FactTypeOf<'application'>> = new Set([
  'ApplicationReturned',
  'ApplicationRejected',
  'ApplicationHeld',
  'ApplicationReleased',
])

/** The application waits for one post at most. A draft, and what was sent back, waits only as long as it can still be submitted. */
export const application: HomeView<'application'> = ({ recordId, version, type, at, after: state, details, actor }) => {
  const codes = divisionsOfCounty(state.county)
  const owner = applicationOwner(state)
  const lastDay = state.status === 'draft' || state.returnReason !== undefined ? lastDayOf(state) : undefined
  const row: HomeRow = {
    kind: 'application',
    id: recordId,
    version,
    title: state.unitName,
    place: `${state.countyName}${state.townshipName ?? ''}`,
    status: state.status,
    statusName: applicationStandingName(state),
    queue: owner === null ? null : { level: owner.level, code: codes[owner.level], role: owner.role },
    nextVerb: owner?.verb ?? null,
    dueOn: owner?.level === 'county' ? (lastDay ?? null) : null,
    updatedAt: state.updatedAt,
    page: 'application',
    pageId: recordId,
    note: noteOn(state) ?? state.roundName,
    roundId: state.roundId,
    unit: state.unitId,
    ...askedOf(state),
  }
  const told = TOLD[type]
  const turns = turnsOf(type, namingLevel(state.roundId), actor.level)
  const lines: readonly HomeLine[] = turns.map((level) => ({
    owner: codes[level],
    slot: 'turn',
    line: owner?.level === level ? { standing: standingOf(owner, lastDay), row } : null,
  }))
  if (type === 'OpinionRecalled' && actor.level !== 'system')
    return withUnitsOwn(lines, codes.county, state.unitId).concat({
      owner: codes[actor.level],
      slot: 'within',
      line: null,
    })
  if (told === null) return withUnitsOwn(lines, codes.county, state.unitId)
  if (WITHIN_LEVEL.has(type)) {
    // Said to the level itself, by fixed words; to nobody below.
    const heard: HomeRow = {
      ...row,
      nextVerb: null,
      dueOn: null,
      updatedAt: at,
      says: told,
      note: noteOf(whatWasSaid(type, state)),
    }
    const level = actor.level === 'system' ? 'county' : actor.level
    const day = addDays(PlainDate.parse(beijingDay(at)), TOLD_DAYS)
    return withUnitsOwn(lines, codes.county, state.unitId).concat({
      owner: codes[level],
      slot: 'within',
      line: { standing: { as: 'told', level, day }, row: heard },
    })
  }
  const says = `${actor.level === 'system' ? '' : actor.jurisdictionName}${told}`
  const heard: HomeRow = {
    ...row,
    nextVerb: null,
    dueOn: null,
    updatedAt: at,
    says,
    note: noteOf(`${says}${textOf(details, 'reason', '：')}${textOf(details, 'outcome', '：')}`),
  }
  const day = addDays(PlainDate.parse(beijingDay(at)), TOLD_DAYS)
  const below: readonly ('county' | 'city')[] =
    actor.level === 'province' && TOLD_TO_CITY.has(type) ? ['county', 'city'] : ['county']
  return withUnitsOwn(
    [
      ...lines,
      ...below.map((level) => ({
        owner: codes[level],
        slot: 'told',
        line: { standing: { as: 'told', level, day } as const, row: heard },
      })),
    ],
    codes.county,
    state.unitId,
  )
}

/** Why a case waits: it is held, or it was sent back. */
function noteOn(state: Application): string | undefined {
  if (applicationOwner(state) === null) return undefined
  if (state.held !== undefined) return noteOf(`暂缓：${state.held.reason}`)
  const [asked] = openRequests(state)
  if (asked !== undefined) return noteOf(`等候${asked.post}${asked.personName}会签，${chineseDay(asked.dueOn)}前`)
  if (state.transferred !== undefined) return noteOf(`转由${state.transferred.post}${state.transferred.personName}办理`)
  return state.returnReason === undefined ? undefined : noteOf(`退回：${state.returnReason}`)
}

const lastDayOf = (state: {
  readonly resubmitBy?: PlainDate | undefined
  readonly closesOn?: PlainDate | undefined
}) =>
  state.resubmitBy !== undefined && (state.closesOn === undefined || state.resubmitBy > state.closesOn)
    ? state.resubmitBy
    : state.closesOn

const standingOf = ({ level, role }: StatusOwner, lastDay: PlainDate | undefined): Standing =>
  level === 'county' && lastDay !== undefined ? { as: 'ends', role, day: lastDay } : { as: 'work', role, day: null }
