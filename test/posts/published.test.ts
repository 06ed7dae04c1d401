import { expect, test } from 'vitest'
import { siteOf, textOf } from '../public-site/publishedSite.ts'
import { HOLDER, OTHER_TOWN, postsWorld, TOWN, WHO } from './postsWorld.ts'

test('coverage is public once the office published it, as of that day and without a name, until it is withdrawn', async () => {
  const world = await postsWorld()
  const page = async () => textOf(await siteOf(world.api.stores.recordedFacts()), '/duty-posts')
  const id = await world.setUp(TOWN, HOLDER)
  expect(await page()).toContain('目前没有公布')
  await world.must(WHO.admin, 'publishDutyCoverage', { ifMatch: 1 })
  const published = await page()
  expect(published).toContain('乡镇政法委员')
  expect(published).not.toContain('李清源')
  // What changes afterwards is not published by itself.
  await world.setUp(OTHER_TOWN, { ...HOLDER, name: '赵望' })
  await world.must(WHO.admin, 'vacateDutyPost', {
    params: { postId: id },
    body: { on: '2026-02-20', reason: '调离' },
    ifMatch: 1,
  })
  expect(await page()).toBe(published)
  await world.must(WHO.admin, 'withdrawDutyCoverage', { body: { reason: '数字有误' }, ifMatch: 4 })
  expect(await page()).toContain('目前没有公布')
})
