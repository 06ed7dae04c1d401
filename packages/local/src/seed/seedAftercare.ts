import { addDays, officialCalendar, yearOf } from '@anjie/calendar-cn'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { Operation } from '@anjie/contracts/operations/operation'
import type { PlatformCommand } from '@anjie/contracts/platform/command'
import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import { type BatchId, CampaignId, type RecheckId, TitleId, type UnitId } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { HONOUR_TYPES } from '@anjie/domain/honours/types/index'
import { noticeEndsOn } from '@anjie/domain/notices/noticeWindow'
import { inParallel } from '@anjie/kernel'
import type { CallInput } from '../apiClient.ts'
import { SITUATION_COUNTY } from './demoPeople.ts'
import { once } from './onceThere.ts'
import { onNotice, type Steps } from './seedObjections.ts'
import type { Staff } from './staff.ts'

const { listTitles, setTitleTerm, getBatch, nameBatch, endUnit, enterIncident, listRechecks } = OPERATIONS
const { freezeCampaign, drawCampaign, startCampaign, getCampaign } = OPERATIONS
const { reportSelfCheck, checkRecheck, returnRecheck, takeUpRecheck, concludeRecheck, warnRecheck } = OPERATIONS
const { reportMending, proposeRevocation, answerRevocation, decideRevocation, appealRevocation } = OPERATIONS

const ADMIN = 'province.admin'
const REVIEWER = 'province.reviewer'
const REPORTER = `${SITUATION_COUNTY}.reporter`
const COUNTY_REVIEWER = `${SITUATION_COUNTY}.reviewer`
const CITY_REVIEWER = `${cityCodeOf(SITUATION_COUNTY)}.reviewer`
const COUNTY_ADMIN = `${SITUATION_COUNTY}.admin`
const HONOUR = 'six-no-village'

/** The township whose titles show what becomes of titles. */
export const AFTERCARE_TOWNSHIP = '荷湾镇'
const RUN_OUT = '湾头村'
const RENEWED = '湾尾村'
const MERGED = '荷花村'
const SUCCESSOR = '芦花村'
const REVOKED = '沙洲村'
const CORRECTED = '月湾村'
/** Each holds a county's and a city's title: the first were re-checked by a draw, the second are being re-checked. */
const RECHECKED = ['东圩村', '西圩村', '南圩村', '北圩村', '上圩村', '下圩村', '新圩村', '老圩村', '中圩村']
export const AFTERCARE_VILLAGES: readonly string[] = [
  ...[RUN_OUT, RENEWED, MERGED, SUCCESSOR, REVOKED, CORRECTED],
  ...RECHECKED,
]

const morningOf = (day: PlainDate): string => `${day}T02:00:00.000Z`

export interface AftercareSteps extends Steps {
  /** What the operator has done, at an instant. */
  load(command: PlatformCommand, at: string): Promise<void>
  /** 更正 of the title that a unit was given. */
  correct(unitId: UnitId, at: string): Promise<void>
}

interface Village {
  readonly id: UnitId
  readonly name: string
  readonly version: number
}

/**
 * 称号动态管理: titles of three levels, one each expired, renewed, corrected, under a yellow card, revoked with an appeal, and deregistered
 * by a merger; a campaign that was drawn and is over, and one that runs with a unit at every step; what spoke against units.
 */
