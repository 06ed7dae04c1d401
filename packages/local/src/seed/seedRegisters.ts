import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { periodOfDay, periodsUpTo } from '@anjie/domain/registers/periods'
import { READY_REGISTERS } from '@anjie/domain/registers/ready/readyRegisters'
import { inParallel } from '@anjie/kernel'
import { DEMO_CITIES, REPORT_COUNTY } from './demoPeople.ts'
import { DEMO_TOWNSHIPS } from './demoUnits.ts'
import { reportRows } from './reportRows.ts'
import type { Staff } from './staff.ts'

const { defineRegister, saveRegisterRows, removeRegisterRows, declareRegisterNone, listRegisterRows } = OPERATIONS

const AT_ONCE = 4
const ROWS_AT_ONCE = 40
type Row = Readonly<Record<string, string>>

const idOf = (code: string) => `99.${code}`
const termOf = (code: string) => READY_REGISTERS.find((each) => each.code === code)?.definition.term ?? 'standing'

/** Saves rows forty at a time; one that is refused stops the seed with its reason. */
export async function fillRegister(
  staff: Staff,
  userName: string,
  code: string,
  rows: readonly Row[],
  whose: { readonly period?: string } = {},
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const answer = await staff.call(userName, saveRegisterRows, {
      params: { registerId: idOf(code) },
      body: { ...whose, rows: rows.slice(from, from + ROWS_AT_ONCE).map((cells) => ({ cells })) },
    } as never)
    const refused = answer.results?.find(({ result }) => result === 'refused')
    if (refused !== undefined) throw new Error(`${code}：${JSON.stringify(refused.faults)}`)
  }
}

/** 台账范本 as the province takes them. */
export async function defineReadyRegisters(staff: Staff): Promise<void> {
  for (const body of READY_REGISTERS) await staff.call('province.admin', defineRegister, { body } as never)
}

/** The report county's registers in full. */
export async function fillReportCounty(
  staff: Staff,
  year: number,
  reporter = `${REPORT_COUNTY}.reporter`,
): Promise<void> {
  const filled = Object.entries(reportRows(DEMO_TOWNSHIPS, year))
  await inParallel(filled, AT_ONCE, ([code, rows]) => fillRegister(staff, reporter, code, rows))
}

/**
 * 台账: the report county's in full, with a row that was corrected and one that was removed; a village that keeps its own; other counties
 * that filled a part, declared that there is nothing, or are late.
 */
export async function seedRegisters(staff: Staff, divisions: DivisionTree, today: PlainDate): Promise<void> {
  const year = Number(today.slice(0, 4))
  await defineReadyRegisters(staff)
  await fillReportCounty(staff, year)
  await correctOne(staff)
  const quarters = periodsUpTo('quarter', today, 2)
  const own = [
    { kind: '平安例会', times: '3' },
    { kind: '巡查', times: '12', found: '4', solved: '3', note: '清理堆放杂物、检修路灯' },
    { kind: '纠纷排查', times: '6', found: '2', solved: '2' },
  ]
  for (const period of quarters) await fillRegister(staff, `${REPORT_COUNTY}.village`, 'patrols', own, { period })
  await inParallel(
    divisions.counties
      .filter(({ city, code }) => DEMO_CITIES.includes(city) && code !== REPORT_COUNTY)
      .map((county, at) => ({ ...county, at })),
    AT_ONCE,
    ({ code, at }) => fillPart(staff, `${code.toLowerCase()}.reporter`, at, today),
  )
}

/** Every third county filled most, every third a little, and the others are late with what was due. */
async function fillPart(staff: Staff, reporter: string, at: number, today: PlainDate): Promise<void> {
  if (at % 3 === 2) return
  const lastYear = { period: String(Number(today.slice(0, 4)) - 1) }
  await fillRegister(staff, reporter, 'video', [
    { network: '天网工程', points: String(300 + at * 17), connected: String(280 + at * 15), storage: '30' },
    { network: '雪亮工程', points: String(1500 + at * 40), connected: String(1200 + at * 31) },
  ])
  await fillRegister(staff, reporter, 'centres', [
    { name: '县综治中心', place: '本县', level: '县级', class: '示范类', area: String(900 + at * 20), fulltime: '7' },
  ])
  if (at % 3 === 1) return
  await fillRegister(
    staff,
    reporter,
    'funds',
    [{ project: '三级综治中心', use: '综治中心', amount: String(800 + at * 35) }],
    lastYear,
  )
  await staff.call(reporter, declareRegisterNone, {
    params: { registerId: idOf('named') },
    body: { period: periodOfDay(termOf('named'), today) },
  } as never)
}

/** What a row's history tells: corrected twice; and a row entered by mistake that was taken out. */
async function correctOne(staff: Staff): Promise<void> {
  const reporter = `${REPORT_COUNTY}.reporter`
  const params = { registerId: idOf('centres') }
  const pageOf = () => staff.call(reporter, listRegisterRows, { params } as never)
  for (const cells of [{ rooms: '9' }, { rooms: '8', fulltime: '9' }]) {
    const [row] = (await pageOf()).rows
    if (row === undefined) throw new Error('the county’s centre is there')
    await staff.call(reporter, saveRegisterRows, {
      params,
      body: { rows: [{ row: row.id, version: row.version, cells }] },
    } as never)
  }
  const mistaken = await staff.call(reporter, saveRegisterRows, {
    params,
    body: { rows: [{ cells: { name: '霜台晨光村调解室', place: '霜台镇', level: '村（社区）' } }] },
  } as never)
  const [saved] = mistaken.results ?? []
  await staff.call(reporter, removeRegisterRows, {
    params,
    body: { rows: [{ row: saved?.row, version: 1 }], reason: '调解室不是综治中心，登错台账' },
  } as never)
}
