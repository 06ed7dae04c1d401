import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { member, PLACES } from '../builders/people.ts'
import { ulid } from '../builders/ulid.ts'
import { type TestApi, testApi } from './testApi.ts'

const admin = member({ roles: ['county-admin'] })
const neighbour = member({ roles: ['county-admin'], jurisdiction: PLACES.neighbourCounty.code })
const township = { kind: 'township', name: '青石镇', validFrom: '2020-01-01' }

let api: TestApi
beforeEach(async () => {
  api = await testApi()
  api.join(admin)
  api.join(neighbour)
})

const units = async (person = admin) => (await api.call('listUnits', { member: person })).body['units']
const factsOfUnits = () => api.stores.recordedFacts().filter(({ kind }) => kind === 'unit')

describe('a command', () => {
  test('answers with the new id and version, also as ETag, and leaves one fact with who did it', async () => {
    const answer = await api.call('registerUnit', { member: admin, body: township })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('etag')).toBe('"1"')
    expect(answer.body).toMatchObject({ version: 1, status: 'current' })
    expect(factsOfUnits()).toMatchObject([
      {
        type: 'UnitRegistered',
        recordId: answer.body['id'],
        correlationId: answer.headers.get('x-correlation-id'),
        actor: { personId: admin.personId, level: 'county', jurisdiction: PLACES.county.code },
      },
    ])
    expect(await units()).toMatchObject([{ name: '青石镇', county: PLACES.county.code }])
  })

  test('repeated with its key is answered the same and done once', async () => {
    const idempotencyKey = randomUUID()
    const first = await api.call('registerUnit', { member: admin, body: township, idempotencyKey })
    const second = await api.call('registerUnit', { member: admin, body: township, idempotencyKey })
    expect({ status: second.status, body: second.body, etag: second.headers.get('etag') }).toEqual({
      status: first.status,
      body: first.body,
      etag: first.headers.get('etag'),
    })
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect(factsOfUnits()).toHaveLength(1)
  })

  test('sent twenty times at once with one key is done once, and every call gets the same answer', async () => {
    const idempotencyKey = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => api.call('registerUnit', { member: admin, body: township, idempotencyKey })),
    )
    expect(new Set(answers.map(({ status, body }) => JSON.stringify({ status, body }))).size).toBe(1)
    expect(answers[0]?.status).toBe(201)
    expect(factsOfUnits()).toHaveLength(1)
  })

  test('with the key of another body is refused with 422', async () => {
    const idempotencyKey = randomUUID()
    await api.call('registerUnit', { member: admin, body: township, idempotencyKey })
    const other = await api.call('registerUnit', {
      member: admin,
      body: { ...township, name: '白水镇' },
      idempotencyKey,
    })
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } })
    expect(factsOfUnits()).toHaveLength(1)
  })

  test('shares its key with no other tenant and no other person', async () => {
    const idempotencyKey = randomUUID()
    await api.call('registerUnit', { member: admin, body: township, idempotencyKey })
    const elsewhere = await api.call('registerUnit', { member: neighbour, body: township, idempotencyKey })
    expect(elsewhere.status).toBe(201)
    const colleague = member({ roles: ['county-admin'], personId: 'colleague' })
    api.join(colleague)
    const same = await api.call('registerUnit', { member: colleague, body: township, idempotencyKey })
    expect(same).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } })
  })

  test('that was refused may be sent again under the same key', async () => {
    const idempotencyKey = randomUUID()
    const body = { kind: 'village', name: '向阳村', validFrom: '2020-01-01' }
    const refused = await api.call('registerUnit', { member: admin, body, idempotencyKey })
    expect(refused).toMatchObject({ status: 400, body: { pointer: '/parentId' } })
    const again = await api.call('registerUnit', { member: admin, body: township, idempotencyKey })
    expect(again.status).toBe(201)
  })

  test('is done anew a week later: the receipt has expired, although it is still there', async () => {
    const idempotencyKey = randomUUID()
    await api.call('registerUnit', { member: admin, body: township, idempotencyKey })
    api.setNow('2026-03-10T01:00:00.000Z')
    const again = await api.call('registerUnit', {
      member: admin,
      body: { ...township, name: '白水镇' },
      idempotencyKey,
    })
    expect(again.status).toBe(201)
    expect(factsOfUnits()).toHaveLength(2)
  })
})