export function aftercareOf(
  staff: Staff,
  divisions: DivisionTree,
  today: PlainDate,
  villages: readonly Village[],
  steps: AftercareSteps,
) {
  const ago = (days: number): string => morningOf(addDays(today, -days))
  const villageOf = (name: string): Village => {
    const village = villages.find((each) => each.name === name)
    if (village === undefined) throw new Error(`${name} is in the demo's register`)
    return village
  }
  return {
    /** Titles of lists that were published before, and the campaign of last year: before anything that is named here. */
    earlier: async (): Promise<void> => {
      const rows = listedRows(divisions, today)
      await steps.load({ command: 'importTitles', province: divisions.province.code, rows: [...rows] }, ago(300))
      await term(staff, RENEWED, addDays(today, -20), ago(250))
      await term(staff, RUN_OUT, addDays(today, -5), ago(250))
      await finishedCampaign(staff, today, ago)
    },
    /** Titles that are named here: one renews an imported one, one is printed wrongly, one is going to be revoked. */
    named: async (): Promise<void> => {
      const day = addDays(today, -60)
      if (!noticeEndsOn(addDays(day, 1), 5, officialCalendar).ok) return
      const units = [RENEWED, REVOKED, CORRECTED].map((name) => villageOf(name).id)
      const namedOn = await namedIn(staff, day, units, steps)
      await steps.correct(villageOf(CORRECTED).id, morningOf(addDays(namedOn, 3)))
    },
    /** What goes on now. */
    now: async (): Promise<void> => {
      await merge(staff, villageOf(MERGED), villageOf(SUCCESSOR), addDays(today, -14))
      await enter(staff, villageOf(REVOKED), today, ago(14))
      const opened = async (unit: string): Promise<Case> =>
        once(`the re-check of ${unit}`, async () => {
          await steps.runClock(ago(13))
          const { rows } = await staff.call(REVIEWER, listRechecks, { query: { name: unit } }, ago(13))
          const [row] = rows
          return row === undefined ? undefined : { id: row.id as RecheckId, version: row.version }
        })
      const ended = await opened(MERGED)
      await step(staff, ended, ago(10), [
        REVIEWER,
        concludeRecheck,
        { conclusion: 'end', reason: '村级建制调整，原村撤并', successors: [SUCCESSOR] },
      ])
      const titles = await staff.call(REVIEWER, listTitles, { query: { name: REVOKED } }, ago(13))
      if (titles.rows.length > 0) await revoke(staff, await opened(REVOKED), today)
      await runningCampaign(staff, today, ago)
    },
  }
}

/** 年度, 级别 and unit of what public lists say. */
function listedRows(divisions: DivisionTree, today: PlainDate) {
  const county = divisions.counties.find(({ code }) => code === SITUATION_COUNTY)
  const city = divisions.cities.find(({ code }) => code === county?.city)
  if (county === undefined || city === undefined) throw new Error('the county of the situations is in the demo')
  const held: readonly (readonly [unit: string, level: string, yearsAgo: number])[] = [
    [RUN_OUT, '县级', 4],
    [RENEWED, '省级', 3],
    [MERGED, '省级', 2],
    ...RECHECKED.map((unit) => [unit, '县级', 6] as const),
    ...RECHECKED.map((unit) => [unit, '市级', 5] as const),
  ]
  return held.map(([unit, level, yearsAgo], at) => ({
    row: at + 1,
    year: String(yearOf(today) - yearsAgo),
    level,
    honour: HONOUR_TYPES[HONOUR].name,
    city: city.name,
    county: county.name,
    township: AFTERCARE_TOWNSHIP,
    unit,
    sourceUrl: 'https://example.invalid/mingdan',
  }))
}

/** 补登有效期 of an imported title. */
async function term(staff: Staff, unit: string, validUntil: PlainDate, at: string): Promise<void> {
  const title = await once(`the title of ${unit}`, async () => {
    const { rows } = await staff.call(ADMIN, listTitles, { query: { name: unit } }, at)
    return rows.find(({ title: name }) => name === unit)
  })
  await staff.call(
    ADMIN,
    setTitleTerm,
    {
      params: { titleId: TitleId.parse(title.id) },
      body: { validUntil, basis: '命名通知载明有效期三年，到期重新申报' },
      ifMatch: title.version,
    },
    at,
  )
}

/** A list from its round to its naming; the day of naming. */
async function namedIn(
  staff: Staff,
  day: PlainDate,
  units: readonly UnitId[],
  steps: AftercareSteps,
): Promise<PlainDate> {
  const year = day.slice(0, 4)
  const roundId = await steps.round(
    `${year}年度六无平安村（续期和增补）`,
    addDays(day, -1),
    addDays(day, 10),
    morningOf(day),
  )
  const { batchId, endsOn } = await onNotice(staff, steps, roundId, `${year}年度六无平安村增补名单`, day, units)
  const params: { readonly batchId: BatchId } = { batchId }
  const over = `${endsOn}T16:00:01.000Z`
  const version = await once('the end of the notice', async () => {
    await steps.runClock(over)
    const batch = await staff.call(ADMIN, getBatch, { params }, over)
    return batch.state.status === 'notice-closed' ? batch.version : undefined
  })
  const namedOn = addDays(endsOn, 1)
  const body = { documentNumber: `平安安办〔${yearOf(namedOn)}〕27号`, namedOn }
  await staff.call(ADMIN, nameBatch, { params, body, ifMatch: version }, morningOf(namedOn))
  return namedOn
}

