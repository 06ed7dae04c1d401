import { readListing } from '@anjie/local/listing/readListing'
import { digest } from '@anjie/store/index'
import { importListing } from '@anjie/use-cases/aftercare/importListing'
import { AFTERCARE } from '@anjie/use-cases/aftercare/index'
import type { Command } from '@anjie/use-cases/ports'
import { beforeEach, describe, expect, test } from 'vitest'
import { act, CLERKS, casesOf, enter, passTime, titleOf } from '../builders/aftercare.ts'
import { DIVISIONS, type HonourWorld, honourWorld, mustHold, village } from '../builders/honours.ts'

let world: HonourWorld
const HEAD = '年度,级别,荣誉,市,县,乡镇,单位,来源,变动,变动日期,文号,事由,有效期至,原命名年度'
const line = (year: string, more = ',,,,,') =>
  `${year},省级,六无平安村（社区）,岚岭市,砚洲区,柳湾镇,桃源村,https://www.example.gov.cn/a,${more}`
const NAMED = line('2023')
const REVOKED = line('2023', '撤销,2025-05-06,安平办〔2025〕6号,发生命案,,')
const RENEWED = line('2026', '续期,,,,2029-12-31,2023')

async function take(...lines: readonly string[]) {
  const listing = await readListing('名单.csv', new TextEncoder().encode([HEAD, ...lines].join('\n')))
  if (!listing.ok) throw new Error(listing.error.join('\n'))
  expect(listing.value.refused).toEqual([])
  return importListing({ store: world.platform(), now: world.now, digest }, DIVISIONS, listing.value.rows)
}

const only = async () => (await take(NAMED)).ids[0] ?? expect.fail()

beforeEach(async () => {
  world = await honourWorld()
  world.now = '2026-03-21T02:00:00.000Z'
  await village(world, '990101', '桃源村')
})

describe('a list that revokes', () => {
  test('takes the title away by its document, and brought in once more it changes nothing', async () => {
    const id = await only()
    expect(await take(REVOKED)).toMatchObject({ created: 1, unchanged: 0, refused: [], ids: [id] })
    const { state, version } = await titleOf(world, id)
    expect(state).toMatchObject({
      status: 'revoked',
      revoked: {
        documentNumber: '安平办〔2025〕6号',
        on: '2025-05-06',
        grounds: '发生命案',
        reapplyFrom: '2027-05-06',
      },
    })
    expect(await take(NAMED, REVOKED)).toMatchObject({ created: 0, unchanged: 2, refused: [] })
    expect((await titleOf(world, id)).version).toBe(version)
  })

  test('may name and revoke in one file, and names what it lacks', async () => {
    const done = await take(
      NAMED,
      REVOKED,
      line('2019', '撤销,2025-05-06,安平办〔2025〕6号,发生命案,,'),
      line('2023', '降级,,,,,'),
    )
    expect(done).toMatchObject({ created: 2 })
    expect(done.refused.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('没有导入过桃源村2019年'),
      expect.stringContaining('变动“降级”'),
    ])
  })

  test('is refused by name where a later decision says otherwise', async () => {
    const id = await only()
    const unit = (await world.platform().get('title', id as never))?.state.unitId
    expect(unit).toBeUndefined()
    const villageId = world.stores.recordedFacts().find(({ kind }) => kind === 'unit')?.recordId ?? ''
    const incident = { kind: 'drugs', on: '2026-03-20', source: '县禁毒办通报〔2026〕3号', cause: '查获一起涉毒案件' }
    await mustHold(enter(world, villageId, CLERKS.countyReviewer, incident))
    await passTime(world, '2026-03-21T02:05:00.000Z')
    const reasonOf = async () => (await take(REVOKED)).refused[0]?.reason
    expect(await reasonOf()).toBe('桃源村2023年的“六无平安村（社区）”称号正在复核，请在复核案件中办理')
    const [recheck = ''] = casesOf(world)
    await mustHold(act(world, recheck, 'takeUpRecheck', CLERKS.provinceReviewer, { reason: '直接办理' }))
    await mustHold(
      act(world, recheck, 'concludeRecheck', CLERKS.provinceReviewer, { conclusion: 'retain', reason: '不属本村' }),
    )
    expect(await reasonOf()).toContain('已于2026年3月21日复核保留，与名单矛盾')
    expect((await titleOf(world, id)).state.status).toBe('retained')
  })

  test('by another document than the one that revoked it is refused', async () => {
    await only()
    await take(REVOKED)
    const other = await take(line('2023', '撤销,2025-08-06,安平办〔2025〕9号,发生命案,,'))
    expect(other.refused[0]?.reason).toContain('已由安平办〔2025〕6号于2025年5月6日撤销')
  })
})

describe('a list that renews', () => {
  const withTerm = async () => {
    const id = await only()
    await mustHold(
      world.run(
        AFTERCARE.setTitleTerm as Command<unknown>,
        CLERKS.provinceAdmin,
        { params: { titleId: id }, query: {}, body: { validUntil: '2026-12-31', basis: '命名通知载明有效期三年' } },
        1,
      ),
    )
    return id
  }

  test('adds a term that follows the former one, once', async () => {
    const former = await withTerm()
    const done = await take(RENEWED)
    expect(done).toMatchObject({ created: 1, refused: [] })
    expect((await titleOf(world, done.ids[0] ?? '')).state).toMatchObject({
      year: 2026,
      renews: former,
      validFrom: '2027-01-01',
      validUntil: '2029-12-31',
    })
    expect(await take(RENEWED)).toMatchObject({ created: 0, unchanged: 1, refused: [] })
    const longer = await take(line('2026', '续期,,,,2030-12-31,2023'))
    expect(longer.refused[0]?.reason).toContain('已按另一份名单导入')
  })

  test('is refused where the title has no term, or was revoked', async () => {
    await only()
    expect((await take(RENEWED)).refused[0]?.reason).toContain('补登有效期')
    await take(REVOKED)
    expect((await take(RENEWED)).refused[0]?.reason).toContain('已由安平办〔2025〕6号于2025年5月6日撤销，不能续期')
  })
})
