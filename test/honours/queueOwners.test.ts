import type { FactType } from '@anjie/contracts/facts/facts'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application, ApplicationStatus } from '@anjie/contracts/vocabulary/honours/application'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import { namingLevel } from '@anjie/domain/divisions/namingLevel'
import {
  APPLICATION_WORKFLOWS,
  type ApplicationStep,
  allowedApplicationActions,
  applicationOwner,
  permitApplicationAction,
} from '@anjie/domain/honours/applicationTransitions'
import { offDesk, takenBack } from '@anjie/domain/honours/desk'
import { homeLinesOf } from '@anjie/projections/home/index'
import { listRowsOf } from '@anjie/projections/lists/index'
import { expect, test } from 'vitest'
import { person } from '../builders/honours.ts'
import { application, idOf } from '../projector/sampleFacts.ts'

const ACTIONS = 100_000
const COUNTIES = ['990101', '990102', '990201'] as const
const HONOURS = ['six-no-village', 'peace-campus', 'fengqiao-justice-office', 'peace-tripod'] as const
const LEVELS = ['county', 'city', 'province'] as const

const FACTS: Readonly<Record<ApplicationStep, FactType>> = {
  save: 'ApplicationSaved',
  confirm: 'CriteriaConfirmed',
  submit: 'ApplicationSubmitted',
  withdraw: 'ApplicationWithdrawn',
  recommend: 'ApplicationRecommended',
  accept: 'ApplicationAccepted',
  wait: 'ApplicationWaits',
  return: 'ApplicationReturned',
  reject: 'ApplicationRejected',
  propose: 'ApplicationProposed',
  hold: 'ApplicationHeld',
  release: 'ApplicationReleased',
  visit: 'SiteVisited',
  transfer: 'ApplicationTransferred',
  'ask-opinion': 'OpinionAsked',
  'co-sign': 'OpinionGiven',
  'recall-request': 'OpinionRecalled',
}
/** Who withdraws what says another fact: the application, a recommendation, an acceptance. */
const factOf = (step: ApplicationStep, to: ApplicationStatus): FactType =>
  step !== 'withdraw'
    ? FACTS[step]
    : (({ submitted: 'RecommendationWithdrawn', recommended: 'AcceptanceWithdrawn' } as const)[to as 'submitted'] ??
      'ApplicationWithdrawn')
const STEPS = Object.keys(FACTS) as ApplicationStep[]

/** Everybody who could act in three counties, two cities and their province, and some who never may. */
const PEOPLE: readonly Membership[] = [
  ...COUNTIES.flatMap((code) => [
    person(`reporter-${code}`, code, 'county-reporter'),
    person(`reviewer-${code}`, code, 'county-reviewer'),
    person(`colleague-${code}`, code, 'county-reviewer'),
    person(`admin-${code}`, code, 'county-admin'),
  ]),
  person('city-9901', '9901', 'city-reviewer'),
  person('city-9902', '9902', 'city-reviewer'),
  person('city-9901-2', '9901', 'city-reviewer'),
  person('city-9902-2', '9902', 'city-reviewer'),
  person('province', '99', 'province-reviewer'),
  person('province-2', '99', 'province-reviewer'),
  person('province-admin', '99', 'province-admin'),
  person('auditor', '99', 'auditor'),
]

/** A generator of chance that gives the same run for the same seed (mulberry32). */
function chanceFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

function drafted(number: number, chance: (below: number) => number): Application {
  const county = COUNTIES[chance(COUNTIES.length)] ?? '990101'
  const level = LEVELS[chance(LEVELS.length)] ?? 'province'
  const code = { county, city: county.slice(0, 4), province: '99' }[level]
  return {
    ...application(idOf(county, number), 'draft'),
    county: county as Application['county'],
    roundId: idOf(code, 77) as Application['roundId'],
    unitId: idOf(county, 601) as Application['unitId'],
    honour: HONOURS[chance(HONOURS.length)] ?? 'six-no-village',
    enteredBy: [`reporter-${county}`],
  }
}

