import { Title } from '@anjie/contracts/vocabulary/honours/title'
import { TitleId } from '@anjie/contracts/vocabulary/ids'
import { digest } from '@anjie/store'
import { carryOutTerms } from '@anjie/use-cases/aftercare/dueTerms'
import { beforeEach, expect, test } from 'vitest'
import { type TestApi, testApi } from '../api/testApi.ts'
import { NOW, systemMark } from '../builders/context.ts'
import { everyRole, member } from '../builders/people.ts'
import { ulid } from '../builders/ulid.ts'

const county = member({ roles: ['county-admin'] })
const city = member({ roles: ['city-reviewer'] })
let api: TestApi
let from: string
let into: string
let villageId: string

const register = async (kind: string, name: string, parentId?: string): Promise<string> => {
  const body = { kind, name, validFrom: '2020-01-01', ...(parentId === undefined ? {} : { parentId }) }
  return String((await api.call('registerUnit', { member: county, body })).body['id'])
}
const platform = () => api.stores.openPlatformStore('99', systemMark())

async function titled(unitId: string, unitName: string): Promise<TitleId> {
  const id = TitleId.parse(`990101.${ulid()}`)
  const next = Title.parse({
    id,
    county: '990101',
    honour: 'peace-township',
    honourName: '平安乡镇（街道）',
    level: 'province',
    year: 2025,
    unitId,
    unitName,
    unitKind: 'township',
    provinceName: '安和省',
    cityName: '安和市',
    countyName: '云溪县',
    status: 'active',
    source: { kind: 'named-here' },
    updatedAt: NOW,
  })
  const fact = { type: 'TitleImported', details: { unit: unitName, source: '' } } as const
  expect((await platform().commit([{ kind: 'title', id, expectedVersion: 0, next, fact }])).ok).toBe(true)
  return id
}

beforeEach(async () => {
  api = await testApi()
  for (const each of everyRole()) api.join(each)
  ;[from, into] = [await register('township', '溪口镇'), await register('township', '云溪镇')]
  villageId = await register('village', '柳湾村', from)
})
const draw = () =>
  api.call('drawMovePlan', {
    member: county,
    body: { kind: 'township', from, into, on: '2026-03-01', approvalReference: '云政〔2026〕3号' },
  })

test('a township’s merger is drawn up by its county, confirmed by its city and carried out by the county; a title goes before who gave it', async () => {
  const [title] = [await titled(from, '溪口镇'), await titled(into, '云溪镇')]
  const made = await draw()
  expect(made).toMatchObject({ status: 201, body: { status: 'drawn' } })
  const planId = String(made.body['id'])
  const listed = async (who: typeof city) => (await api.call('listMovePlans', { member: who })).body['rows']
  for (const who of [county, city]) expect(await listed(who)).toMatchObject([{ id: planId, title: '溪口镇并入云溪镇' }])
  expect(await listed(member({ roles: ['province-admin'] }))).toEqual([])
  const { body } = await api.call('listMoveLines', { member: city, params: { planId } })
  expect(body['lines']).toMatchObject([
    { subject: 'unit', name: '溪口镇', fate: 'merges', to: '云溪镇' },
    { subject: 'unit', name: '柳湾村', fate: 'moves', to: '云溪镇' },
    { subject: 'title', fate: 'laid-before', reason: expect.stringContaining('云溪镇已持有同一称号') },
  ])
  const toDo = async (who: typeof city) =>
    ((await api.call('getHome', { member: who })).body['toDo'] as { page: string; nextVerb: string }[]).flatMap(
      ({ page, nextVerb }) => (page === 'move-plan' ? [nextVerb] : []),
    )
  expect([await toDo(county), await toDo(city)]).toEqual([[], ['确认方案']])
  // Nobody of the county, and no other city.
  const others = [
    county,
    member({ roles: ['city-reviewer'], jurisdiction: '9902' }),
    member({ roles: ['province-admin'] }),
  ]
  api.join(others[1] ?? county)
  for (const who of others)
    expect([403, 404]).toContain((await api.call('confirmMovePlan', { member: who, params: { planId } })).status)
  expect(await api.call('confirmMovePlan', { member: city, params: { planId } })).toMatchObject({ status: 200 })
  expect([await toDo(county), await toDo(city)]).toEqual([['继续办理'], []])
  expect(await api.call('carryMoveOn', { member: county, params: { planId } })).toMatchObject({
    status: 200,
    body: { status: 'applied' },
  })
  expect((await platform().get('unit', villageId))?.state).toMatchObject({ parentId: into, parentName: '云溪镇' })
  expect((await platform().get('unit', from))?.state).toMatchObject({ validTo: '2026-02-28', successors: [into] })
  const later = '2026-03-02T02:00:00.000Z'
  const store = api.stores.openPlatformStore('99', systemMark({ now: later }))
  expect(await carryOutTerms({ store, now: later, digest }, () => true)).toMatchObject({ opened: 1 })
  const held = (await platform().get('title', title))?.state
  const recheck = await platform().get('recheck', held?.openRecheck ?? '')
  expect(recheck?.state).toMatchObject({ status: 'decision', successors: ['云溪镇'], causes: [{ kind: 'unit-ended' }] })
})

