import type { Operation } from '@anjie/contracts/operations/operation'
import { ROLES, type Role } from '@anjie/contracts/vocabulary/access/people'
import { Application } from '@anjie/contracts/vocabulary/honours/application'
import { DEFAULT_HONOUR_CODES, type HonourCode } from '@anjie/contracts/vocabulary/honours/honourCodes'
import { ApplicationId, UnitId } from '@anjie/contracts/vocabulary/ids'
import { RECORD_KINDS, type RecordKind } from '@anjie/contracts/vocabulary/records'
import { honourRuleOf, scopeOfPost } from '@anjie/domain/access/index'
import { openStore } from '@anjie/store'
import { memoryStores } from '@anjie/store/memory/memoryStores'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { putRecords } from '../api/ids.ts'
import { sampleOf } from '../api/sampleOf.ts'
import { ALL_OPERATIONS, type TestAnswer, type TestApi, testApi } from '../api/testApi.ts'
import { systemMark } from '../builders/context.ts'
import { someDetails } from '../builders/facts.ts'
import { member, PLACES } from '../builders/people.ts'
import { ulid } from '../builders/ulid.ts'
import { unitChange } from '../ports/recordStore.suite.ts'

/**
 * 分管荣誉: a reviewer bound to honour types is answered by every operation as if nothing else existed. Two worlds tell: one with cases
 * of another type and of the assessment in every stage, and one without any.
 */
const COUNTY = PLACES.county.code
const REVIEWERS = ['county-reviewer', 'city-reviewer', 'province-reviewer'] as const satisfies readonly Role[]
const UNIT = UnitId.parse(`${COUNTY}.01J0000000000000000000000V`)
/** What tells somebody unbound of the assessment in this world, so that silence is no proof by itself. */
const ASSESSMENT_OF: Readonly<Record<(typeof REVIEWERS)[number], readonly string[]>> = {
  'county-reviewer': ['getSubmission'],
  'city-reviewer': [],
  'province-reviewer': ['getAppeal', 'listRuns'],
}
const OPINION = '材料齐全，情况属实'

/** Where a made-up record of a kind lies: as far down as its kind goes. */
const idOf = (kind: RecordKind, local: string): string =>
  [
    'scheme',
    'cycle',
    'run',
    'round',
    'batch',
    'honour-type',
    'catalogue-item',
    'catalogue-edition',
    'burden-rates',
    'legal-basis',
    'serial-counter',
    'document-number',
    'log',
    'log-page',
    'log-head',
    'signing-key',
    'register',
  ].includes(kind)
    ? `99.${local}`
    : kind === 'quota'
      ? `9901.${local}`
      : `${COUNTY}.${local}`

interface World {
  readonly api: TestApi
  /** Ids of what lies there, or would: by the kind of record. */
  readonly ids: Readonly<Record<string, string>>
}