/** The case after a step, as far as its place depends on it. */
function after(state: Application, step: ApplicationStep, to: ApplicationStatus, by: Membership): Application {
  const at = '2026-03-02T01:00:00.000Z'
  const opinion = {
    action: step,
    text: '意见',
    personId: by.personId,
    personName: by.personName,
    post: by.post,
    jurisdiction: by.jurisdiction.code,
    jurisdictionName: by.jurisdictionName,
    at,
  }
  if (step === 'visit' || step === 'confirm' || step === 'transfer' || REQUEST_STEPS.has(step))
    return staying(state, step, by)
  const isBack = step === 'return' || step === 'withdraw'
  const moved = isBack ? takenBack(state, at) : to === state.status ? state : offDesk(state, at)
  const { held: _held, returnReason: _returned, siteVisit: visit, waiting, ...rest } = moved
  return {
    ...rest,
    status: to,
    opinions: ['save', 'submit', 'withdraw'].includes(step) ? state.opinions : [...state.opinions, opinion].slice(-20),
    ...(step === 'wait' || (waiting !== undefined && ['hold', 'release'].includes(step)) ? { waiting: { at } } : {}),
    ...(step === 'hold' ? { held: { reason: '待核实', at } } : {}),
    ...(step === 'return' || (step !== 'submit' && state.returnReason !== undefined) ? { returnReason: '请补充' } : {}),
    ...(step === 'accept'
      ? { siteVisit: { on: '2026-03-02' as never, visitors: '验收组', finding: '一致' } }
      : step === 'return' || step === 'withdraw' || visit === undefined
        ? {}
        : { siteVisit: visit }),
  }
}

const REQUEST_STEPS: ReadonlySet<ApplicationStep> = new Set(['ask-opinion', 'co-sign', 'recall-request'])
const colleagueOf = (by: Membership): Membership =>
  PEOPLE.find(
    ({ personId, jurisdiction, roles }) =>
      personId !== by.personId &&
      jurisdiction.code === by.jurisdiction.code &&
      roles.some((role) => by.roles.includes(role)),
  ) ?? by

/** What a step leaves that keeps the case on its desk. */
function staying(state: Application, step: ApplicationStep, by: Membership): Application {
  const at = '2026-03-02T01:00:00.000Z'
  const { personId, personName, post } = colleagueOf(by)
  const requests = state.requests ?? []
  if (step === 'transfer') return { ...state, transferred: { personId, personName, post, reason: '外出', at } }
  if (step === 'ask-opinion')
    return {
      ...state,
      requests: [
        ...requests.slice(-3),
        {
          number: (requests.at(-1)?.number ?? 0) + 1,
          jurisdiction: by.jurisdiction.code,
          personId,
          personName,
          post,
          question: '请会签',
          askedBy: by.personName,
          at,
          dueOn: '2026-03-09' as never,
        },
      ],
    }
  if (step === 'co-sign')
    return {
      ...state,
      requests: requests.map((each) =>
        each.personId === by.personId && each.recalled === undefined
          ? { ...each, answer: { agrees: true, text: '同意', at } }
          : each,
      ),
    }
  if (step === 'recall-request')
    return {
      ...state,
      requests: requests.map((each) =>
        each.answer === undefined ? { ...each, recalled: { reason: '不再需要', at } } : each,
      ),
    }
  return state
}

