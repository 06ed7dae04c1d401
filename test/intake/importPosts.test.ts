import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { TestApi } from '../api/testApi.ts'
import { systemMark } from '../builders/context.ts'
import { member } from '../builders/people.ts'
import { admin } from '../builders/province.ts'
import { ulid } from '../builders/ulid.ts'
import { unitChange } from '../ports/recordStore.suite.ts'
import { CLERK, csv, type Desk, desk, deskAt } from './importing.ts'

const VILLAGE = { id: `990101.${ulid()}`, name: '甲村' }
const POSTS = { list: 'posts', defaults: { validUntil: '2027-12-31', reason: '岗位调整' } }
const HEAD = '姓名,职务,所在单位,岗位,有效期,变动\n'
const FIRST = csv(
  `${HEAD}周望舒,县平安办干事,,县级填报人,2028年6月30日,\n何田,村平安专干,甲村,,,\n吴某,干事,没有的村,,,\n`,
)

async function postsDesk(): Promise<Desk> {
  const here = await desk()
  await here.api.stores.openPlatformStore('99', systemMark()).commit([unitChange('990101', VILLAGE)])
  return here
}

const held = async (api: TestApi, who = CLERK, place = '') => {
  const answer = await api.call('listMemberships', {
    member: who,
    ...(place === '' ? {} : { query: `place=${place}` }),
  })
  return z
    .looseObject({
      rows: z.array(
        z.looseObject({ title: z.string(), status: z.string(), fields: z.looseObject({ validUntil: z.string() }) }),
      ),
    })
    .parse(answer.body)
    .rows.map(({ title, status, fields }) => [title, status, fields.validUntil])
    .sort()
}

/** What the calls that carry a batch out say of its rows, this one time. */
async function toldOf(here: Desk, id: string): Promise<readonly { row: number; message: string }[]> {
  const answer = await here.api.call('carryImportOn', {
    member: CLERK,
    params: { batchId: id },
    idempotencyKey: randomUUID(),
  })
  expect(answer.body['status']).toBe('applied')
  return z.array(z.looseObject({ row: z.int(), message: z.string() })).parse(answer.body['told'])
}

test('posts are invited row by row; each code is told once and works, and stands nowhere in what is kept', async () => {
  const here = await postsDesk()
  const id = await here.bring(FIRST, POSTS)
  expect(await here.batch(id)).toMatchObject({ plan: { new: 2, refused: 1 } })
  expect((await here.rows(id, 'refused'))[0]?.faults[0]?.message).toContain('本县没有登记“没有的村”这个单位')
  await here.step('confirmImport', id)
  const told = await toldOf(here, id)
  expect(told.map(({ row }) => row).sort()).toEqual([2, 3])
  expect(await held(here.api)).toEqual([
    ['何田', 'invited', '2027-12-31'],
    ['周望舒', 'invited', '2028-06-30'],
  ])
  const code = told.find(({ row }) => row === 2)?.message.replace('邀请码：', '') ?? ''
  expect(JSON.stringify(await here.rows(id, 'changing'))).not.toContain(code)
  expect(JSON.stringify(await here.batch(id))).not.toContain(code)
  const joined = await here.api.call('acceptInvitation', {
    authorization: `Bearer ${await here.api.token({ sub: 'zhou' })}`,
    body: { code },
  })
  expect(joined.status).toBe(200)
  const again = await here.bring(FIRST, POSTS)
  expect(await here.batch(again)).toMatchObject({ plan: { new: 0, same: 2, refused: 1 }, earlier: { id } })
  // Who has come is not uninvited; who has not, is.
  await here.putBack(id, '名单有误')
  await here.finish(id)
  expect(await here.batch(id)).toMatchObject({ putBackDone: { done: 1, stays: 1 } })
  const stays = (await here.rows(id, 'changing')).find(({ outcome }) => outcome?.status === 'stays')
  expect(stays).toMatchObject({ row: 2, outcome: { message: expect.stringContaining('周望舒已凭邀请码到任') } })
})

test('a later list changes and ends posts; changes are put back, an ended post is not and says why', async () => {
  const here = await postsDesk()
  const first = await here.bring(FIRST, POSTS)
  await here.step('confirmImport', first)
  await here.finish(first)
  const id = await here.bring(
    csv(`${HEAD}周望舒,县平安办干事,,"县级填报人、县级审核人",2029-01-31,\n何田,村平安专干,甲村,,,解除\n`),
    POSTS,
  )
  expect((await here.rows(id, 'changing')).map(({ title, changes }) => [title, changes])).toEqual([
    [
      '周望舒（县平安办干事）',
      [
        { name: '岗位', before: '县级填报人', after: '县级填报人、县级审核人' },
        { name: '有效期', before: '2028-06-30', after: '2029-01-31' },
      ],
    ],
    ['何田（村平安专干）', [{ name: '任职', before: '已邀请，未使用', after: '已解除' }]],
  ])
  await here.step('confirmImport', id)
  await here.finish(id)
  expect(await held(here.api)).toEqual([
    ['何田', 'ended', '2027-12-31'],
    ['周望舒', 'invited', '2029-01-31'],
  ])
  await here.putBack(id, '文件不对')
  await here.finish(id)
  expect((await here.rows(id, 'changing')).map(({ outcome }) => [outcome?.status, outcome?.message])).toEqual([
    ['put-back', undefined],
    ['stays', '解除的任职不能恢复；需要时请重新邀请'],
  ])
  expect(await held(here.api)).toContainEqual(['周望舒', 'invited', '2028-06-30'])
})

test('the province says for each post where it is: a county is found by its name, and none but its own are given', async () => {
  const { api } = await desk({}, {}, admin)
  const here = deskAt(api, admin)
  const sent = csv(
    '所在地,姓名,职务,岗位\n云溪县,赵一,县平安办主任,县级管理员\n石塘县,钱二,县平安办主任,县级管理员\n石唐县,孙三,主任,县级管理员\n柳泉区,李四,主任,省级管理员\n',
  )
  const id = await here.bring(sent, POSTS)
  expect(await here.batch(id)).toMatchObject({ plan: { new: 2, refused: 2 } })
  expect((await here.rows(id, 'refused')).map(({ faults }) => faults[0]?.message)).toEqual([
    '本省地名里没有“石唐县”，相近的有“石塘县”；请改正名称',
    '省级管理员不能在县级任职',
  ])
  await here.step('confirmImport', id)
  await here.finish(id)
  expect((await held(api, admin, '990102')).map(([name]) => name)).toEqual(['钱二'])
  const county = member({ roles: ['county-admin'] })
  api.join(county)
  const foreign = await api.call('getImportBatch', { member: county, params: { batchId: id } })
  expect(foreign.status).toBe(404)
})