async function world(isFull: boolean, ids: Record<string, string> = {}): Promise<World> {
  const api = await testApi()
  for (const role of ROLES) api.join(member({ roles: [role] }))
  await api.stores.openPlatformStore('99', systemMark()).commit([unitChange(COUNTY, { id: UNIT })])
  if (!isFull) return { api, ids }
  const made: Record<string, string> = {}
  const hidden = Object.keys(RECORD_KINDS).filter((kind) => honourRuleOf(kind as RecordKind) === 'hidden')
  for (const kind of hidden as RecordKind[]) {
    const id = idOf(kind, ulid())
    await putRecords(api.stores, { [`${kind}Id`]: id })
    made[kind] = id
  }
  const by = async (role: Role, operation: Parameters<TestApi['call']>[0], given: object): Promise<TestAnswer> => {
    const answer = await api.call(operation, { member: member({ roles: [role], personId: `by-${role}` }), ...given })
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
    return answer
  }
  for (const role of ROLES) api.join(member({ roles: [role], personId: `by-${role}` }))
  const provinceBasis = await by('province-admin', 'recordBasis', {
    body: {
      honour: 'six-no-village',
      regime: 'creation-demonstration',
      issuer: '平安建设领导小组',
      issuerKind: 'party-committee',
      issuerLevel: 'province',
      approvedBy: 'province',
      approvalNumber: '创建示范活动保留项目目录第12项',
      approvedOn: '2024-01-01',
      file: '目录.pdf',
    },
  })
  const round = await by('province-admin', 'openRound', {
    body: {
      honour: 'six-no-village',
      name: '六无平安村本轮',
      year: 2026,
      opensOn: '2026-03-01',
      closesOn: '2026-06-30',
      noticeWorkingDays: 5,
      validYears: 3,
      basisId: String(provinceBasis.body['id']),
      quotas: [{ code: '9901', places: 5 }],
    },
  })
  made['round'] = String(round.body['id'])
  const draft = await by('county-reporter', 'draftApplication', { body: { roundId: made['round'], unitId: UNIT } })
  const params = { applicationId: String(draft.body['id']) }
  made['application'] = params.applicationId
  const opened = await by('county-reporter', 'getApplication', { params })
  const answers = z
    .array(z.object({ code: z.string() }))
    .parse(opened.body['criteria'])
    .map(({ code }) => ({ criterion: code, answer: 'met' }))
  await by('county-reporter', 'saveApplication', { params, body: { answers, statement: '五年无案件' }, ifMatch: 1 })
  await by('county-reporter', 'submitApplication', { params, body: {}, ifMatch: 2 })
  const confirmations = answers.map(({ criterion }) => ({ criterion, on: '2026-03-02', reference: '核查单1号' }))
  await by('county-reviewer', 'confirmCriteria', { params, body: { confirmations }, ifMatch: 3 })
  await by('county-reviewer', 'recommendApplication', { params, body: { opinion: OPINION }, ifMatch: 4 })
  await by('city-reviewer', 'acceptApplication', {
    params,
    body: { opinion: OPINION, siteVisit: { on: '2026-03-02', visitors: '验收组', finding: '一致' } },
    ifMatch: 5,
  })
  const batch = await by('province-reviewer', 'createBatch', { body: { roundId: made['round'], name: '第一批' } })
  made['batch'] = String(batch.body['id'])
  await by('province-reviewer', 'proposeApplication', {
    params,
    body: { batchId: made['batch'], opinion: OPINION },
    ifMatch: 6,
  })
  await by('province-admin', 'openNotice', {
    params: { batchId: made['batch'] },
    body: { startsOn: '2026-03-03', contact: '省平安办' },
    ifMatch: 2,
  })
  const cityBasis = await by('city-reviewer', 'recordBasis', {
    body: {
      honour: 'six-no-village',
      regime: 'creation-demonstration',
      issuer: '平安建设领导小组',
      issuerKind: 'party-committee',
      issuerLevel: 'city',
      approvedBy: 'province',
      approvalNumber: '创建示范活动保留项目目录第12项',
      approvedOn: '2024-01-01',
      file: '目录.pdf',
    },
  })
  made['basis'] = String(cityBasis.body['id'])
  const cityRound = await by('city-reviewer', 'openRound', {
    body: {
      honour: 'six-no-village',
      name: '六无平安村市级',
      year: 2026,
      opensOn: '2026-03-01',
      closesOn: '2026-06-30',
      noticeWorkingDays: 5,
      validYears: 3,
      basisId: String(cityBasis.body['id']),
      quotas: [{ code: COUNTY, places: 5 }],
    },
  })
  const cityBatch = await by('city-reviewer', 'createBatch', {
    body: { roundId: String(cityRound.body['id']), name: '市级第一批' },
  })
  made['cityBatch'] = String(cityBatch.body['id'])
  return { api, ids: made }
}

/** Every way to call an operation about what lies there. */
function callsOf(operation: Operation, ids: World['ids']): { params: Record<string, string>; body: unknown }[] {
  const names = operation.params instanceof z.ZodObject ? Object.keys(operation.params.shape) : []
  const kinds = names.some((name) => ['kind', 'caseKind'].includes(name)) ? Object.keys(ids) : ['']
  const sample = sampleOf(operation.body)
  const named = { roundId: ids['round'], batchId: ids['batch'], unitId: UNIT, cycleId: ids['cycle'] }
  const body =
    typeof sample === 'object' && sample !== null
      ? Object.fromEntries(Object.entries(sample).map(([name, value]) => [name, Reflect.get(named, name) ?? value]))
      : sample
  return kinds.map((kind) => ({
    params: Object.fromEntries(
      names.map((name) => {
        if (name === 'kind' || name === 'caseKind') return [name, kind]
        if (name === 'recordId' || name === 'caseId') return [name, ids[kind] ?? '']
        if (name === 'unitId') return [name, UNIT]
        if (name === 'visit' || name === 'request') return [name, '1']
        return [name, ids[name.replace(/Id$/, '')] ?? `${COUNTY}.01J0000000000000000000000W`]
      }),
    ),
    body,
  }))
}

/** An answer without what is different each time anyhow. */
const told = ({ status, body }: TestAnswer): string =>
  `${status} ${JSON.stringify({ ...body, correlationId: '' }).replace(/[0-9A-HJKMNP-TV-Z]{26}/g, '…')}`

let full: World
let empty: World
beforeAll(async () => {
  full = await world(true)
  empty = await world(false, full.ids)
})

/** The operations whose answers tell that something is there. */
async function tellingOperations(role: Role, honours: readonly HonourCode[] | undefined): Promise<readonly string[]> {
  const who = member({ roles: [role], personId: `bound-${role}`, ...(honours === undefined ? {} : { honours }) })
  full.api.join(who)
  empty.api.join(who)
  const telling = new Set<string>()
  for (const operation of ALL_OPERATIONS.filter(({ access }) => access.roles.includes(role)))
    for (const { params, body } of [
      ...callsOf(operation, full.ids),
      ...callsOf(operation, { ...full.ids, batch: full.ids['cityBatch'] ?? '' }),
    ])
      for (const ifMatch of [1, 6]) {
        const given = { member: who, params, body, ifMatch, idempotencyKey: `key-${ulid()}` }
        const [there, not] = [await full.api.call(operation, given), await empty.api.call(operation, given)]
        if (honours !== undefined)
          expect(there.status, `${operation.id} ${JSON.stringify(there.body)}`).toBeLessThan(500)
        if (told(there) !== told(not)) telling.add(operation.id)
      }
  return [...telling].sort()
}

