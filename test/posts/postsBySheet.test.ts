import { expect, test } from 'vitest'
import { csv, deskAt } from '../intake/importing.ts'
import { postsWorld, TOWN, WHO } from './postsWorld.ts'

const LIST = { list: 'duty-posts', defaults: { basis: '任免通知', from: '2026-01-05', reason: '调整' } }
const HEAD = '乡镇（街道）,村（社区）,岗位,姓名,党委副书记,常职职务,兼任,变动,离任或撤岗日期\n'

test('posts are set up, filled and left row by row; the same sheet once more changes nothing, and it is taken back', async () => {
  const world = await postsWorld()
  const desk = deskAt(world.api, WHO.admin)
  await world.must(WHO.admin, 'startDutyPilot', { body: { from: '2026-01-01', basis: '试点方案' }, ifMatch: 0 })
  const file = csv(
    `${HEAD}清溪镇,,,李清源,是,,,,\n白水镇人民政府,,,,,,,,\n清溪镇,桃园村,,王秋禾,,村委会主任,网格员、人民调解员,,\n清溪镇,桃源村,,孙甲,,村文书,,,\n清溪镇,柳湾村,,周乙,,,,,\n`,
  )
  const first = await desk.bring(file, LIST)
  expect(await desk.batch(first)).toMatchObject({ plan: { new: 3, refused: 2 } })
  expect((await desk.rows(first, 'refused')).map(({ faults }) => faults[0]?.message)).toEqual([
    expect.stringContaining('相近的有“桃园村”'),
    expect.stringContaining('常职职务'),
  ])
  await desk.step('confirmImport', first)
  await desk.finish(first)
  expect(await world.figures()).toMatchObject({ units: 2, posts: 2, filled: 1, deputies: 1, vacant: 1 })
  const again = await desk.bring(file, LIST)
  expect(await desk.batch(again)).toMatchObject({ plan: { new: 0, changed: 0, same: 3 } })

  const next = await desk.bring(csv(`${HEAD}清溪镇,,,赵望,否,,,,\n清溪镇,桃园村,,,,,,撤岗,2026-02-20\n`), {
    ...LIST,
    defaults: { ...LIST.defaults, from: '2026-02-01' },
  })
  expect(
    (await desk.rows(next, 'changing')).map(({ title, changes }) => [title, changes.map(({ name }) => name)]),
  ).toEqual([
    ['清溪镇政法委员', ['任职人']],
    ['清溪镇桃园村综治委员', ['设岗', '任职人']],
  ])
  await desk.step('confirmImport', next)
  await desk.finish(next)
  const listed = await world.must<{
    readonly rows: readonly {
      readonly fields: { readonly unitId: string; readonly holder?: { readonly name: string } }
    }[]
  }>(WHO.admin, 'listDutyPosts')
  expect(listed.rows.find(({ fields }) => fields.unitId === TOWN)?.fields.holder?.name).toBe('赵望')
  await desk.putBack(next, '名单有误')
  await desk.finish(next)
  expect(await world.figures()).toMatchObject({ posts: 2, filled: 1, deputies: 1, vacant: 1 })
})

test('nobody above opens a county’s sheet of posts, which names people', async () => {
  const world = await postsWorld()
  const desk = deskAt(world.api, WHO.admin)
  const id = await desk.bring(csv(`${HEAD}清溪镇,,,李清源,是,,,,\n`), LIST)
  for (const who of [WHO.city, WHO.province]) {
    const { status, body } = await world.call(who, 'listImportRows', {
      params: { batchId: id },
      query: 'shown=changing',
    })
    expect([403, 404]).toContain(status)
    expect(JSON.stringify(body)).not.toContain('李清源')
  }
})
