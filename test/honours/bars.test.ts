import type { BarKind } from '@anjie/contracts/vocabulary/honours/bar'
import type { RoundId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { BAR_TERMS, barUntil } from '@anjie/domain/honours/bars'
import { HOME } from '@anjie/use-cases/home/index'
import { HONOURS } from '@anjie/use-cases/honours/index'
import { closeNoticeOf } from '@anjie/use-cases/notices/closeNotices'
import { beforeEach, expect, test } from 'vitest'
import {
  batch,
  batchNow,
  Case,
  type HonourWorld,
  honourWorld,
  mustHold,
  openNoticeOf,
  PEOPLE,
  person,
  round,
  village,
} from '../builders/honours.ts'

let world: HonourWorld
let roundId: RoundId
let unit: Unit
const COUNTY_ADMIN = person('p-county-admin', '990101', 'county-admin')
const day = (text: string) => PlainDate.parse(text)

beforeEach(async () => {
  world = await honourWorld()
  roundId = await round(world)
  unit = await village(world, '990101', '柳湾村')
})

const enter = (
  more: { kind?: BarKind; from?: string; documentOn?: string } = {},
  member = COUNTY_ADMIN,
  version = 0,
  subject: Unit['id'] | '990101.division' = unit.id,
) =>
  world.run(
    HONOURS.enterBar,
    member,
    {
      params: { subject: subject as never },
      query: {},
      body: {
        kind: more.kind ?? 'listed',
        from: day(more.from ?? '2026-03-01'),
        decidedBy: '砚洲区平安建设领导小组',
        document: '砚平安办〔2026〕3号',
        documentOn: day(more.documentOn ?? more.from ?? '2026-03-01'),
        cause: '辖区治安问题突出，挂牌整治',
      },
    },
    version,
  )
const shown = (member = PEOPLE.reporter) =>
  mustHold(world.ask(HONOURS.getBars, member, { params: { subject: unit.id }, query: {}, body: {} }))
const lift = (member = COUNTY_ADMIN, version = 1) =>
  world.run(
    HONOURS.liftBar,
    member,
    {
      params: { subject: unit.id },
      query: {},
      body: { number: 1, document: '砚平安办〔2026〕9号', reason: '整治验收合格' },
    },
    version,
  )
const draftInput = () => ({ params: {}, query: {}, body: { roundId, unitId: unit.id } })
const TEXT = '挂牌督办（砚平安办〔2026〕3号，砚洲区平安建设领导小组决定），限制至2026年9月1日'

test.each([
  ['listed', '2026-03-01', '2026-09-01'],
  ['listed', '2026-08-31', '2027-02-28'],
  ['target-missed', '2025-12-31', '2026-12-31'],
  ['grave-event', '2024-02-29', '2025-02-28'],
] as const)('%s from %s lasts until %s', (kind, from, until) => {
  expect(barUntil({ from: day(from) }, BAR_TERMS[kind] ?? { months: 0 })).toBe(until)
})

test('a unit that is barred drafts nothing until its last day is over, and is told by what and until when', async () => {
  await mustHold(enter())
  expect(await world.run(HONOURS.draftApplication, PEOPLE.reporter, draftInput())).toMatchObject({
    error: { code: 'criteria-not-met', detail: `限制申报情形：${TEXT}，期满次日起可以申报` },
  })
  const { recent } = await mustHold(world.ask(HOME.getHome, PEOPLE.countyReviewer, { params: {}, query: {}, body: {} }))
  expect(recent).toMatchObject([{ title: '柳湾村', says: '限制申报至2026年9月1日（挂牌督办）', page: 'bars' }])
  // In the round of the next year, the day and the day after.
  const later = await round(world, { opensOn: '2026-09-01', closesOn: '2026-12-31' })
  const draftLater = () =>
    world.run(HONOURS.draftApplication, PEOPLE.reporter, { ...draftInput(), body: { roundId: later, unitId: unit.id } })
  world.now = '2026-09-01T15:59:59.000Z'
  expect((await draftLater()).ok).toBe(false)
  expect((await shown()).bars).toMatchObject([{ standing: '限制中', inForce: true }])
  world.now = '2026-09-01T16:00:00.000Z'
  expect((await draftLater()).ok).toBe(true)
  expect((await shown()).bars).toMatchObject([{ standing: '已期满', inForce: false }])
})

test('a bar that is entered while a case is under way stops submission, recommendation, acceptance and listing, each with its end', async () => {
  const made = await Case.draft(world, roundId, unit)
  await mustHold(made.save())
  await mustHold(enter())
  expect(await made.submit()).toMatchObject({
    error: { code: 'criteria-not-met', detail: expect.stringContaining(TEXT) },
  })
  await mustHold(lift())
  await mustHold(made.submit())
  await mustHold(made.confirm())
  await mustHold(enter({ kind: 'grave-event', from: '2026-03-02' }, PEOPLE.cityReviewer, 2))
  const why = {
    error: {
      code: 'criteria-not-met',
      detail: expect.stringContaining('期间不得推荐、验收、列入名单和命名，可暂缓办理、退回或不予通过'),
    },
  }
  expect(await made.recommend()).toMatchObject(why)
  const page = await mustHold(
    world.ask(HONOURS.getApplication, PEOPLE.countyReviewer, { params: made.params, query: {}, body: {} }),
  )
  expect(page.allowed.find(({ action }) => action === 'recommend')).toMatchObject({ allowed: false })
  expect(page.eligibility.find(({ name }) => name === '限制申报情形')).toMatchObject({ met: false })
  const other = await village(world, '990101', '一村')
  const accepted = await Case.accepted(world, roundId, other)
  const waiting = await Case.draft(world, roundId, await village(world, '990101', '二村'))
  await mustHold(waiting.save())
  await mustHold(waiting.submit())
  await mustHold(waiting.recommend())
  const bar = (subject: Unit['id']) =>
    enter({ kind: 'target-missed', from: '2026-01-01', documentOn: '2026-03-02' }, PEOPLE.provinceAdmin, 0, subject)
  await mustHold(bar(other.id))
  await mustHold(bar((await waiting.state()).unitId))
  expect(await waiting.accept()).toMatchObject(why)
  expect(await accepted.propose(await batch(world, roundId))).toMatchObject(why)
})

test('a unit that is barred while its list is on notice is passed over at the naming with the reason', async () => {
  const made = await Case.accepted(world, roundId, unit)
  const listId = await batch(world, roundId)
  await mustHold(made.propose(listId))
  await mustHold(openNoticeOf(world, listId, '2026-03-03'))
  world.now = '2026-03-10T01:00:00.000Z'
  await closeNoticeOf(world.platform(), listId, world.now)
  await mustHold(enter({ kind: 'grave-event', from: '2026-03-05' }))
  const { version } = await batchNow(world, listId)
  const body = { documentNumber: '平安办〔2026〕1号' as never, namedOn: day('2026-03-10') }
  await mustHold(
    world.run(HONOURS.nameBatch, PEOPLE.provinceAdmin, { params: { batchId: listId }, query: {}, body }, version),
  )
  expect(await made.state()).toMatchObject({
    status: 'rejected',
    returnReason:
      '柳湾村因发生重大案（事）件（砚平安办〔2026〕3号，砚洲区平安建设领导小组决定），限制至2027年3月5日，限制期内不予命名',
  })
})

test('what a level entered is lifted by itself and those above it, once, before its end; the unit reads its own', async () => {
  await mustHold(enter({}, PEOPLE.cityReviewer))
  expect(await lift()).toMatchObject({
    error: { code: 'not-permitted', detail: '上级登记的限制由上级解除，本级只能查看' },
  })
  expect(await lift(PEOPLE.provinceAdmin, 0)).toMatchObject({ error: { code: 'stale-version' } })
  await mustHold(lift(PEOPLE.provinceAdmin))
  expect(await lift(PEOPLE.provinceAdmin, 2)).toMatchObject({
    error: { code: 'transition-not-allowed', detail: '这条限制已解除，不必再解除' },
  })
  expect((await shown()).bars).toMatchObject([{ standing: '已解除', mayLift: false }])
  expect(await world.run(HONOURS.draftApplication, PEOPLE.reporter, draftInput())).toMatchObject({ ok: true })
})

test('a bar has its decision, is entered once, and for nobody outside the own jurisdiction', async () => {
  expect(await enter({ from: '2026-03-03' })).toMatchObject({
    error: { pointer: '/from', detail: '挂牌之日不能晚于今天' },
  })
  expect(await enter({ documentOn: '2026-02-01' })).toMatchObject({
    error: { pointer: '/documentOn', detail: '决定日期不能早于挂牌之日' },
  })
  await mustHold(enter())
  expect(await enter({}, COUNTY_ADMIN, 1)).toMatchObject({
    error: { pointer: '/document', detail: '柳湾村已按“砚平安办〔2026〕3号”登记过这一情形' },
  })
  expect(await enter({}, person('p-other-admin', '990102', 'county-admin'))).toMatchObject({
    error: { code: 'not-found' },
  })
  expect(await enter({}, PEOPLE.otherCityReviewer)).toMatchObject({ error: { code: 'not-found' } })
})

test('a county itself is barred as a division, and stands with its units in the lists of every level above', async () => {
  await mustHold(enter())
  await mustHold(
    enter(
      { kind: 'target-missed', from: '2025-12-31', documentOn: '2026-02-01' },
      PEOPLE.provinceAdmin,
      0,
      '990101.division',
    ),
  )
  for (const member of [PEOPLE.countyReviewer, PEOPLE.cityReviewer, PEOPLE.provinceReviewer]) {
    const { rows } = await mustHold(world.ask(HONOURS.listBars, member, { params: {}, query: {}, body: {} }))
    expect(rows.map(({ title, statusName, fields }) => [title, statusName, fields.until])).toEqual(
      expect.arrayContaining([
        ['柳湾村', '限制中', '2026-09-01'],
        ['砚洲区', '限制中', '2026-12-31'],
      ]),
    )
  }
})