test('over 100,000 random actions across types, levels and tenants an open case is in exactly one queue, its owner can act, and buttons and server agree', () => {
  const chance = chanceFrom(18)
  let number = 0
  let state = drafted(number, chance)
  let version = 1
  let turns = new Map<string, string>()
  const seen = new Set<string>()
  let taken = 0

  const project = (type: FactType, by: Membership): void => {
    const fact = {
      id: `${state.id}@${version}`,
      kind: 'application' as const,
      recordId: state.id,
      version,
      type,
      details: {},
      before: null,
      after: state,
      at: '2026-03-02T01:00:00.000Z',
      actor: {
        personId: by.personId,
        personName: by.personName,
        post: by.post,
        level: by.jurisdiction.level,
        jurisdiction: by.jurisdiction.code,
        jurisdictionName: by.jurisdictionName,
      },
      correlationId: 'c',
    }
    for (const { owner, slot, line } of homeLinesOf('application', fact as never)) {
      if (slot !== 'turn' || owner.length > 6) continue
      if (line === null || !('role' in line.standing)) turns.delete(owner)
      else turns.set(owner, line.standing.role)
    }
  }
  const begin = (): void => {
    state = drafted(++number, chance)
    version = 1
    turns = new Map()
    const reporter = PEOPLE.find(({ personId }) => personId === `reporter-${state.county}`)
    if (reporter === undefined) throw new Error('no reporter')
    project('ApplicationDrafted', reporter)
  }
  const check = (): void => {
    const codes = divisionsOfCounty(state.county)
    const owner = applicationOwner(state)
    const expected = owner === null ? [] : [[codes[owner.level] as string, owner.role]]
    // The to-do lists, as step after step left them, and the rows of every list that shows the case.
    if (JSON.stringify([...turns]) !== JSON.stringify(expected)) expect([...turns]).toEqual(expected)
    const queues = new Set(
      listRowsOf('application', state.id, version, state).flatMap(({ row }) =>
        row?.queue == null ? [] : [`${row.queue.code} ${row.queue.role}`],
      ),
    )
    expect([...queues]).toEqual(owner === null ? [] : [`${codes[owner.level]} ${owner.role}`])
    const able = PEOPLE.filter(
      (member) =>
        member.jurisdiction.code === expected[0]?.[0] &&
        member.roles.some((role) => role === expected[0]?.[1]) &&
        allowedApplicationActions(state, member, {}).some(({ allowed }) => allowed),
    )
    if (owner !== null && able.length === 0)
      expect([state.status, able.map(({ personId }) => personId)]).toBe('somebody')
  }

  const ablePair = (): { member: Membership; step: ApplicationStep } | undefined => {
    const owner = applicationOwner(state)
    const level = owner?.level ?? namingLevel(state.roundId)
    const code = divisionsOfCounty(state.county)[level]
    const near = PEOPLE.filter(({ jurisdiction }) => jurisdiction.code === code || jurisdiction.code === state.county)
    const pairs = near.flatMap((member) =>
      allowedApplicationActions(state, member, {}).flatMap(({ action, allowed }) =>
        allowed ? [{ member, step: action as ApplicationStep }] : [],
      ),
    )
    return pairs[chance(pairs.length)]
  }

  begin()
  for (let done = 0; done < ACTIONS; done++) {
    // Anybody tries anything; every other time somebody who may do something does one of those things.
    const able = chance(2) === 0 ? ablePair() : undefined
    const member = able?.member ?? (PEOPLE[chance(PEOPLE.length)] as Membership)
    const step = able?.step ?? (STEPS[chance(STEPS.length)] as ApplicationStep)
    const offered = allowedApplicationActions(state, member, {}).find(({ action }) => action === step)
    const permitted = permitApplicationAction(state, step, member, {})
    if (offered?.allowed !== permitted.ok || (!permitted.ok && permitted.error.detail !== offered.reason))
      expect([offered, permitted]).toEqual('the same')
    if (permitted.ok) {
      const { to } = permitted.value
      const next = to[chance(to.length)] ?? to[0]
      state = after(state, step, next, member)
      version += 1
      taken += 1
      seen.add(`${state.roundId.length} ${step} ${state.status}`)
      project(factOf(step, next), member)
      check()
    }
    const isOver = applicationOwner(state) === null
    if (isOver && chance(4) === 0) begin()
  }
  expect(taken).toBeGreaterThan(ACTIONS / 4)
  // Chance has come through every line of every table.
  for (const [level, { transitions }] of Object.entries(APPLICATION_WORKFLOWS)) {
    const length = { county: 33, city: 31, province: 29 }[level]
    for (const { action, to } of transitions)
      for (const status of to) expect(seen, `${level} ${action} ${status}`).toContain(`${length} ${action} ${status}`)
  }
}, 120_000)
