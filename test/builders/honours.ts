import { areaOf } from '@anjie/contracts/operations/index'
import { Membership, type Role } from '@anjie/contracts/vocabulary/access/people'
import { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { BasisContent } from '@anjie/contracts/vocabulary/honours/legalBasis'
import { ApplicationId, BasisId, BatchId, RoundId } from '@anjie/contracts/vocabulary/ids'
import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { Unit } from '@anjie/contracts/vocabulary/units/unit'
import type { Purpose } from '@anjie/domain/access/index'
import { codeOf } from '@anjie/domain/access/index'
import { scopeOfPost } from '@anjie/domain/access/scopeOf'
import { HONOUR_TYPES } from '@anjie/domain/honours/types/index'
import type { Result } from '@anjie/kernel'
import { digest, type MemoryStores, memoryStores, newInvitationSecret, openStore } from '@anjie/store/index'
import { memoryPartyDigests } from '@anjie/store/memory/memoryPartyDigests'
import type { CommandMark } from '@anjie/use-cases/commandStore'
import { HONOURS } from '@anjie/use-cases/honours/index'
import { USE_CASES } from '@anjie/use-cases/index'
import { NOTICES } from '@anjie/use-cases/notices/index'
import type { Command, CommandContext, Query, RecordStore } from '@anjie/use-cases/ports'
import { someDetails } from './facts.ts'

export const DIVISIONS = DivisionTree.parse({
  province: { code: '99', name: '安和省' },
  cities: [
    { code: '9901', name: '岚岭市' },
    { code: '9902', name: '霁陂市' },
  ],
  counties: [
    { code: '990101', name: '砚洲区', city: '9901' },
    { code: '990102', name: '荷渡市', city: '9901' },
    { code: '990201', name: '棠岗区', city: '9902' },
  ],
})

const LEVELS = { 2: 'province', 4: 'city', 6: 'county' } as const

export function person(personId: string, code: string, ...roles: Role[]): Membership {
  const level = LEVELS[code.length === 2 ? 2 : code.length === 4 ? 4 : 6]
  return Membership.parse({
    identity: `https://idp.invalid#${personId}`,
    personId,
    personName: `测试${personId}`,
    post: `${code}经办`,
    jurisdiction: { level, code },
    jurisdictionName: code,
    roles,
    validUntil: '2099-12-31',
    version: 1,
  })
}

export const PEOPLE = {
  reporter: person('p-reporter', '990101', 'county-reporter'),
  countyReviewer: person('p-county', '990101', 'county-reviewer'),
  otherReporter: person('p-other', '990102', 'county-reporter'),
  otherReviewer: person('p-other-county', '990102', 'county-reviewer'),
  cityReviewer: person('p-city', '9901', 'city-reviewer'),
  otherCityReviewer: person('p-other-city', '9902', 'city-reviewer'),
  provinceReviewer: person('p-province', '99', 'province-reviewer'),
  provinceAdmin: person('p-admin', '99', 'province-admin'),
  auditor: person('p-auditor', '99', 'auditor'),
} as const

/** Deterministic stand-ins for chance: 26 and 4 characters of Crockford base 32, each one different. */
export function counters() {
  let ids = 0
  let codes = 0
  const base32 = (value: number, length: number): string => {
    const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    let text = ''
    for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = digits.charAt(rest % 32) + text
    return text
  }
  return {
    newId: () => base32(++ids, 26),
    newCheckCode: () => base32((++codes * 7919) % 32 ** 4, 4),
  }
}

export interface HonourWorld {
  readonly stores: MemoryStores
  /** What the clock shows; tests set it. */
  now: string
  run<Input>(command: Command<Input>, member: Membership, input: Input, ifMatch?: number): ReturnType<Command<Input>>
  ask<Input, Output>(query: Query<Input, Output>, member: Membership, input: Input): Promise<Result<Output, Problem>>
  /** The store of the platform operator, writing. */
  platform(): RecordStore
  context(member: Membership, ifMatch?: number, purpose?: Purpose): CommandContext
}

/** The area of a use case's operation, as the API finds it by its id. */
function purposeOf(command: unknown): Purpose | undefined {
  const id = Object.entries(USE_CASES).find(([, useCase]) => useCase === command)?.[0]
  return id === undefined ? undefined : areaOf(id)
}

let marks = 0

/** A small province in memory with its divisions loaded. */
export async function honourWorld(): Promise<HonourWorld> {
  const stores = memoryStores()
  const chance = counters()
  const mark = (world: HonourWorld, member?: Membership, purpose?: Purpose): CommandMark => ({
    actor: {
      personId: member?.personId ?? 'system',
      personName: member?.personName ?? '系统',
      post: member?.post ?? '系统',
      level: member?.jurisdiction.level ?? 'system',
      jurisdiction: member?.jurisdiction.code ?? 'system',
      jurisdictionName: member?.jurisdictionName ?? '系统',
    },
    correlationId: `test-${++marks}`,
    now: world.now,
    idempotencyKey: `key-${marks}`,
    requestHash: `hash-${marks}`,
    ...(purpose === undefined ? {} : { purpose }),
  })
  const world: HonourWorld = {
    stores,
    now: '2026-03-02T01:00:00.000Z',
    context: (member, ifMatch, purpose) => {
      const scope = scopeOfPost(member)
      const marked = mark(world, member, purpose)
      return {
        scope,
        member,
        posts: [member],
        newInvitationSecret,
        logIns: stores.logIns,
        accounts: undefined,
        importOrders: { send: async () => {} },
        partyDigests: memoryPartyDigests(),
        carryOut: async () => {
          throw new Error('what carries other operations out is tested over the API')
        },
        issuer: 'https://issuer.invalid',
        store: openStore(stores, scope, marked),
        evidence: stores.evidence,
        divisions: async () => DIVISIONS,
        now: world.now,
        digest,
        ...chance,
        ...(ifMatch === undefined ? {} : { ifMatch }),
      }
    },
    run: (command, member, input, ifMatch) => command(world.context(member, ifMatch, purposeOf(command)), input),
    ask: (query, member, input) => query(world.context(member), input),
    platform: () => stores.openPlatformStore('99', mark(world)),
  }
  await mustHold(
    world.platform().commit([
      {
        kind: 'divisions',
        id: '99.divisions',
        expectedVersion: 0,
        next: DIVISIONS,
        fact: { type: 'DivisionsLoaded', details: someDetails('DivisionsLoaded') },
      },
    ]),
  )
  return world
}

/** The value of a result that a test takes for granted. */
export async function mustHold<T>(result: Result<T, Problem> | Promise<Result<T, Problem>>): Promise<T> {
  const settled = await result
  if (!settled.ok) throw new Error(`${settled.error.code}: ${settled.error.detail}`)
  return settled.value
}

/** A village with its township's name, straight into the register. */
export async function village(
  world: HonourWorld,
  county: string,
  name: string,
  more: Partial<Unit> = {},
): Promise<Unit> {
  const unit = Unit.parse({
    id: `${county}.${world.context(PEOPLE.provinceAdmin).newId()}`,
    county,
    kind: 'village',
    name,
    parentName: '柳湾镇',
    validFrom: '2020-01-01',
    successors: [],
    updatedAt: world.now,
    ...more,
  })
  await mustHold(
    world.platform().commit([
      {
        kind: 'unit',
        id: unit.id,
        expectedVersion: 0,
        next: unit,
        fact: { type: 'UnitRegistered', details: someDetails('UnitRegistered') },
      },
    ]),
  )
  return unit
}

/** 批准依据 of an honour at the level of the member, in force. */
export async function basis(
  world: HonourWorld,
  member: Membership = PEOPLE.provinceAdmin,
  honour = 'six-no-village',
  more: Partial<BasisContent> = {},
): Promise<BasisId> {
  const outcome = await mustHold(
    world.run(HONOURS.recordBasis, member, {
      params: {},
      query: {},
      body: {
        honour,
        regime: 'creation-demonstration',
        issuer: '平安安和建设领导小组',
        issuerKind: 'party-committee',
        issuerLevel: member.jurisdiction.level,
        approvedBy: 'province',
        approvalNumber: '安和省创建示范活动保留项目目录第12项',
        approvedOn: PlainDate.parse('2024-01-01'),
        file: '保留项目目录.pdf',
        ...more,
      },
    }),
  )
  return BasisId.parse(outcome.id)
}

export interface RoundChoice {
  readonly places?: number
  readonly validYears?: number | null
  readonly opensOn?: string
  readonly closesOn?: string
}

export async function round(world: HonourWorld, choice: RoundChoice = {}): Promise<RoundId> {
  const { places = 500, validYears = 3, opensOn = '2026-03-01', closesOn = '2026-06-30' } = choice
  const outcome = await mustHold(
    world.run(HONOURS.openRound, PEOPLE.provinceAdmin, {
      params: {},
      query: {},
      body: {
        honour: 'six-no-village',
        name: '2026年度六无平安村（社区）',
        year: 2026,
        opensOn: PlainDate.parse(opensOn),
        closesOn: PlainDate.parse(closesOn),
        noticeWorkingDays: 5,
        validYears,
        basisId: await basis(world),
        quotas: DIVISIONS.cities.map(({ code }) => ({ code, places })),
      },
    }),
  )
  return RoundId.parse(outcome.id)
}

export const ALL_MET = HONOUR_TYPES['six-no-village'].criteria.map(({ code }) => ({
  criterion: code,
  answer: 'met' as const,
}))

export const OPINION = '材料齐全，情况属实'

/** Drives one application verb by verb; each keeps the version. */
export class Case {
  readonly world: HonourWorld
  readonly id: Application['id']
  version = 1

  constructor(world: HonourWorld, id: Application['id']) {
    this.world = world
    this.id = id
  }

  static async draft(world: HonourWorld, roundId: RoundId, unit: Unit): Promise<Case> {
    const reporter = unit.county === '990102' ? PEOPLE.otherReporter : PEOPLE.reporter
    const outcome = await mustHold(
      world.run(HONOURS.draftApplication, reporter, { params: {}, query: {}, body: { roundId, unitId: unit.id } }),
    )
    return new Case(world, ApplicationId.parse(outcome.id))
  }

  get params() {
    return { applicationId: this.id }
  }

  async state(): Promise<Application> {
    const found = await this.world.platform().get('application', this.id)
    if (found === undefined) throw new Error('the application is gone')
    return found.state
  }

  private async after(outcome: ReturnType<Command<never>>) {
    const result = await outcome
    if (result.ok) this.version = result.value.version
    return result
  }

  save(member = PEOPLE.reporter, answers: Application['answers'] = ALL_MET, statement = '全村五年无刑事案件') {
    const input = { params: this.params, query: {}, body: { answers, statement } }
    return this.after(this.world.run(HONOURS.saveApplication, member, input, this.version))
  }
  submit(member = PEOPLE.reporter) {
    const input = { params: this.params, query: {}, body: {} }
    return this.after(this.world.run(HONOURS.submitApplication, member, input, this.version))
  }
  withdraw(member: Membership = PEOPLE.reporter, reason?: string) {
    const input = { params: this.params, query: {}, body: reason === undefined ? {} : { reason } }
    return this.after(this.world.run(HONOURS.withdrawApplication, member, input, this.version))
  }
  /** Every office has answered. */
  confirm(member = PEOPLE.countyReviewer) {
    const confirmations = ALL_MET.map(({ criterion }) => ({
      criterion,
      on: PlainDate.parse('2026-03-02'),
      reference: '县公安局核查单1号',
    }))
    const input = { params: this.params, query: {}, body: { confirmations } }
    return this.after(this.world.run(HONOURS.confirmCriteria, member, input, this.version))
  }
  /** With what its offices said written down before, where it is its turn and they have not answered yet. */
  async recommend(member = PEOPLE.countyReviewer) {
    const { status, confirmations } = await this.state()
    if (status === 'submitted' && confirmations === undefined) await this.confirm(member)
    const input = { params: this.params, query: {}, body: { opinion: OPINION } }
    return this.after(this.world.run(HONOURS.recommendApplication, member, input, this.version))
  }
  async accept(member = PEOPLE.cityReviewer) {
    const { status, confirmations } = await this.state()
    if (status === 'submitted' && confirmations === undefined && member.jurisdiction.level === 'county')
      await this.confirm(member)
    const siteVisit = { on: PlainDate.parse('2026-03-02'), visitors: '验收组3人', finding: '与申报一致' }
    const input = { params: this.params, query: {}, body: { opinion: OPINION, siteVisit } }
    return this.after(this.world.run(HONOURS.acceptApplication, member, input, this.version))
  }
  wait(member = PEOPLE.cityReviewer) {
    const input = { params: this.params, query: {}, body: { opinion: '符合条件，名额已满' } }
    return this.after(this.world.run(HONOURS.waitApplication, member, input, this.version))
  }
  sendBack(to: 'draft' | 'submitted' | 'recommended', member: Membership = PEOPLE.countyReviewer) {
    const input = { params: this.params, query: {}, body: { to, reason: '请补充说明材料' } }
    return this.after(this.world.run(HONOURS.returnApplication, member, input, this.version))
  }
  reject(member: Membership = PEOPLE.cityReviewer) {
    const input = { params: this.params, query: {}, body: { reason: '辖区有命案' } }
    return this.after(this.world.run(HONOURS.rejectApplication, member, input, this.version))
  }
  hold(member: Membership = PEOPLE.countyReviewer) {
    const input = { params: this.params, query: {}, body: { reason: '等候公安机关核实' } }
    return this.after(this.world.run(HONOURS.holdApplication, member, input, this.version))
  }
  release(member: Membership = PEOPLE.countyReviewer) {
    const input = { params: this.params, query: {}, body: { opinion: '已核实，恢复办理' } }
    return this.after(this.world.run(HONOURS.releaseApplication, member, input, this.version))
  }
  propose(batchId: BatchId, member: Membership = PEOPLE.provinceReviewer) {
    const input = { params: this.params, query: {}, body: { batchId, opinion: OPINION } }
    return this.after(this.world.run(HONOURS.proposeApplication, member, input, this.version))
  }

  /** As far as the city's acceptance. */
  static async accepted(world: HonourWorld, roundId: RoundId, unit: Unit): Promise<Case> {
    const made = await Case.draft(world, roundId, unit)
    const other = unit.county === '990102'
    const reporter = other ? PEOPLE.otherReporter : PEOPLE.reporter
    await mustHold(made.save(reporter))
    await mustHold(made.submit(reporter))
    await mustHold(made.recommend(other ? PEOPLE.otherReviewer : PEOPLE.countyReviewer))
    await mustHold(made.accept())
    return made
  }
}

export async function batch(world: HonourWorld, roundId: RoundId, name = '第一批'): Promise<BatchId> {
  const outcome = await mustHold(
    world.run(NOTICES.createBatch, PEOPLE.provinceReviewer, { params: {}, query: {}, body: { roundId, name } }),
  )
  return BatchId.parse(outcome.id)
}

export async function batchNow(
  world: HonourWorld,
  id: BatchId,
): Promise<{ readonly state: Batch; readonly version: number }> {
  const found = await world.platform().get('batch', id)
  if (found === undefined) throw new Error('the list is gone')
  return found
}

export async function openNoticeOf(
  world: HonourWorld,
  batchId: BatchId,
  startsOn: string,
  member: Membership = PEOPLE.provinceAdmin,
) {
  const { version } = await batchNow(world, batchId)
  const body = { startsOn: PlainDate.parse(startsOn), contact: '省平安办 028-00000000' }
  return world.run(NOTICES.openNotice, member, { params: { batchId }, query: {}, body }, version)
}

/** Rows of the list of a jurisdiction. */
export async function rowsOf<K extends 'application' | 'batch' | 'title'>(
  world: HonourWorld,
  member: Membership,
  kind: K,
): Promise<readonly ListRowOf<K>[]> {
  const context = world.context(member)
  return kind === 'batch' ? context.store.listOwn(kind) : (await context.store.list(kind)).rows
}

export const jurisdictionOf = (member: Membership): string => codeOf(scopeOfPost(member))