describe.each(REVIEWERS)('a %s bound to honour types', (role) => {
  test('is answered by every operation as if cases of other types and the assessment did not exist', async () => {
    expect(await tellingOperations(role, ['peace-hospital', 'peace-campus'])).toEqual([])
  })

  test('is told of its own types, and one that is bound to none of all', async () => {
    const own = await tellingOperations(role, ['six-no-village'])
    expect(own).toEqual(expect.arrayContaining(['getHome', 'getRound', 'listRounds']))
    expect(own.filter((id) => ASSESSMENT_OF[role].includes(id))).toEqual([])
    const all = await tellingOperations(role, undefined)
    expect(all).toEqual(expect.arrayContaining([...own, ...ASSESSMENT_OF[role]]))
  })
})

test('every honour operation that a reviewer may call is told apart by a world with its cases', async () => {
  const all = (await Promise.all(REVIEWERS.map((role) => tellingOperations(role, ['six-no-village'])))).flat()
  const ids = ALL_OPERATIONS.filter(
    ({ path, access }) =>
      /^\/v1\/(applications|rounds|batches)/.test(path) && REVIEWERS.some((role) => access.roles.includes(role)),
  ).map(({ id }) => id)
  // What only opens something new is about nothing that lies there.
  expect(ids.filter((id) => id !== 'openRound' && !all.includes(id))).toEqual([])
})

describe('lists of a bound post', () => {
  /** An application of an honour in the county, waiting for its reviewer. */
  const applicationOf = (honour: HonourCode, minute: number) => {
    const id = ApplicationId.parse(`${COUNTY}.${ulid()}-${ulid()}`)
    const next: Application = Application.parse({
      ...(sampleOf(RECORD_KINDS.application.state) as object),
      id,
      county: COUNTY,
      honour,
      unitId: id.slice(0, 33),
      unitName: `名${id.slice(-5)}`,
      status: 'submitted',
      updatedAt: new Date(Date.parse('2026-03-02T01:00:00.000Z') + minute * 60_000).toISOString(),
    })
    return { id, honour, next }
  }

  test('hold the own cases in order and nothing else, whatever the page’s length, and no cursor names another', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ honour: fc.constantFrom(...DEFAULT_HONOUR_CODES), minute: fc.nat(5) }), { maxLength: 40 }),
        fc.subarray([...DEFAULT_HONOUR_CODES], { minLength: 1 }),
        fc.integer({ min: 1, max: 7 }),
        async (given, honours, limit) => {
          const stores = memoryStores()
          const made = given.map(({ honour, minute }) => applicationOf(honour, minute))
          for (const { id, next } of made) {
            const fact = { type: 'ApplicationSubmitted', details: someDetails('ApplicationSubmitted') } as const
            await stores
              .openPlatformStore('99', systemMark())
              .commit([{ kind: 'application', id, expectedVersion: 0, next, fact }])
          }
          const others = made.filter(({ honour }) => !honours.some((each) => each === honour)).map(({ id }) => id)
          const open = (bound: readonly HonourCode[] | undefined) =>
            openStore(
              stores,
              scopeOfPost(member({ roles: ['county-reviewer'], ...(bound === undefined ? {} : { honours: bound }) })),
            )
          const pages = async (bound: readonly HonourCode[] | undefined, filter: object) => {
            const ids: string[] = []
            let cursor: string | undefined
            do {
              const page = await open(bound).find('application', filter, { cursor, limit })
              if (!page.ok) throw new Error(page.error.detail)
              ids.push(...page.value.rows.map(({ id }) => id))
              cursor = page.value.cursor
              const named = Buffer.from(cursor ?? '', 'base64url').toString()
              if (bound !== undefined) expect(others.filter((id) => named.includes(id))).toHaveLength(0)
            } while (cursor !== undefined)
            return ids
          }
          const expected = (ids: readonly string[]) => ids.filter((id) => !others.some((other) => other === id))
          for (const filter of [{}, { place: COUNTY }, { status: 'submitted', place: COUNTY }])
            expect(await pages(honours, filter)).toEqual(expected(await pages(undefined, filter)))
          const lines = async (bound: readonly HonourCode[] | undefined, count: number) =>
            (
              await open(bound).homeRows('own', {
                from: 'work#county-reviewer#',
                to: 'work#county-reviewer#~',
                limit: count,
              })
            ).map(({ id }) => id)
          expect(await lines(honours, limit)).toEqual(expected(await lines(undefined, 1000)).slice(0, limit))
        },
      ),
      { numRuns: 40, seed: 1 },
    )
  }, 60_000)
})