describe('units', () => {
  test('belong under a township that exists and is in force', async () => {
    const registered = await api.call('registerUnit', { member: admin, body: township })
    const parentId = String(registered.body['id'])
    const village = { kind: 'village', name: '向阳村', parentId, validFrom: '2020-01-01' }
    expect((await api.call('registerUnit', { member: admin, body: village })).status).toBe(201)
    expect(await units()).toMatchObject([{ name: '青石镇' }, { name: '向阳村', parentName: '青石镇' }])
    const refusals = [
      [{ ...village, name: '东村', parentId: `990101.${ulid()}` }, '/parentId'],
      [{ ...township, name: '白水镇', parentId }, '/parentId'],
      [{ kind: 'county', name: '某县', validFrom: '2020-01-01' }, '/kind'],
      [village, '/name'],
    ] as const
    for (const [body, pointer] of refusals) {
      const answer = await api.call('registerUnit', { member: admin, body })
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-input', pointer } })
    }
  })

  test('of a neighbour cannot be a parent', async () => {
    const foreign = await api.call('registerUnit', { member: neighbour, body: township })
    const village = { kind: 'village', name: '向阳村', parentId: foreign.body['id'], validFrom: '2020-01-01' }
    const answer = await api.call('registerUnit', { member: admin, body: village })
    expect(answer).toMatchObject({ status: 400, body: { pointer: '/parentId' } })
  })

  test('are filtered by kind, and a kind that is none is refused', async () => {
    await api.call('registerUnit', { member: admin, body: township })
    const of = (query: string) => api.call('listUnits', { member: admin, query })
    expect((await of('kind=village')).body['units']).toEqual([])
    expect((await of('kind=township')).body['units']).toHaveLength(1)
    expect((await of('kind=nonsense')).body).toMatchObject({ code: 'invalid-input' })
    expect((await of('kind=township&kind=village')).body).toMatchObject({ code: 'invalid-input' })
  })

  test('a wrong body names every field at fault in Chinese', async () => {
    const answer = await api.call('registerUnit', {
      member: admin,
      body: { kind: 'x', name: '', validFrom: '2026-02-30' },
    })
    expect(answer.status).toBe(400)
    expect(answer.body['errors']).toMatchObject([
      { pointer: '/kind', detail: expect.stringContaining('应为其中之一') },
      { pointer: '/name', detail: '名称：请填写' },
      { pointer: '/validFrom', detail: '生效日期：没有这一天，请核对日期' },
    ])
  })
})

describe('what a client sends about tenants', () => {
  test('changes nothing: the scope comes from the membership', async () => {
    await api.call('registerUnit', { member: neighbour, body: township })
    const headers = { 'x-tenant-id': PLACES.neighbourCounty.code, 'x-county': PLACES.neighbourCounty.code }
    const answer = await api.call('listUnits', { member: admin, headers })
    expect(answer.body['units']).toEqual([])
    const counties = await api.call('listCounties', { member: admin, headers })
    expect(counties.body['counties']).toMatchObject([{ code: PLACES.county.code }])
  })
})

describe('a moved official', () => {
  test('writes nothing from the moment of the move, with the token of before', async () => {
    const authorization = `Bearer ${await api.tokenOf(admin)}`
    api.join({ ...admin, roles: ['county-reporter'], version: 2 })
    expect((await api.call('registerUnit', { authorization, body: township })).body['code']).toBe('not-permitted')
    api.join({ ...admin, validUntil: member({ roles: ['auditor'], validUntil: '2026-03-01' }).validUntil, version: 3 })
    expect((await api.call('registerUnit', { authorization, body: township })).body['code']).toBe('no-membership')
  })

  test('holds the post to the end of its last day in Beijing', async () => {
    const leaving = member({ roles: ['county-admin'], personId: 'leaving', validUntil: '2026-03-02' })
    api.join(leaving)
    api.setNow('2026-03-02T15:59:59.000Z')
    expect((await api.call('getMe', { member: leaving })).status).toBe(200)
    api.setNow('2026-03-02T16:00:00.000Z')
    expect((await api.call('getMe', { member: leaving })).body['code']).toBe('no-membership')
  })
})

describe('home', () => {
  test('shows what waits for one’s own roles only', async () => {
    const { status, body } = await api.call('getHome', { member: admin })
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        toDo: [],
        more: false,
        dueSoon: [],
        recent: [],
        awaited: { all: [], more: false, rows: [] },
        disputeDoubts: 0,
        standings: { own: null, below: null },
      },
    })
  })
})