async function merge(staff: Staff, ended: Village, successor: Village, on: PlainDate): Promise<void> {
  await staff.call(
    COUNTY_ADMIN,
    endUnit,
    {
      params: { unitId: ended.id },
      body: { successors: [successor.id], on, approvalReference: '安和民政函21号' },
      ifMatch: ended.version,
    },
    morningOf(on),
  )
}

async function enter(staff: Staff, village: Village, today: PlainDate, at: string): Promise<void> {
  const body = {
    kind: 'drugs' as const,
    on: addDays(today, -16),
    source: `县禁毒办通报〔${yearOf(today)}〕3号`,
    cause: '辖区查获一起涉毒案件',
  }
  await staff.call(COUNTY_REVIEWER, enterIncident, { params: { unitId: village.id }, body, ifMatch: 0 }, at)
}

interface Case {
  readonly id: RecheckId
  readonly version: number
}
type Move = readonly [user: string, operation: Operation, body: Readonly<Record<string, unknown>>]

/** Steps of a case, one after the other. */
async function step(staff: Staff, { id, version }: Case, at: string, ...moves: readonly Move[]): Promise<Case> {
  let ifMatch = version
  for (const [user, operation, body] of moves) {
    const input = { params: { recheckId: id }, body, ifMatch } as CallInput<Operation>
    ifMatch = (await staff.call(user, operation as typeof takeUpRecheck, input as never, at)).version
  }
  return { id, version: ifMatch }
}

const SELF_CHECK: Move = [REPORTER, reportSelfCheck, { text: '逐项自查全年工作，各项条件均保持，群众满意。' }]
const countySays = (proposes: string, text: string): Move => [COUNTY_REVIEWER, checkRecheck, { proposes, text }]
const citySays = (proposes: string, text: string): Move => [CITY_REVIEWER, checkRecheck, { proposes, text }]
const TAKEN_UP: Move = [REVIEWER, takeUpRecheck, { reason: '省级抽查发现问题，直接办理' }]

/** Proposed, answered, decided by another person, and appealed against: it lies with a third one. */
async function revoke(staff: Staff, opened: Case, today: PlainDate): Promise<void> {
  const day = (days: number): string => morningOf(addDays(today, -days))
  const told = await step(staff, opened, day(12), TAKEN_UP, [
    REVIEWER,
    proposeRevocation,
    { grounds: ['drugs'], facts: '县禁毒办通报，村内出租屋查获制毒窝点一处，经核查属实。' },
  ])
  const answered = await step(staff, told, day(9), [
    REPORTER,
    answerRevocation,
    { text: '涉案人员为外来租户，入住不足十日，村里已按规定登记。' },
  ])
  const on = addDays(today, -8)
  const decided = await step(staff, answered, day(8), [
    ADMIN,
    decideRevocation,
    {
      documentNumber: `平安安办〔${yearOf(on)}〕66号`,
      on,
      reason: '出租屋巡查记录缺失，申辩理由不成立',
    },
  ])
  await step(staff, decided, day(3), [
    REPORTER,
    appealRevocation,
    { text: '巡查记录存放在镇综治中心，现已调取，请求复核。' },
  ])
}

interface Planned {
  readonly name: string
  readonly yearsAgo: number
  readonly mode: 'all' | 'draw'
  readonly selfCheckBy: PlainDate
}

