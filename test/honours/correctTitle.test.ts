import type { Role } from '@anjie/contracts/vocabulary/access/people'
import { TitleId } from '@anjie/contracts/vocabulary/ids'
import { HONOURS } from '@anjie/use-cases/honours/index'
import { beforeEach, expect, test } from 'vitest'
import { type HonourWorld, PEOPLE, person } from '../builders/honours.ts'
import { namedList, signAt } from '../builders/namedList.ts'
import { testKey } from '../builders/testSigner.ts'
import { siteOf, textOf } from '../public-site/publishedSite.ts'

const key = testKey()
let world: HonourWorld
let titleId: TitleId

beforeEach(async () => {
  const named = await namedList(1)
  world = named.world
  titleId = TitleId.parse(named.titles[0])
  await signAt(world, '2026-03-10T02:00:00.000Z', key.signer)
  world.now = '2026-03-11T02:00:00.000Z'
})

const titleNow = async () => {
  const found = await world.platform().get('title', titleId)
  return found ?? expect.fail('the title')
}
const correct = async (unitName: string, by = PEOPLE.provinceAdmin, version?: number) =>
  world.run(
    HONOURS.correctTitle,
    by,
    { params: { titleId }, query: {}, body: { unitName, townshipName: '柳湾镇', reason: '证书上的名称印错' } },
    version ?? (await titleNow()).version,
  )
const check = async (serial = '') =>
  textOf(await siteOf(world.stores.recordedFacts()), `/certificates/check?serial=${encodeURIComponent(serial)}`)
const certificate = async (copy: number) => (await world.platform().get('certificate', `${titleId}-${copy}`))?.state

test('a correction keeps the running number, issues another certificate beside the first, and each says which holds', async () => {
  const before = (await titleNow()).state
  expect(await correct('柳湾新村')).toMatchObject({ ok: true })
  const after = (await titleNow()).state
  expect(after.serial?.slice(0, -4)).toBe(before.serial?.slice(0, -4))
  expect(after.serial).not.toBe(before.serial)
  expect(after.certificateHash).not.toBe(before.certificateHash)
  expect(await signAt(world, '2026-03-11T02:01:00.000Z', key.signer)).toMatchObject({
    issued: 1,
    logged: 1,
    failed: [],
  })
  expect(await certificate(1)).toMatchObject({ serial: before.serial, copy: 1 })
  expect(await certificate(2)).toMatchObject({ serial: after.serial, copy: 2 })
  const [old, fresh] = [await check(before.serial), await check(after.serial)]
  expect(old).toMatch(/class="verdict due">已更正/)
  expect(old).toContain(after.serial)
  expect(old).toContain('柳湾0村')
  expect(old).not.toContain('已更正日期')
  expect(fresh).toMatch(/class="verdict good">有效/)
  expect(fresh).toContain('柳湾新村')
  expect(fresh).toMatch(/公开日志第\d行、\d行|公开日志第\d、\d行/)
})

test.each([
  ['somebody of the county', person('p-x', '990101', 'county-admin' as Role), 'not-permitted'],
  ['somebody of the city', PEOPLE.cityReviewer, 'not-permitted'],
])('%s corrects no title of the province', async (_, by, code) => {
  expect(await correct('柳湾新村', by)).toMatchObject({ ok: false, error: { code } })
})

test('what changes nothing, what no font has, and what was seen at another version is refused', async () => {
  expect(await correct('柳湾0村')).toMatchObject({ error: { code: 'invalid-input' } })
  expect(await correct('柳湾𠮷村')).toMatchObject({
    error: { code: 'unprintable-name', detail: expect.stringContaining('𠮷') },
  })
  expect(await correct('柳湾新村', PEOPLE.provinceAdmin, 9)).toMatchObject({ error: { code: 'stale-version' } })
})

test('a title that has run out is not corrected any more', async () => {
  world.now = '2029-06-01T02:00:00.000Z'
  expect(await correct('柳湾新村')).toMatchObject({ error: { code: 'transition-not-allowed' } })
})
