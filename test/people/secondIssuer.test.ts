import { issuerKeys, tokenVerifier } from '@anjie/http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '../api/testApi.ts'
import { member } from '../builders/people.ts'
import { AUDIENCE, type OidcIssuer, oidcIssuer } from './oidcIssuer.ts'

/**
 * 统一身份认证: an office's own issuer instead of our user pool. Nothing of the issuer but its address and the audience is configured;
 * who may do what comes from invitations alone.
 */
let office: OidcIssuer
let stranger: OidcIssuer
let api: TestApi
const reporter = { personName: '周望舒', post: '县平安办干事', roles: ['county-reporter'], validUntil: '2027-12-31' }

beforeAll(async () => {
  ;[office, stranger] = await Promise.all([oidcIssuer(), oidcIssuer()])
  api = await testApi({
    issuer: office.issuer,
    verifyToken: tokenVerifier({ issuer: office.issuer, audience: AUDIENCE, keys: issuerKeys(office.issuer) }),
  })
  // The first administrator is the operator's.
  api.join(member({ roles: ['county-admin'], issuer: office.issuer, personId: 'first-admin' }))
})
afterAll(async () => {
  await Promise.all([office.close(), stranger.close()])
})

const bearer = (token: string | undefined) => ({ authorization: `Bearer ${token}` })
const ofAdmin = async () => bearer((await office.signIn('first-admin')).access_token)
const refusal = ({ status, body }: Awaited<ReturnType<TestApi['call']>>) => [status, body['code']]

test('somebody new signs in at the issuer, brings the code of an invitation, and works by the post from then on', async () => {
  const invited = await api.call('inviteMember', { ...(await ofAdmin()), body: reporter })
  expect(invited.status, JSON.stringify(invited.body)).toBe(201)
  const before = Math.floor(Date.now() / 1000)
  const tokens = await office.signIn('u-20417')
  const own = bearer(tokens.access_token)
  expect(refusal(await api.call('getMe', own))).toEqual([403, 'no-membership'])
  const joined = await api.call('acceptInvitation', { ...own, body: { code: invited.body['code'] } })
  expect(joined.status).toBe(200)
  const me = await api.call('getMe', own)
  expect(me.body).toMatchObject({ personName: '周望舒', roles: ['county-reporter'], jurisdictionName: '云溪县' })
  // 最近登录, because this issuer tells.
  expect(Date.parse(String(me.body['signedInAt'])) / 1000).toBeGreaterThanOrEqual(before)
  expect((await api.call('listUnits', own)).status).toBe(200)
  expect(
    refusal(await api.call('acceptInvitation', { ...(await ofAdmin()), body: { code: invited.body['code'] } })),
  ).toEqual([409, 'invitation-refused'])

  // A renewed token is the same person; the one that was used up renews nothing; an ended post does nothing with either.
  const renewed = await office.refresh(tokens)
  const { access_token } = await renewed.json()
  expect((await api.call('getMe', bearer(access_token))).body['personName']).toBe('周望舒')
  expect((await office.refresh(tokens)).status).toBe(400)
  const params = { membershipId: String(invited.body['id']) }
  await api.call('endMembership', { ...(await ofAdmin()), params, body: { reason: '调离' }, ifMatch: 2 })
  expect(refusal(await api.call('getMe', bearer(access_token)))).toEqual([403, 'no-membership'])
})

test('an ID token, a token for another audience and one of another issuer with the same subject are nobody’s', async () => {
  const { id_token } = await office.signIn('first-admin')
  expect(id_token).toBeDefined()
  const foreign = await stranger.signIn('first-admin')
  const elsewhere = await oidcIssuer('https://another.invalid')
  try {
    const other = tokenVerifier({ issuer: elsewhere.issuer, audience: AUDIENCE, keys: issuerKeys(elsewhere.issuer) })
    expect(await other((await elsewhere.signIn('first-admin')).access_token)).toBeUndefined()
  } finally {
    await elsewhere.close()
  }
  for (const token of [id_token, foreign.access_token])
    expect(refusal(await api.call('getMe', bearer(token)))).toEqual([401, 'not-signed-in'])
})

test('a machine client of the issuer does what its registration says, and nothing before', async () => {
  const own = bearer(await office.machineToken())
  expect(refusal(await api.call('listUnits', own))).toEqual([403, 'no-membership'])
  const body = {
    clientId: office.machineId,
    name: '县数据局接口',
    roles: ['county-reporter'],
    scopes: ['units:read'],
    validUntil: '2026-06-30',
  }
  expect((await api.call('registerMachine', { ...(await ofAdmin()), body })).status).toBe(201)
  expect((await api.call('listUnits', own)).status).toBe(200)
  expect((await api.call('listApplications', own)).body['detail']).toContain('没有“平安细胞命名（读取）”权限')
  api.setNow('2026-07-01T01:00:00.000Z')
  expect(refusal(await api.call('listUnits', own))).toEqual([403, 'no-membership'])
})
