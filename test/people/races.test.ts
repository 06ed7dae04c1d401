import { PostRowResult } from '@anjie/contracts/vocabulary/people/postRow'
import { newWorkbook, workbookBytes } from '@anjie/documents/newWorkbook'
import { postsTemplate, readPostsFile } from '@anjie/documents/postsSheet'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type TestAnswer, type TestApi, testApi } from '../api/testApi.ts'
import { systemMark } from '../builders/context.ts'
import { someDetails } from '../builders/facts.ts'
import { member, PLACES } from '../builders/people.ts'
import { submission } from '../builders/submission.ts'
import { unitChange } from '../ports/recordStore.suite.ts'

/** What goes wrong between two people at the same time, with what whoever is refused reads. */
const COUNTY = PLACES.county.code
const countyAdmin = member({ roles: ['county-admin'] })
const provinceAdmin = member({ roles: ['province-admin'] })
const reporter = { personName: '周望舒', post: '县平安办干事', roles: ['county-reporter'], validUntil: '2027-12-31' }

let api: TestApi
beforeEach(async () => {
  api = await testApi()
  for (const person of [countyAdmin, provinceAdmin]) api.join(person)
})

const text = (answer: TestAnswer, field: string): string => z.string().parse(answer.body[field])
const as = async (subject: string, more: object = {}) => ({
  authorization: `Bearer ${await api.token({ sub: subject })}`,
  ...more,
})
const invite = (body: object, by = countyAdmin) => api.call('inviteMember', { member: by, body })
const accept = async (subject: string, code: unknown) =>
  api.call('acceptInvitation', { ...(await as(subject)), body: { code } })
const end = (id: string, reason = '调离') =>
  api.call('endMembership', { member: provinceAdmin, params: { membershipId: id }, body: { reason }, ifMatch: 2 })
const told = ({ status, body }: TestAnswer) => [status, body['code'], body['detail']]
const unitNamed = async (name: string, kind = 'township') =>
  text(await api.call('registerUnit', { member: countyAdmin, body: { kind, name, validFrom: '2020-01-01' } }), 'id')

