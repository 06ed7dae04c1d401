import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { beforeEach, expect, test } from 'vitest'
import { type TestApi, testApi } from '../api/testApi.ts'
import { member } from '../builders/people.ts'

const admin = member({ roles: ['province-admin'] })
const deputy = member({ roles: ['province-admin'], personId: 'deputy' })
const countyAdmin = member({ roles: ['county-admin'] })
let api: TestApi
beforeEach(async () => {
  api = await testApi()
  for (const each of [admin, deputy, countyAdmin]) api.join(each)
})

interface Post {
  readonly key: string
  readonly jurisdictionName: string
  readonly roles: readonly string[]
}
const authorization = async () => `Bearer ${await api.token({ sub: 'zhou' })}`
const postsOf = async (): Promise<readonly Post[]> =>
  (await api.call('getMe', { authorization: await authorization() })).body['posts'] as readonly Post[]

/** A clerk of 990101 who took the post with a code, and a unit of the county; then the change, and its plan as far as its end. */
async function moved(kind: 'renamed' | 'merged', from: readonly string[], to: { code: string; name?: string }) {
  const body = { personName: '周望舒', post: '县平安办干事', roles: ['county-admin'], validUntil: '2027-12-31' }
  const { body: invited } = await api.call('inviteMember', { member: admin, body: { ...body, place: '990101' } })
  await api.call('acceptInvitation', { authorization: await authorization(), body: { code: invited['code'] } })
  const unit = { kind: 'township', name: '溪口镇', validFrom: '2020-01-01' }
  expect((await api.call('registerUnit', { member: countyAdmin, body: unit })).status).toBe(201)
  const change = { kind, on: '2026-03-01', approvalReference: '民函〔2026〕5号', from, to: [to] }
  const changeId = (await api.call('recordDivisionChange', { member: admin, body: change })).body['id']
  const made = await api.call('drawMovePlan', { member: admin, body: { kind: 'county', changeId, from: '990101' } })
  expect(made.status).toBe(201)
  const params = { planId: String(made.body['id']) }
  const confirm = (who: Membership) => api.call('confirmMovePlan', { member: who, params })
  expect((await confirm(admin)).status).toBe(403)
  expect((await confirm(deputy)).status).toBe(200)
  expect((await api.call('carryMoveOn', { member: admin, params })).body).toMatchObject({ status: 'applied' })
  // What a log-in holds is a few seconds old at most, and so is the tree.
  api.setNow('2026-03-02T01:02:00.000Z')
}

test('the log-in of a county that goes to another city acts for the new code as for the old, and sees the units there', async () => {
  await moved('renamed', ['990101'], { code: '990203', name: '云溪县' })
  const posts = await postsOf()
  expect(posts.map(({ key, jurisdictionName, roles }) => [countyCodeOf(key), jurisdictionName, ...roles])).toEqual([
    ['990101', '云溪县', 'county-admin'],
    ['990203', '宁川市云溪县', 'county-admin'],
  ])
  const headers = { 'anjie-post': posts[1]?.key ?? '' }
  const units = await api.call('listUnits', { authorization: await authorization(), headers })
  expect(units.body['units']).toMatchObject([{ name: '溪口镇', county: '990203' }])
  const body = { kind: 'township', name: '新口镇', validFrom: '2026-03-01' }
  expect(await api.call('registerUnit', { authorization: await authorization(), headers, body })).toMatchObject({
    status: 201,
    body: { id: expect.stringMatching(/^990203\./) },
  })
  // Under the former code they read and finish, and begin nothing.
  expect((await api.call('registerUnit', { authorization: await authorization(), body })).status).toBe(403)
})

test('a merger gives nobody of the one county a right in the other', async () => {
  await moved('merged', ['990101', '990102'], { code: '990102' })
  expect((await postsOf()).map(({ key }) => countyCodeOf(key))).toEqual(['990101'])
})
