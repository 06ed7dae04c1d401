import type { PlatformCommand } from '@anjie/contracts/platform/command'
import { ProvinceCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { BatchId } from '@anjie/contracts/vocabulary/ids'
import { PROBLEMS } from '@anjie/contracts/vocabulary/problems'
import { runCommand } from '@anjie/function-platform/runCommand'
import { runCalendar } from '@anjie/local/commands/calendar'
import { publicKeys } from '@anjie/projections/publicKeys'
import { digest } from '@anjie/store/index'
import { memoryLogIns } from '@anjie/store/memory/memoryLogIns'
import { NOTICES } from '@anjie/use-cases/notices/index'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  batch,
  batchNow,
  Case,
  type HonourWorld,
  honourWorld,
  mustHold,
  openNoticeOf,
  PEOPLE,
  round,
  village,
} from '../builders/honours.ts'
import { PLAN_2027 } from '../builders/yearPlan.ts'
import { deliver, deliveriesOf } from '../projector/deliver.ts'
import { memoryProjectionTables } from '../projector/memoryProjectionTables.ts'

let world: HonourWorld
let said: string[]

beforeEach(async () => {
  world = await honourWorld()
  said = []
})

const invoke = (command: PlatformCommand) =>
  runCommand(command, {
    openStore: () => world.platform(),
    logIns: memoryLogIns(),
    ownProvince: ProvinceCode.parse('99'),
    now: world.now,
    digest,
  })

/** `anjie calendar load 2027.json` with this content. */
const load = (content: unknown, ...more: string[]) =>
  runCalendar(['load', '2027.json', ...more], {
    read: async () => new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)),
    platform: async () => invoke,
    out: (text) => void said.push(text),
    report: (text) => void said.push(text),
  })

/** A list of one village that waits for its notice in December 2026. */
async function waitingList(): Promise<BatchId> {
  const roundId = await round(world)
  const listId = await batch(world, roundId, '第一批')
  const made = await Case.accepted(world, roundId, await village(world, '990101', '柳湾村'))
  await mustHold(made.propose(listId))
  world.now = '2026-12-20T01:00:00.000Z'
  return listId
}

describe('from 22 December on, a notice of five working days', () => {
  test('is refused with the command that helps, and works as soon as the year was loaded', async () => {
    const listId = await waitingList()
    const refused = await openNoticeOf(world, listId, '2026-12-22')
    expect(refused).toMatchObject({ ok: false, error: { code: 'calendar-missing' } })
    expect(PROBLEMS['calendar-missing'].advice).toContain('anjie calendar load')

    expect(await load(PLAN_2027)).toBe(0)
    expect(said).toEqual(['2027年节假日安排已导入：测试用的2027年安排（虚构）（测试〔2026〕0号）'])
    await mustHold(openNoticeOf(world, listId, '2026-12-22'))
    // 22 to 25 December and the make-up Sunday, 27 December.
    expect((await batchNow(world, listId)).state.notice).toMatchObject({ endsOn: '2026-12-27', workingDays: 5 })
  })

  test('goes by the loaded year on every desk of the province and for the public', async () => {
    await load(PLAN_2027)
    for (const member of [PEOPLE.provinceAdmin, PEOPLE.cityReviewer, PEOPLE.reporter]) {
      const read = await mustHold(world.ask(NOTICES.getCalendar, member, { params: {}, query: {}, body: {} }))
      expect(read.plans).toEqual([PLAN_2027])
    }
    const tables = memoryProjectionTables()
    await deliver(deliveriesOf(world.stores.recordedFacts()), tables)
    const { pk, sk } = publicKeys.calendar('99')
    expect(tables.find('public', pk, sk)).toMatchObject({ body: { plans: [PLAN_2027] } })
  })
})

describe('loading a year', () => {
  test('is safe to repeat, and leaves a fact that names its source', async () => {
    await load(PLAN_2027)
    const before = world.stores.recordedFacts().length
    expect(await load(PLAN_2027)).toBe(0)
    expect(said.at(-1)).toContain('早已导入，没有变化')
    expect(world.stores.recordedFacts()).toHaveLength(before)
    expect(world.stores.recordedFacts().at(-1)).toMatchObject({
      type: 'CalendarLoaded',
      details: { year: '2027年', source: PLAN_2027.source.title, documentNumber: PLAN_2027.source.documentNumber },
    })
  })

  test('keeps the other years, and replaces the same one when it was amended', async () => {
    await load(PLAN_2027)
    const shifted = JSON.parse(JSON.stringify(PLAN_2027).replaceAll('2027-', '2028-').replaceAll('2026-12', '2027-12'))
    // In 2028 other days are weekends: only the shape matters here.
    const next = {
      ...shifted,
      year: 2028,
      holidays: shifted.holidays.map((each: object) => ({ ...each, makeUpDays: [] })),
    }
    await load(next)
    await load({ ...PLAN_2027, source: { ...PLAN_2027.source, documentNumber: '测试〔2027〕1号' } })
    const { plans } = await mustHold(
      world.ask(NOTICES.getCalendar, PEOPLE.provinceAdmin, { params: {}, query: {}, body: {} }),
    )
    expect(plans.map(({ year, source }) => [year, source.documentNumber])).toEqual([
      [2027, '测试〔2027〕1号'],
      [2028, '测试〔2026〕0号'],
    ])
  })

  test.each([
    ['without its source', { ...PLAN_2027, source: undefined }, '2027.json 的 source：'],
    [
      'with half of the holidays',
      { ...PLAN_2027, holidays: PLAN_2027.holidays.slice(0, 2) },
      '没有导入：2027年的安排里没有清明节',
    ],
    ['that is no JSON', '{ "year": 2027,', '不是正确的 JSON'],
    [
      'with a zero-width space in its title',
      { ...PLAN_2027, source: { ...PLAN_2027.source, title: '关于\u200b安排的通知' } },
      '看不见的字符',
    ],
    [
      'with a day that is none',
      { ...PLAN_2027, holidays: [{ ...PLAN_2027.holidays[0], from: '2027-02-30' }] },
      'holidays → 0 → from：没有这一天',
    ],
  ])('%s is refused, exit code 1, and nothing changes', async (_what, content, words) => {
    const before = world.stores.recordedFacts().length
    expect(await load(content)).toBe(1)
    expect(said.join('\n')).toContain(words)
    expect(world.stores.recordedFacts()).toHaveLength(before)
  })

  test('says how it is used when it is used otherwise', async () => {
    const io = { read: async () => new Uint8Array(), platform: async () => invoke, out: () => {}, report: () => {} }
    for (const args of [[], ['load'], ['show'], ['load', 'a.json', '--province', '9901'], ['load', 'a', 'b']])
      expect(await runCalendar(args, io)).toBe(2)
    expect(await runCalendar(['--help'], io)).toBe(0)
  })
})