test('a plan is refused for a village, for a day to come and for a successor that is none', async () => {
  const call = (body: object) =>
    api.call('drawMovePlan', {
      member: county,
      body: { kind: 'township', from, into, on: '2026-03-01', approvalReference: '云政〔2026〕3号', ...body },
    })
  expect(await call({ from: villageId })).toMatchObject({
    status: 400,
    body: { detail: expect.stringContaining('不是乡镇') },
  })
  expect((await call({ on: '2026-03-05' })).body['detail']).toContain('晚于今天')
  expect((await call({ into: villageId })).body['detail']).toContain('请选择同类单位')
  expect((await call({ into: from })).body['detail']).toContain('不能承继自己')
})

test('a village that was registered there after the drawing is not passed over: the plan is drawn up anew', async () => {
  const planId = String((await draw()).body['id'])
  await register('village', '新柳村', from)
  expect(await api.call('confirmMovePlan', { member: city, params: { planId } })).toMatchObject({ status: 409 })
  expect(await api.call('redrawMovePlan', { member: county, params: { planId } })).toMatchObject({ status: 200 })
  expect(await api.call('confirmMovePlan', { member: city, params: { planId }, ifMatch: 2 })).toMatchObject({
    status: 200,
  })
})

test('a township that is merged while its title is looked into: the end joins the open case, and no second one opens', async () => {
  const title = await titled(from, '溪口镇')
  const reviewer = member({ roles: ['county-reviewer'] })
  const incident = { kind: 'drugs', on: '2026-03-01', source: '县禁毒办通报〔2026〕3号', cause: '辖区查获一起涉毒案件' }
  const entered = await api.call('enterIncident', {
    member: reviewer,
    params: { unitId: from },
    body: incident,
    ifMatch: 0,
  })
  expect(entered.status).toBe(200)
  const passTime = async (now: string) => {
    api.setNow(now)
    return carryOutTerms({ store: api.stores.openPlatformStore('99', systemMark({ now })), now, digest }, () => true)
  }
  expect(await passTime('2026-03-02T01:10:00.000Z')).toMatchObject({ opened: 1 })
  const made = await draw()
  const params = { planId: String(made.body['id']) }
  // The self-check is the county clerk's, and nobody holds that post.
  const { state } = (await api.call('getMovePlan', { member: county, params })).body as { state: { gaps: string[] } }
  expect(state.gaps).toEqual([expect.stringContaining('云溪县没有在任的县级填报人')])
  const clerk = { personName: '周望舒', post: '县平安办干事', roles: ['county-reporter'], validUntil: '2027-12-31' }
  const { body: invited } = await api.call('inviteMember', { member: county, body: clerk })
  const authorization = `Bearer ${await api.token({ sub: 'zhou' })}`
  await api.call('acceptInvitation', { authorization, body: { code: invited['code'] } })
  await api.call('redrawMovePlan', { member: county, params })
  expect(await api.call('confirmMovePlan', { member: city, params, ifMatch: 2 })).toMatchObject({ status: 200 })
  expect(await api.call('carryMoveOn', { member: county, params })).toMatchObject({ body: { status: 'applied' } })
  expect(await passTime('2026-03-02T01:20:00.000Z')).toMatchObject({ opened: 0, failed: [] })
  const held = (await platform().get('title', title))?.state
  const recheck = await platform().get('recheck', held?.openRecheck ?? '')
  expect(recheck?.state.causes.map(({ kind }) => kind)).toEqual(['drugs', 'unit-ended'])
  expect(recheck?.state.status).toBe('self-check')
})
