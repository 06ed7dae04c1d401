import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { UnitId } from '@anjie/contracts/vocabulary/ids'
import { PostRowResult } from '@anjie/contracts/vocabulary/people/postRow'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ISSUER, type TestAnswer, type TestApi, testApi } from '../api/testApi.ts'
import { systemMark } from '../builders/context.ts'
import { member, PLACES } from '../builders/people.ts'
import { ulid } from '../builders/ulid.ts'

let api: TestApi
const countyAdmin = member({ roles: ['county-admin'] })
const provinceAdmin = member({ roles: ['province-admin'] })
const COUNTY = PLACES.county.code

beforeEach(async () => {
  api = await testApi()
  for (const person of [countyAdmin, provinceAdmin]) api.join(person)
})

/** A registered unit of the county. */
async function unit(name: string, kind: 'township' | 'village' = 'township', county: string = COUNTY): Promise<UnitId> {
  const id = UnitId.parse(`${county}.${ulid()}`)
  const written = await api.stores.openPlatformStore('99', systemMark()).commit([
    {
      kind: 'unit',
      id,
      expectedVersion: 0,
      next: {
        id,
        county: countyCodeOf(id),
        kind,
        name,
        validFrom: PlainDate.parse('2020-01-01'),
        successors: [],
        updatedAt: '2026-03-02T01:00:00.000Z' as never,
      },
      fact: { type: 'UnitRegistered', details: { name, kind: '乡镇', validFrom: '2020-01-01' } },
    },
  ])
  if (!written.ok) throw new Error(written.error.detail)
  return id
}

const reporter = { personName: '周望舒', post: '县平安办干事', roles: ['county-reporter'], validUntil: '2027-12-31' }
const invite = (by: Membership, body: object, idempotencyKey?: string): Promise<TestAnswer> =>
  api.call('inviteMember', { member: by, body, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) })
const logInOf = async (subject: string): Promise<string> => `Bearer ${await api.token({ sub: subject })}`
const accept = async (subject: string, code: unknown): Promise<TestAnswer> =>
  api.call('acceptInvitation', { authorization: await logInOf(subject), body: { code } })
const me = async (subject: string, headers: Record<string, string> = {}): Promise<TestAnswer> =>
  api.call('getMe', { authorization: await logInOf(subject), headers })
const text = (answer: TestAnswer, field: string): string => z.string().parse(answer.body[field])
const refusal = ({ status, body }: TestAnswer) => [status, body['code']]

