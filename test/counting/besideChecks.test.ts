import type { ItemCheck } from '@anjie/contracts/vocabulary/schemes/scheme'
import { readSchemeWorkbook } from '@anjie/documents/readSchemeWorkbook'
import { schemeWorkbook } from '@anjie/documents/schemeWorkbook'
import { beforeEach, describe, expect, test } from 'vitest'
import { PLACES } from '../builders/people.ts'
import { cityOf, done, type Opened, Province, refusalOf, reporterOf, reviewerOf } from '../builders/province.ts'
import { countyScheme } from '../builders/scheme.ts'
import { reported, WHOLE_FORM } from '../builders/submission.ts'
import { countedFrom, defineCentres, keepCentres, REPORT_ROWS } from './keptRegister.ts'

const COUNTY = PLACES.county.code
const reporter = reporterOf(COUNTY)
const reviewer = reviewerOf(COUNTY)
const city = cityOf(COUNTY)

const LEDGER: ItemCheck = {
  kind: 'ledger',
  item: 'CENTERS_TOTAL',
  is: '=',
  countedFrom: countedFrom([]),
  severity: 'error',
  mayExplain: true,
}
const ELSEWHERE: ItemCheck = { kind: 'other-form', item: 'DISPUTES_FOUND', severity: 'warning' }
const MESSAGE = '综治中心总数填报496，应等于台账“综治中心”中全部行的行数的495，请核对'

let province: Province
let opened: Opened
let params: { submissionId: ReturnType<Opened['formOf']> }

async function openWith(...checks: readonly ItemCheck[]): Promise<void> {
  province = new Province()
  await defineCentres(province.stores)
  opened = await province.openCycle(countyScheme({ checks: [...checks] }))
  params = { submissionId: opened.formOf(COUNTY) }
}
const form = async (who = reporter) => done(await province.ask(who, 'getSubmission', { params }))
const version = async (who = reporter) => (await form(who)).version
const messages = async (who = reporter) => (await form(who)).checks.map(({ message }) => message)
const open = async (who = reporter) => (await form(who)).undecided.map(({ message }) => message)
const save = async (values = WHOLE_FORM) =>
  done(await province.run(reporter, 'saveValues', { params, body: { values: [...values] } }, await version()))
const submit = async () => province.run(reporter, 'submitSubmission', { params, body: {} }, await version())

describe('a typed figure against a register', () => {
  beforeEach(() => openWith(LEDGER))

  test('bars the form with both figures, passes with an explanation that those above accept, and stays to be seen as it was', async () => {
    await keepCentres(province.stores, REPORT_ROWS.slice(1))
    await save()
    expect(await messages()).toContain(MESSAGE)
    expect(refusalOf(await submit())).toBe('incomplete')
    const explained = { check: 0, text: '一个中心正在撤并' }
    done(await province.run(reporter, 'explainCheck', { params, body: explained }, await version()))
    done(await submit())
    const verify = async () => province.run(reviewer, 'verifySubmission', { params, body: {} }, await version(reviewer))
    expect(refusalOf(await verify())).toBe('explanation-open')
    done(await province.run(reviewer, 'acceptExplanation', { params, body: { check: 0 } }, await version(reviewer)))
    done(await verify())
    // What the register says later is not what was explained and accepted.
    await keepCentres(province.stores, REPORT_ROWS.slice(3))
    expect(await messages(city)).toContain(MESSAGE)
    expect((await form(city)).state.explanations).toMatchObject([{ message: MESSAGE, accepted: { by: {} } }])
  })

  test('holds where both say the same, and within what they may differ', async () => {
    await keepCentres(province.stores, REPORT_ROWS)
    await save()
    expect(await messages()).not.toContainEqual(expect.stringContaining('综治中心'))
    await openWith({ ...LEDGER, tolerance: '1' })
    await keepCentres(province.stores, REPORT_ROWS.slice(1))
    await save()
    expect(await messages()).toEqual([])
  })

  test('is not decided by a register that nobody has filled', async () => {
    await save()
    expect(await messages()).toEqual([])
    expect(await open()).toEqual(['台账“综治中心”没有登记，也没有登记“本期无”，综治中心总数无法与台账核对'])
  })

  test('a scheme that checks against a column that the register does not have is not published', async () => {
    const where = [{ column: 'gone', name: '没有的栏', op: 'filled' as const }]
    await expect(openWith({ ...LEDGER, countedFrom: countedFrom(where) })).rejects.toThrow('scheme-refused')
  })
})

test('one figure in two forms of the same time: what differs is told with both and the name of the other form', async () => {
  await openWith(ELSEWHERE)
  await save()
  expect(await open()).toEqual(['其他表中没有同期的排查矛盾纠纷数，无法核对'])
  const first = { opened, params }
  opened = await province.openCycle(countyScheme({ checks: [ELSEWHERE], code: 'SECOND' }))
  params = { submissionId: opened.formOf(COUNTY) }
  await save(WHOLE_FORM.map((value) => (value.item === 'DISPUTES_FOUND' ? reported('DISPUTES_FOUND', '4980') : value)))
  expect(await messages()).toContain('排查矛盾纠纷数填报4980，“2026年度平安建设考评”中填报4977，相差3，请核对')
  done(await submit())
  // The other form moves on; what was handed in is still told as it was.
  params = first.params
  await save(WHOLE_FORM.map((value) => (value.item === 'DISPUTES_FOUND' ? reported('DISPUTES_FOUND', '4980') : value)))
  params = { submissionId: opened.formOf(COUNTY) }
  expect((await messages(reviewer)).join()).toContain('中填报4977，相差3')
})

test('a figure of two half-years is put together before it is compared', async () => {
  const check: ItemCheck = { kind: 'other-form', item: 'DRILLS', severity: 'warning' }
  const drills = (first: string) =>
    WHOLE_FORM.map((value) =>
      value.item === 'DRILLS' && value.period === '2026-H1' ? reported('DRILLS', first, '2026-H1') : value,
    )
  await openWith(check)
  await save(drills('3'))
  opened = await province.openCycle(countyScheme({ checks: [check], code: 'SECOND' }))
  params = { submissionId: opened.formOf(COUNTY) }
  await save(drills('3'))
  expect(await messages()).toEqual([])
  await save(drills('5'))
  expect((await messages()).join()).toContain('相差2')
})

test('both kinds go through the workbook and come back as they were', async () => {
  const scheme = countyScheme({ checks: [LEDGER, { ...ELSEWHERE, tolerance: '2' }] })
  const back = await readSchemeWorkbook(await schemeWorkbook(scheme))
  expect(back.ok ? back.value.checks : back.error).toEqual(scheme.checks)
})