/** A campaign that was started, and its cases by unit. */
async function started(
  staff: Staff,
  today: PlainDate,
  { name, yearsAgo, mode, selfCheckBy }: Planned,
  at: string,
): Promise<readonly (Case & { readonly unit: string })[]> {
  const frozen = await staff.call(
    ADMIN,
    freezeCampaign,
    {
      body: {
        name,
        honour: HONOUR,
        year: yearOf(today) - yearsAgo,
        basis: '安和省平安办关于开展称号复核的通知',
        mode,
        selfCheckBy,
      },
    },
    at,
  )
  const params = { campaignId: CampaignId.parse(frozen.id) }
  const drawn =
    mode === 'draw'
      ? await staff.call(ADMIN, drawCampaign, { params, body: { count: 3 }, ifMatch: frozen.version }, at)
      : frozen
  await staff.call(ADMIN, startCampaign, { params, ifMatch: drawn.version }, at)
  const { cases } = await once(`the cases of ${name}`, async () => {
    const found = await staff.call(ADMIN, getCampaign, { params }, at)
    return found.cases.length === (mode === 'draw' ? 3 : RECHECKED.length) ? found : undefined
  })
  return cases.map(({ id, version, title }) => ({ id: id as RecheckId, version, unit: title }))
}

/** Three were drawn: one by every level, one at once, one after a yellow card that was lifted. */
async function finishedCampaign(staff: Staff, today: PlainDate, ago: (days: number) => string): Promise<void> {
  const year = yearOf(addDays(today, -120))
  const cases = await started(
    staff,
    today,
    { name: `${year}年县级六无平安村抽查`, yearsAgo: 6, mode: 'draw', selfCheckBy: addDays(today, -100) },
    ago(120),
  )
  const retained: Move = [REVIEWER, concludeRecheck, { conclusion: 'retain', reason: '各项条件保持，同意保留' }]
  const paths: readonly (readonly Move[])[] = [
    [SELF_CHECK, countySays('retain', '自查属实'), citySays('retain', '抽查属实'), retained],
    [SELF_CHECK, TAKEN_UP, retained],
    [
      SELF_CHECK,
      TAKEN_UP,
      [REVIEWER, warnRecheck, { demands: '补建网格巡查台账', mendBy: addDays(today, -90) }],
      [REPORTER, reportMending, { text: '台账已经补建，逐户走访登记完毕。' }],
      [REVIEWER, concludeRecheck, { conclusion: 'lift', reason: '现场核查，台账齐全' }],
    ],
  ]
  await inParallel([...cases.entries()], 3, async ([at, each]) => {
    await step(staff, each, ago(105), ...(paths[at] ?? []))
  })
}

/** A unit at every step of a re-check. */
async function runningCampaign(staff: Staff, today: PlainDate, ago: (days: number) => string): Promise<void> {
  const cases = await started(
    staff,
    today,
    { name: `${yearOf(today)}年市级六无平安村复核`, yearsAgo: 5, mode: 'all', selfCheckBy: addDays(today, 10) },
    ago(7),
  )
  const proposed: Move = [
    REVIEWER,
    proposeRevocation,
    { grounds: ['mass-incident'], facts: '年内发生一起越级集体上访，有关部门通报批评。' },
  ]
  const checked = [SELF_CHECK, countySays('retain', '自查属实，建议保留')]
  const paths: Readonly<Record<string, readonly Move[]>> = {
    西圩村: [SELF_CHECK],
    南圩村: checked,
    北圩村: [...checked, citySays('retain', '抽查属实，建议保留')],
    上圩村: [
      ...checked,
      citySays('retain', '抽查属实，建议保留'),
      [REVIEWER, concludeRecheck, { conclusion: 'retain', reason: '各项条件保持，同意保留' }],
    ],
    下圩村: [
      SELF_CHECK,
      countySays('warn', '巡查台账缺三个月'),
      TAKEN_UP,
      [REVIEWER, warnRecheck, { demands: '补齐网格巡查台账，恢复每日巡查', mendBy: addDays(today, 25) }],
    ],
    新圩村: [TAKEN_UP, proposed],
    老圩村: [TAKEN_UP, proposed, [REPORTER, answerRevocation, { text: '上访事项当日已经就地化解。' }]],
    中圩村: [SELF_CHECK, [COUNTY_REVIEWER, returnRecheck, { reason: '请补充调解台账', until: addDays(today, 6) }]],
  }
  await inParallel(cases, 4, async (each) => {
    await step(staff, each, ago(5), ...(paths[each.unit] ?? []))
  })
}