describe('任职解除 while a form is open', () => {
  test('refuses the next save with what happened, writes nothing, and a second post still works', async () => {
    const form = submission()
    await api.stores.openPlatformStore('99', systemMark()).commit([
      {
        kind: 'submission',
        id: form.id,
        expectedVersion: 0,
        next: form,
        fact: { type: 'SubmissionOpened', details: someDetails('SubmissionOpened') },
      },
    ])
    const first = await invite(reporter)
    await accept('zhou', first.body['code'])
    const second = await invite({ ...reporter, post: '县综治中心干事', samePersonAs: text(first, 'id') })
    await accept('zhou', second.body['code'])
    const post = { headers: { 'anjie-post': text(first, 'id') } }
    const save = async (headers: object) =>
      api.call('saveValues', {
        ...(await as('zhou', headers)),
        params: { submissionId: form.id },
        body: { values: [] },
        ifMatch: 1,
      })
    await end(text(first, 'id'))
    const before = api.stores.recordedFacts().length
    expect(told(await save(post))).toEqual([403, 'post-ended', '所选的任职已经解除或到期'])
    await end(text(second, 'id'))
    expect(told(await save({}))).toEqual([403, 'no-membership', '您的账号没有有效的任职记录'])
    // The two endings and nothing of the form.
    expect(
      api.stores
        .recordedFacts()
        .slice(before)
        .map(({ kind }) => kind),
    ).toEqual(['membership'])
  })

  test('at the same moment as a change of it: one of the two is told that somebody was quicker', async () => {
    const first = await invite(reporter)
    await accept('zhou', first.body['code'])
    const params = { membershipId: text(first, 'id') }
    const change = { post: '股长', roles: ['county-reviewer'], validUntil: '2027-06-30' }
    const both = await Promise.all([
      api.call('changeMembership', { member: countyAdmin, params, body: change, ifMatch: 2 }),
      api.call('endMembership', { member: provinceAdmin, params, body: { reason: '调离' }, ifMatch: 2 }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    expect(both.find(({ status }) => status === 412)?.body['title']).toBe('内容已被他人更新')
  })
})

describe('单位撤并 while its log-in fills', () => {
  test('refuses every further step of that log-in with the day and who takes over; what it began stays readable', async () => {
    const [old, next] = [await unitNamed('霜台镇'), await unitNamed('露坪镇')]
    const clerk = member({ roles: ['unit-reporter'], unit: old, personId: 'clerk' })
    api.join(clerk)
    const round = { roundId: '99.01J00000000000000000000000', unitId: old }
    const step = () => api.call('draftApplication', { member: clerk, body: round })
    expect((await step()).body['code']).toBe('not-found')
    const ended = await api.call('endUnit', {
      member: countyAdmin,
      params: { unitId: old },
      body: { successors: [next], on: '2026-03-01', approvalReference: '县政办〔2026〕1号' },
      ifMatch: 1,
    })
    expect(ended.status, JSON.stringify(ended.body)).toBe(200)
    expect(told(await step())).toEqual([
      403,
      'not-permitted',
      '霜台镇已于2026年2月28日撤并，不再以该单位办理；未办完的由县级填报人或承继单位接办',
    ])
    for (const operation of ['getHome', 'listUnits', 'listSubmissions', 'listMessages'] as const)
      expect((await api.call(operation, { member: clerk })).status, operation).toBe(200)
    expect(
      (await api.call('readMessages', { member: clerk, body: { upTo: '2026-03-01T00:00:00.000Z#x#y#z#' } })).body[
        'code'
      ],
    ).not.toBe('not-permitted')
    // Nobody is invited to it any more, and the successor's clerk works on.
    const invited = await invite({ ...reporter, roles: ['unit-reporter'], units: [old] })
    expect(told(invited)).toEqual([400, 'invalid-input', '霜台镇已于2026年2月28日终止'])
    const successor = member({ roles: ['unit-reporter'], unit: next, personId: 'successor' })
    api.join(successor)
    expect(
      (await api.call('draftApplication', { member: successor, body: { ...round, unitId: next } })).body['code'],
    ).toBe('not-found')
  })

  test('holds from the day after its last, not before', async () => {
    const old = `${COUNTY}.01J0000000000000000000000V`
    const clerk = member({ roles: ['unit-reporter'], unit: old, personId: 'clerk' })
    api.join(clerk)
    const change = unitChange(COUNTY, { id: old, name: '霜台镇' })
    const next = { ...change.next, validTo: '2026-03-02' } as typeof change.next
    await api.stores.openPlatformStore('99', systemMark()).commit([{ ...change, next } as typeof change])
    const step = () =>
      api.call('draftApplication', { member: clerk, body: { roundId: '99.01J00000000000000000000000', unitId: old } })
    expect((await step()).body['code']).toBe('not-found')
    api.setNow('2026-03-02T16:00:00.000Z')
    expect((await step()).body['detail']).toContain('已于2026年3月2日撤销')
  })
})

describe('an invitation', () => {
  test('to a role above, or by a county to another place, is refused with who gives it', async () => {
    expect(told(await invite({ ...reporter, roles: ['province-admin'] }))).toEqual([
      400,
      'invalid-input',
      '省级管理员不能在县级任职',
    ])
    expect(told(await invite({ ...reporter, place: '99', roles: ['province-admin'] }))).toEqual([
      403,
      'not-permitted',
      '您不管理该地的任职',
    ])
  })

  test('twice for one post is one; the second administrator reads that it is there', async () => {
    const both = await Promise.all([invite(reporter), invite({ ...reporter, place: COUNTY }, provinceAdmin)])
    const second = both.find(({ status }) => status === 409)
    expect(second?.body['code']).toBe('already-invited')
    expect(second?.body['detail']).toMatch(/周望舒的这个任职(刚刚由他人登记|已登记，现为“已邀请，未使用”)/)
    expect(told(await invite(reporter))).toEqual([
      409,
      'already-invited',
      '周望舒的这个任职已登记，现为“已邀请，未使用”',
    ])
  })

  test('of which the code is used twice or after its day says so, and gives nothing', async () => {
    const once = await invite(reporter)
    const two = await Promise.all([accept('zhou', once.body['code']), accept('wu', once.body['code'])])
    expect(two.map(({ status }) => status).sort()).toEqual([200, 409])
    const loser = two[0]?.status === 200 ? 'wu' : 'zhou'
    expect(told(await accept(loser, once.body['code']))).toEqual([409, 'invitation-refused', '这个邀请码已经使用过'])
    expect((await api.call('getMe', await as(loser))).body['code']).toBe('no-membership')
    const late = await invite({ ...reporter, personName: '吴明澈', endsOn: '2026-03-05' })
    api.setNow('2026-03-05T16:00:00.000Z')
    expect(told(await accept('late', late.body['code']))).toEqual([
      409,
      'invitation-refused',
      '这个邀请码已于2026年3月5日到期',
    ])
  })

  test('to another county on the same day that the old post ended: one person, one post, no access to the old county', async () => {
    const old = await invite(reporter)
    await accept('zhou', old.body['code'])
    const [ended, next] = await Promise.all([
      end(text(old, 'id'), '调任石塘县'),
      invite({ ...reporter, place: PLACES.neighbourCounty.code, samePersonAs: text(old, 'id') }, provinceAdmin),
    ])
    expect([ended.status, next.status]).toEqual([200, 201])
    expect((await accept('zhou', next.body['code'])).status).toBe(200)
    const me = await api.call('getMe', await as('zhou'))
    expect(me.body).toMatchObject({ jurisdictionName: '石塘县', posts: [{ current: true }] })
    expect(told(await api.call('listUnits', await as('zhou', { headers: { 'anjie-post': text(old, 'id') } })))).toEqual(
      [403, 'post-ended', '所选的任职已经解除或到期'],
    )
  })
})

test('462 villages in one workbook are invited, and the same workbook a second time writes nothing', async () => {
  const town = await unitNamed('霜台镇')
  const names = Array.from({ length: 462 }, (_, index) => `第${index + 1}村`)
  for (const name of names) {
    const body = { kind: 'village', name, parentId: town, validFrom: '2020-01-01', confirmedOther: true }
    expect((await api.call('registerUnit', { member: countyAdmin, body })).status).toBe(201)
  }
  const workbook = await newWorkbook()
  await workbook.xlsx.load((await postsTemplate()) as never)
  const sheet = workbook.worksheets[0]
  if (sheet === undefined) throw new Error('the template has a sheet')
  names.forEach((name, index) => {
    sheet.getRow(index + 2).values = [`专干${index + 1}`, '村平安专干', name, '', '', '2027-12-31', '']
  })
  // One line that is wrong stops no other.
  sheet.getRow(464).values = ['某人', '村平安专干', '没有的村', '', '', '2027-12-31', '']
  const bytes = await workbookBytes(workbook)
  const send = async () => {
    const read = await readPostsFile(bytes)
    if (!read.ok) throw new Error(read.error)
    const body = { rows: read.value.map(({ row }) => row), renew: false }
    return z.array(PostRowResult).parse((await api.call('inviteMembers', { member: countyAdmin, body })).body['rows'])
  }
  const first = await send()
  expect(first.filter(({ outcome }) => outcome === 'invited')).toHaveLength(462)
  expect(first.filter(({ outcome }) => outcome === 'refused')).toMatchObject([
    { row: 463, reason: '本县没有登记“没有的村”这个单位' },
  ])
  expect(new Set(first.map(({ code }) => code)).size).toBe(463)
  const facts = api.stores.recordedFacts().length
  const second = await send()
  expect(second.filter(({ outcome }) => outcome === 'known')).toHaveLength(462)
  expect(second.some(({ code }) => code !== undefined)).toBe(false)
  expect(api.stores.recordedFacts()).toHaveLength(facts)
}, 120_000)