describe('an invitation', () => {
  test('binds the log-in that brings its code, once, and the post works from then on', async () => {
    const invited = await invite(countyAdmin, reporter)
    expect(invited.status).toBe(201)
    const code = text(invited, 'code')
    expect(code).toMatch(/^990101(-[0-9A-HJKMNP-TV-Z]{4}){4}$/)
    expect(refusal(await me('zhou'))).toEqual([403, 'no-membership'])
    // As it is read out on the telephone: lower case, without dashes, O for 0.
    expect(
      (
        await accept(
          'zhou',
          code
            .toLowerCase()
            .replaceAll('-', ' ')
            .replaceAll('0', 'o')
            .replace(/^99[o0]1[o0]1/, '990101'),
        )
      ).status,
    ).toBe(200)
    const { body } = await me('zhou')
    expect(body).toMatchObject({ personName: '周望舒', roles: ['county-reporter'], jurisdictionName: '云溪县' })
    expect((await accept('zhou', code)).status, 'once more by the same log-in').toBe(200)
    expect(refusal(await accept('somebody-else', code))).toEqual([409, 'invitation-refused'])
    expect(refusal(await me('somebody-else'))).toEqual([403, 'no-membership'])
  })

  test('has a code that stands nowhere: not in records, facts, lists or a repeated answer', async () => {
    const key = 'the-same-key-1'
    const first = await invite(countyAdmin, reporter, key)
    const secret = text(first, 'code').slice(7).replaceAll('-', '')
    const again = await invite(countyAdmin, reporter, key)
    expect(again.status).toBe(201)
    expect(again.body['code']).toBeUndefined()
    const listed = await api.call('listMemberships', { member: countyAdmin })
    const opened = await api.call('getMembership', { member: countyAdmin, params: { membershipId: text(first, 'id') } })
    const everything = JSON.stringify([api.stores.recordedFacts(), listed.body, opened.body]).replaceAll('-', '')
    expect(everything).not.toContain(secret)
    expect(opened.body['state']).not.toHaveProperty('boundTo')
  })

  test('is refused after its day, once withdrawn, once replaced, and when it is made up', async () => {
    const late = text(await invite(countyAdmin, { ...reporter, endsOn: '2026-03-05' }), 'code')
    api.setNow('2026-03-05T15:59:00.000Z')
    const inTime = await invite(countyAdmin, { ...reporter, personName: '及时' })
    api.setNow('2026-03-05T16:00:00.000Z')
    expect((await accept('a', late)).body['detail']).toContain('到期')
    api.setNow('2026-03-02T01:00:00.000Z')
    const params = { membershipId: text(inTime, 'id') }
    const renewed = await api.call('renewInvitation', { member: countyAdmin, params, body: {}, ifMatch: 1 })
    expect((await accept('a', text(inTime, 'code'))).body['detail']).toContain('新的邀请码')
    await api.call('endMembership', { member: countyAdmin, params, body: { reason: '发错了人' }, ifMatch: 2 })
    expect((await accept('a', text(renewed, 'code'))).body['detail']).toContain('撤销')
    for (const made of [
      '',
      '990101',
      '990101-0000-0000-0000-0000',
      '980101-0000-0000-0000-0000',
      '99-x',
      '甲'.repeat(20),
    ])
      expect((await accept('a', made)).status, made).toBeGreaterThanOrEqual(400)
    expect(refusal(await me('a'))).toEqual([403, 'no-membership'])
  })

  test('for one post is one: asked twice, and by two administrators at the same moment', async () => {
    const both = await Promise.all([
      invite(countyAdmin, reporter),
      invite(provinceAdmin, { ...reporter, place: COUNTY }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(refusal(await invite(countyAdmin, reporter))).toEqual([409, 'already-invited'])
  })

  test('of two codes for two posts, taken by one log-in at the same moment, leaves one person with two posts', async () => {
    const codes = [
      text(await invite(countyAdmin, reporter), 'code'),
      text(await invite(countyAdmin, { ...reporter, post: '兼职' }), 'code'),
    ]
    await Promise.all(codes.map((code) => accept('zhou', code)))
    for (const code of codes) await accept('zhou', code)
    const posts = await api.stores.memberships.find(`${ISSUER}#zhou`, 'anew')
    expect(posts).toHaveLength(2)
    expect(new Set(posts.map(({ personId }) => personId)).size).toBe(1)
  })

  test('that is meant for somebody’s second post is not taken by another person', async () => {
    const first = await invite(countyAdmin, reporter)
    await accept('zhou', text(first, 'code'))
    const second = await invite(countyAdmin, { ...reporter, post: '县综治中心干事', samePersonAs: text(first, 'id') })
    const other = await invite(countyAdmin, { ...reporter, personName: '吴明澈' })
    await accept('wu', text(other, 'code'))
    expect((await accept('wu', text(second, 'code'))).body['detail']).toContain('另一人员')
    expect((await accept('zhou', text(second, 'code'))).status).toBe(200)
  })
})

describe('posts are managed', () => {
  test('by the county for the county only, and never above: a role of the province, a post in another county, a city', async () => {
    for (const [body, code] of [
      [{ ...reporter, roles: ['province-admin'] }, 'invalid-input'],
      [{ ...reporter, roles: ['county-reporter', 'city-reviewer'] }, 'invalid-input'],
      [{ ...reporter, place: '99', roles: ['province-admin'] }, 'not-permitted'],
      [{ ...reporter, place: '9901', roles: ['city-reviewer'] }, 'not-permitted'],
      [{ ...reporter, place: PLACES.neighbourCounty.code }, 'not-permitted'],
      [{ ...reporter, place: '980101' }, 'not-permitted'],
      [{ ...reporter, validUntil: '2026-03-01' }, 'invalid-input'],
      [{ ...reporter, roles: ['unit-reporter'] }, 'invalid-input'],
      [{ ...reporter, units: [`${COUNTY}.${ulid()}`], roles: ['unit-reporter'] }, 'invalid-input'],
      // Nothing is taken that would restrict nothing.
      [{ ...reporter, honours: ['peace-hospital'] }, 'invalid-input'],
    ] as const)
      expect((await invite(countyAdmin, body)).body['code'], JSON.stringify(body)).toBe(code)
    expect((await invite(provinceAdmin, { ...reporter, place: '9901', roles: ['city-reviewer'] })).status).toBe(201)
    expect((await invite(provinceAdmin, { ...reporter, roles: ['province-reviewer'] })).status).toBe(201)
  })

  test('by nobody for themselves', async () => {
    const first = await invite(provinceAdmin, {
      ...reporter,
      place: COUNTY,
      roles: ['county-admin'],
      personName: '王自任',
    })
    await accept('wang', text(first, 'code'))
    const own = { authorization: await logInOf('wang'), params: { membershipId: text(first, 'id') } }
    const change = { post: '主任', roles: ['county-admin', 'county-reviewer'], validUntil: '2090-01-01' }
    expect(refusal(await api.call('changeMembership', { ...own, body: change, ifMatch: 2 }))).toEqual([
      403,
      'conflict-of-interest',
    ])
    expect(refusal(await api.call('endMembership', { ...own, body: { reason: '不干了' }, ifMatch: 2 }))).toEqual([
      403,
      'conflict-of-interest',
    ])
    const more = await api.call('inviteMember', { ...own, body: { ...reporter, samePersonAs: text(first, 'id') } })
    expect(refusal(more)).toEqual([403, 'conflict-of-interest'])
  })

  test('so that an ended one does nothing any more, not even with the page still open, and each change is a fact', async () => {
    const invited = await invite(countyAdmin, reporter)
    await accept('zhou', text(invited, 'code'))
    const params = { membershipId: text(invited, 'id') }
    const change = { post: '股长', roles: ['county-reviewer'], validUntil: '2027-06-30' }
    expect((await api.call('changeMembership', { member: countyAdmin, params, body: change, ifMatch: 2 })).status).toBe(
      200,
    )
    expect((await me('zhou')).body).toMatchObject({ post: '股长', roles: ['county-reviewer'] })
    expect(
      (await api.call('endMembership', { member: countyAdmin, params, body: { reason: '调离' }, ifMatch: 3 })).status,
    ).toBe(200)
    expect(refusal(await me('zhou'))).toEqual([403, 'no-membership'])
    const types = api.stores
      .recordedFacts()
      .filter(({ kind }) => kind === 'membership')
      .map(({ type }) => type)
    expect(types).toEqual(['MembershipInvited', 'MembershipAccepted', 'MembershipChanged', 'MembershipEnded'])
  })

  test('across a move on one day: the old county’s post is gone, the new one’s there, and it is the same person', async () => {
    const old = await invite(countyAdmin, reporter)
    await accept('zhou', text(old, 'code'))
    const params = { membershipId: text(old, 'id') }
    await api.call('endMembership', { member: countyAdmin, params, body: { reason: '调任石塘县' }, ifMatch: 2 })
    const next = await invite(provinceAdmin, { ...reporter, place: PLACES.neighbourCounty.code })
    await accept('zhou', text(next, 'code'))
    expect((await me('zhou')).body['jurisdictionName']).toBe('石塘县')
    const persons = api.stores
      .recordedFacts()
      .filter(({ type }) => type === 'MembershipAccepted')
      .map(({ actor }) => actor.personId)
    expect(new Set(persons).size).toBe(1)
  })

  test('and somebody with two posts acts by the one that the request names, never by another’s', async () => {
    const first = await invite(countyAdmin, reporter)
    await accept('zhou', text(first, 'code'))
    const second = await invite(provinceAdmin, {
      ...reporter,
      place: PLACES.neighbourCounty.code,
      samePersonAs: text(first, 'id'),
    })
    await accept('zhou', text(second, 'code'))
    const other = await invite(countyAdmin, { ...reporter, personName: '吴明澈' })
    await accept('wu', text(other, 'code'))
    const at = async (answer: TestAnswer) =>
      (await me('zhou', { 'anjie-post': text(answer, 'id') })).body['jurisdictionName']
    expect([await at(first), await at(second)]).toEqual(['云溪县', '石塘县'])
    expect((await me('zhou')).body['posts']).toMatchObject([{ current: true }, { current: false }])
    expect(refusal(await me('zhou', { 'anjie-post': text(other, 'id') }))).toEqual([403, 'post-ended'])
  })
})

describe('a county’s villages in one file', () => {
  const rowsOf = (answer: TestAnswer) => z.array(PostRowResult).parse(answer.body['rows'])
  const row = (personName: string, unitNames: string, more: object = {}) => ({
    personName,
    post: '村平安专干',
    unitNames,
    roleNames: '',
    validUntil: '2027/12/31',
    ...more,
  })

  test('462 of them are invited, and the second time each is recognised and nothing is written', async () => {
    const names = Array.from({ length: 462 }, (_, index) => `第${index + 1}村`)
    for (const name of names) await unit(name, 'village')
    const body = { rows: names.map((name, index) => row(`专干${index + 1}`, name)), renew: false }
    const first = rowsOf(await api.call('inviteMembers', { member: countyAdmin, body }))
    expect(first.map(({ outcome }) => outcome)).toEqual(names.map(() => 'invited'))
    expect(new Set(first.map(({ code }) => code)).size).toBe(462)
    const before = api.stores.recordedFacts().length
    const second = rowsOf(await api.call('inviteMembers', { member: countyAdmin, body }))
    expect(second.map(({ outcome }) => outcome)).toEqual(names.map(() => 'known'))
    expect(second.every(({ code }) => code === undefined)).toBe(true)
    expect(api.stores.recordedFacts().length).toBe(before)
    await accept('clerk-9', first[8]?.code)
    expect((await me('clerk-9')).body['units']).toMatchObject([{ name: '第9村' }])
    const third = rowsOf(await api.call('inviteMembers', { member: countyAdmin, body: { ...body, renew: true } }))
    expect(third.filter(({ outcome }) => outcome === 'known').map(({ row: line }) => line)).toEqual([9])
    expect(third.filter(({ outcome }) => outcome === 'renewed')).toHaveLength(461)
  })

  test('a wrong line says what is wrong and stops no other', async () => {
    await unit('霜台镇')
    await unit('同名村', 'village')
    await unit('同名村', 'village')
    const rows = [
      row('甲', '霜台镇'),
      row('', '霜台镇'),
      row('乙', '没有镇'),
      row('丙', '同名村'),
      row('丁', '霜台镇', { validUntil: '明年' }),
      row('戊', '', { roleNames: '省级管理员' }),
      row('己', '霜台镇', { roleNames: '县级管理员' }),
      row('甲', '霜台镇'),
      row('庚', '', { roleNames: '县级填报人、县级审核人', post: '干事' }),
      row('辛', ''),
      row('壬', '霜台镇', { validUntil: '二〇二七年十二月三十一日' }),
      row('癸', '霜台镇', { validUntil: '2027.2.30' }),
    ]
    const answers = rowsOf(await api.call('inviteMembers', { member: countyAdmin, body: { rows, renew: false } }))
    expect(answers.map(({ outcome, reason = '' }) => `${outcome} ${reason}`)).toEqual([
      'invited ',
      expect.stringContaining('姓名'),
      expect.stringContaining('没有登记“没有镇”'),
      expect.stringContaining('2个单位'),
      expect.stringContaining('有效期'),
      expect.stringContaining('不能在县级任职'),
      expect.stringContaining('只有单位填报人'),
      expect.stringContaining('重复'),
      'invited ',
      expect.stringContaining('岗位或所在单位'),
      'invited ',
      expect.stringContaining('日历上没有“2027.2.30”'),
    ])
  })
})

describe('a machine client', () => {
  const machine = {
    clientId: 'bureau-feed',
    name: '县数据局接口',
    roles: ['county-reporter'],
    scopes: ['units:read'],
    validUntil: '2026-06-30',
  }
  const callAs = async (operation: 'listUnits' | 'listSubmissions' | 'getMe', claims: object = {}) =>
    api.call(operation, {
      authorization: `Bearer ${await api.token({ sub: 'bureau-feed', client_id: 'bureau-feed', scope: 'anjie/api', ...claims })}`,
    })

  test('may what its scopes say until its end, and a person’s token is never taken for one', async () => {
    expect(refusal(await callAs('listUnits'))).toEqual([403, 'no-membership'])
    expect((await api.call('registerMachine', { member: countyAdmin, body: machine })).status).toBe(201)
    expect((await callAs('listUnits')).status).toBe(200)
    expect((await callAs('listSubmissions')).body['detail']).toContain('数据填报（读取）')
    expect(refusal(await callAs('listUnits', { scope: 'openid' }))).toEqual([401, 'not-signed-in'])
    expect(refusal(await callAs('listUnits', { sub: 'a-person' }))).toEqual([401, 'not-signed-in'])
    api.setNow('2026-07-01T01:00:00.000Z')
    expect(refusal(await callAs('listUnits'))).toEqual([403, 'no-membership'])
  })

  test('is registered once, and never above the county that registers it', async () => {
    await api.call('registerMachine', { member: countyAdmin, body: machine })
    expect(refusal(await api.call('registerMachine', { member: countyAdmin, body: machine }))).toEqual([
      409,
      'already-invited',
    ])
    expect(
      (await api.call('registerMachine', { member: countyAdmin, body: { ...machine, roles: ['province-admin'] } }))
        .body['code'],
    ).toBe('invalid-input')
    expect(
      (await api.call('registerMachine', { member: countyAdmin, body: { ...machine, place: '99' } })).body['code'],
    ).toBe('not-permitted')
  })
})
