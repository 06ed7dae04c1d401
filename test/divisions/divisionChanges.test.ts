import { beforeEach, describe, expect, test } from 'vitest'
import { type TestApi, testApi } from '../api/testApi.ts'
import { NOW } from '../builders/context.ts'
import { everyRole, member } from '../builders/people.ts'

/** Counties of the test's province: 云溪县 990101 and 石塘县 990102 in one city, 柳泉区 990201 in another. */
const admin = member({ roles: ['province-admin'] })
const merger = {
  kind: 'merged',
  on: '2026-01-01',
  approvalReference: '国函〔2025〕12号',
  from: ['990101', '990102'],
  to: [{ code: '990103', name: '云石区' }],
}
interface Register {
  readonly version: number
  readonly counties: readonly object[]
  readonly changes: readonly object[]
  readonly timeline: readonly object[]
}
let api: TestApi
beforeEach(async () => {
  api = await testApi()
  for (const each of everyRole()) api.join(each)
})
const record = (body: object, ifMatch = 1) => api.call('recordDivisionChange', { member: admin, body, ifMatch })
const register = async () => (await api.call('getDivisions', { member: admin })).body as unknown as Register
const countiesOf = async (who = admin): Promise<string[]> =>
  ((await api.call('listCounties', { member: who })).body['counties'] as { name: string }[]).map(({ name }) => name)

describe('区划变更', () => {
  test('keeps ceased counties readable by name with their last day, and offers them no more', async () => {
    expect(await record(merger)).toMatchObject({ status: 201, body: { version: 2 } })
    const { counties, changes, timeline } = await register()
    expect(counties).toMatchObject([
      { code: '990101', name: '云溪县', validTo: '2025-12-31' },
      { code: '990102', name: '石塘县', validTo: '2025-12-31' },
      { code: '990103', name: '云石区', city: '9901', validFrom: '2026-01-01' },
      { code: '990201', name: '柳泉区' },
    ])
    expect(changes).toMatchObject([{ kind: 'merged', from: [{ name: '云溪县' }, { name: '石塘县' }] }])
    expect(timeline.at(-1)).toMatchObject({
      type: 'DivisionsChanged',
      details: expect.arrayContaining([
        { name: '批准依据', value: '国函〔2025〕12号' },
        { name: '原单位', value: '云溪县（990101）、石塘县（990102）' },
      ]),
    })
    // Lists go by a tree that is a few seconds old at most.
    api.setNow(new Date(Date.parse(NOW) + 6_000).toISOString())
    expect(await countiesOf()).toEqual(['云石区', '柳泉区'])
    expect(await countiesOf(member({ roles: ['county-admin'] }))).toEqual(['云溪县'])
  })

  test('lets the people of a ceased county read what there is and begin nothing new', async () => {
    const county = member({ roles: ['county-admin'] })
    const body = { kind: 'township', name: '溪口镇', validFrom: '2020-01-01' }
    expect((await api.call('registerUnit', { member: county, body })).status).toBe(201)
    await record(merger)
    expect((await api.call('listUnits', { member: county })).body['units']).toHaveLength(1)
    const refused = await api.call('registerUnit', { member: county, body: { ...body, name: '溪尾镇' } })
    expect(refused).toMatchObject({ status: 403, body: { detail: expect.stringContaining('云溪县已撤并') } })
  })

  test('of a name keeps the old one in the change, and the code goes on', async () => {
    const rename = { ...merger, kind: 'renamed', from: ['990101'], to: [{ code: '990101', name: '云溪市' }] }
    expect((await record(rename)).status).toBe(201)
    const { counties, changes } = await register()
    expect(counties[0]).toEqual({ code: '990101', name: '云溪市', city: '9901' })
    expect(changes).toMatchObject([{ from: [{ name: '云溪县' }], to: [{ name: '云溪市' }] }])
  })

  test('is read by cities and counties for their charts, and written by nobody but the province’s administrator', async () => {
    await record(merger)
    for (const role of ['city-reviewer', 'county-reporter'] as const) {
      const who = member({ roles: [role] })
      expect((await api.call('listDivisionChanges', { member: who })).body['changes']).toHaveLength(1)
      expect((await api.call('recordDivisionChange', { member: who, body: merger, ifMatch: 2 })).status).toBe(403)
    }
  })

  test.each<[string, object, string, string]>([
    ['a county merged into itself', { from: ['990101'], to: [{ code: '990101' }] }, '/from', '两个以上'],
    ['the same county twice', { from: ['990101', '990101'] }, '/from/1', '重复列入'],
    ['an unknown county', { from: ['990101', '990109'] }, '/from/1', '没有代码为990109'],
    ['a county of no city', { to: [{ code: '990901', name: '某区' }] }, '/to/0/code', '市级代码'],
    ['a new code without a name', { to: [{ code: '990103' }] }, '/to/0/name', '请填写新设单位的名称'],
    [
      'a name that another one bears',
      { from: ['990101', '990201'], to: [{ code: '990103', name: '石塘县' }] },
      '/to/0/name',
      '已有“石塘县”',
    ],
    ['a day to come', { on: '2026-03-03' }, '/on', '晚于今天'],
    [
      'a rename that changes nothing',
      { kind: 'renamed', from: ['990101'], to: [{ code: '990101', name: '云溪县' }] },
      '/to/0/name',
      '没有变化',
    ],
    ['a split into one', { kind: 'split', from: ['990101'] }, '/to', '分设'],
  ])('with %s is refused at its field', async (_what, change, pointer, words) => {
    const { status, body } = await record({ ...merger, ...change })
    expect(status).toBe(400)
    expect(body['errors']).toContainEqual({ pointer, detail: expect.stringContaining(words) })
    expect((await register()).version).toBe(1)
  })

  test('is recorded once, in order, and never leads back to a county that ceased', async () => {
    await record(merger)
    expect((await record(merger, 2)).body).toMatchObject({
      pointer: '/from',
      detail: expect.stringContaining('已登记过'),
    })
    const back = {
      ...merger,
      kind: 'renamed',
      on: '2026-02-01',
      from: ['990103'],
      to: [{ code: '990101', name: '云溪县' }],
    }
    expect((await record(back, 2)).body).toMatchObject({
      pointer: '/to/0/code',
      detail: expect.stringContaining('用过的代码'),
    })
    const earlier = {
      ...merger,
      kind: 'renamed',
      on: '2025-06-01',
      from: ['990103'],
      to: [{ code: '990103', name: '新区' }],
    }
    expect((await record(earlier, 2)).body).toMatchObject({ pointer: '/on' })
    expect((await record(merger, 1)).body).toMatchObject({ code: 'stale-version' })
  })

  test('that was a mistake is taken back whole, last one first', async () => {
    const before = await register()
    const first = (await record(merger)).body['id'] as string
    const rename = {
      ...merger,
      kind: 'renamed',
      on: '2026-02-01',
      from: ['990103'],
      to: [{ code: '990103', name: '溪石区' }],
    }
    const second = (await record(rename, 2)).body['id'] as string
    const revoke = (changeId: string, ifMatch: number) =>
      api.call('revokeDivisionChange', { member: admin, params: { changeId }, body: { reason: '登记有误' }, ifMatch })
    expect((await revoke(first, 3)).body).toMatchObject({ code: 'transition-not-allowed' })
    expect((await revoke(second, 3)).status).toBe(200)
    expect((await revoke(first, 4)).status).toBe(200)
    const after = await register()
    expect([after.counties, after.changes]).toEqual([before.counties, []])
  })
})
