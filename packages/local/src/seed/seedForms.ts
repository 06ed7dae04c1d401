import { readFile } from 'node:fs/promises'
import { addDays } from '@anjie/calendar-cn'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { CycleSubject } from '@anjie/contracts/vocabulary/cycles/cycle'
import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { inProject } from '../paths.ts'
import { COUNTED_CENTRES } from './demoCounted.ts'
import { demoCountyFigures } from './demoFigures.ts'
import { formOf } from './demoForms.ts'
import { SITUATION_COUNTY } from './demoPeople.ts'
import type { Staff } from './staff.ts'

const { draftScheme, publishScheme, planCycle, openCycle, getCycle, extendWindows } = OPERATIONS
const { getSubmission, saveValues, prefillValues, explainCheck, acceptExplanation } = OPERATIONS
const { submitSubmission, verifySubmission, remarkCell } = OPERATIONS

const ADMIN = 'province.admin'
const YEAR = 2026

const morningOf = (day: PlainDate): string => `${day}T02:00:00.000Z`

/** The demo's scheme with what a province writes beside it: which figures may be taken over, what they must be proved by, how they must agree. */
async function forecastScheme(): Promise<Scheme> {
  const scheme = Scheme.parse(JSON.parse(await readFile(inProject('contracts/examples/anhe2026.scheme.json'), 'utf8')))
  const standing = ['CENTERS_TOTAL', 'CENTERS_DEMONSTRATION', 'CENTERS_BUILDING', 'CENTERS_LED']
  return {
    ...scheme,
    code: 'ANHE-2026-YB',
    name: '2026年县级平安建设预报方案',
    items: scheme.items.map((item) =>
      standing.includes(item.code)
        ? { ...item, prefill: 'past' as const }
        : item.code === 'DISPUTES_FOUND'
          ? { ...item, evidence: '矛盾纠纷排查台账', evidenceMissing: 'warn' as const }
          : item,
    ),
    checks: [
      ...(scheme.checks ?? []).map((check) =>
        check.kind === 'parts-sum' ? { ...check, severity: 'error' as const, mayExplain: true } : check,
      ),
      {
        kind: 'past-change' as const,
        item: 'DISPUTES_FOUND',
        fallAtMost: '40',
        riseAtMost: '60',
        severity: 'warning' as const,
      },
      {
        kind: 'compare' as const,
        name: '示范类不超过总数的一半',
        left: '[示范类综治中心]×2',
        is: '<=' as const,
        right: '[综治中心总数]',
        severity: 'hint' as const,
      },
      {
        kind: 'below-sum' as const,
        item: 'DISPUTES_FOUND',
        subjectKind: 'township' as const,
        itemBelow: 'PC',
        severity: 'warning' as const,
      },
      {
        kind: 'ledger' as const,
        item: 'CENTERS_TOTAL',
        is: '=' as const,
        countedFrom: COUNTED_CENTRES,
        severity: 'warning' as const,
      },
      { kind: 'other-form' as const, item: 'DISPUTES_FOUND', severity: 'hint' as const },
    ],
  }
}

const zeros = (values: readonly FormValue[]): FormValue[] =>
  values.map(({ item, period }) => ({ item, period, status: 'reported', value: '0' }))

/** One centre more in the total than its classes have, as in the county report. */
const oneMore = (values: readonly FormValue[]): FormValue[] =>
  values.map((value) =>
    value.item === 'CENTERS_TOTAL' && value.status === 'reported'
      ? { ...value, value: String(Number(value.value) + 1) }
      : value,
  )

/**
 * A forecast of the running year whose day has just passed, with a form in each state: an exception that was explained and accepted,
 * one handed in late, a verified value that waits for the reporter's word, more time for one county, figures taken over and not
 * confirmed, noughts alone, and one that nobody has begun.
 */
export async function seedForms(staff: Staff, divisions: DivisionTree, today: PlainDate): Promise<void> {
  const opened = morningOf(addDays(today, -20))
  const inTime = morningOf(addDays(today, -8))
  const late = morningOf(addDays(today, -2))
  const drafted = await staff.call(ADMIN, draftScheme, { body: { scheme: await forecastScheme() } }, opened)
  const published = { params: { schemeId: drafted.id }, body: { as: 'trial' as const }, ifMatch: drafted.version }
  await staff.call(ADMIN, publishScheme, published, opened)
  const counties = divisions.counties.filter(({ city }) => city === cityCodeOf(SITUATION_COUNTY))
  const planned = await staff.call(
    ADMIN,
    planCycle,
    {
      body: {
        name: '2026年1—11月县级平安建设预报',
        year: YEAR,
        schemeId: drafted.id as never,
        dataFrom: '2026-01-01' as PlainDate,
        dataTo: '2026-11-30' as PlainDate,
        dueOn: addDays(today, -5),
        lateFilling: 'marked',
        alsoAccepts: ['application/msword', 'application/zip'],
        subjects: counties.map(({ code }) => ({ code, group: 'G2' })),
      },
    },
    opened,
  )
  const params = { cycleId: planned.id as never }
  await staff.call(ADMIN, openCycle, { params, ifMatch: planned.version }, opened)
  const { state, version } = await staff.call(ADMIN, getCycle, { params })
  const [explained, tardy, remarked, extended, taken, nought] = state.subjects
  if (nought === undefined) throw new Error('the city of the demo has six counties for the forecast')

  await explainedAndAccepted(staff, explained, inTime)
  await fillAndSubmit(staff, tardy, (values) => values, late)
  await verifiedValue(staff, remarked, inTime, late)
  await fill(staff, extended, (values) => values.slice(0, 6), late)
  await staff.call(
    ADMIN,
    extendWindows,
    {
      params,
      ifMatch: version,
      body: {
        subjects: extended === undefined ? [] : [extended.code],
        dueOn: addDays(today, 10),
        reason: '县级矛盾纠纷信息系统迁移，导出顺延',
      },
    },
    late,
  )
  await takenOver(staff, taken, late)
  await fillAndSubmit(staff, nought, zeros, inTime)
}

const reporterOf = ({ code }: CycleSubject): string => `${code.toLowerCase()}.reporter`
const reviewerOf = ({ code }: CycleSubject): string => `${code.toLowerCase()}.reviewer`

function thereIs(subject: CycleSubject | undefined): CycleSubject {
  if (subject === undefined) throw new Error('the city of the demo has six counties for the forecast')
  return subject
}

async function fill(
  staff: Staff,
  given: CycleSubject | undefined,
  change: (values: readonly FormValue[]) => readonly FormValue[],
  at: string,
) {
  const subject = thereIs(given)
  const params = { submissionId: formOf(subject) as never }
  const reporter = reporterOf(subject)
  const { version } = await staff.call(reporter, getSubmission, { params })
  const values = [...change(demoCountyFigures(subject.code, YEAR))]
  const saved = await staff.call(reporter, saveValues, { params, body: { values }, ifMatch: version }, at)
  return { subject, params, reporter, version: saved.version }
}

async function fillAndSubmit(
  staff: Staff,
  subject: CycleSubject | undefined,
  change: (values: readonly FormValue[]) => readonly FormValue[],
  at: string,
) {
  const filled = await fill(staff, subject, change, at)
  const { params, reporter, version } = filled
  const sent = await staff.call(reporter, submitSubmission, { params, ifMatch: version }, at)
  return { ...filled, version: sent.version }
}

/** The total has one more than the classes; the county says why, its reviewer accepts it, and the form goes on to the city. */
async function explainedAndAccepted(staff: Staff, given: CycleSubject | undefined, at: string): Promise<void> {
  const { subject, params, reporter, version } = await fill(staff, given, oneMore, at)
  const { checks } = await staff.call(reporter, getSubmission, { params })
  const check = checks.find(({ severity }) => severity === 'error')?.check
  if (check === undefined) throw new Error('the centres of the forecast do not add up')
  const text = '一个综治中心今年新建，尚未评定类别，待年底评定后归类。'
  const said = await staff.call(reporter, explainCheck, { params, body: { check, text }, ifMatch: version }, at)
  const sent = await staff.call(reporter, submitSubmission, { params, ifMatch: said.version }, at)
  const reviewer = reviewerOf(subject)
  const passed = await staff.call(reviewer, acceptExplanation, { params, body: { check }, ifMatch: sent.version }, at)
  const body = { opinion: '说明属实，其余数据与台账一致' }
  await staff.call(reviewer, verifySubmission, { params, body, ifMatch: passed.version }, at)
}

/** A word on one cell, and on another the figure that the reviewer has found, which the reporter has not answered yet. */
async function verifiedValue(staff: Staff, given: CycleSubject | undefined, at: string, later: string): Promise<void> {
  const { subject, params, version } = await fillAndSubmit(staff, given, (values) => values, at)
  const figures = demoCountyFigures(subject.code, YEAR)
  const resolved = figures.find(({ item }) => item === 'DISPUTES_RESOLVED')
  if (resolved?.status !== 'reported') throw new Error('the demo’s counties resolve disputes')
  const reviewer = reviewerOf(subject)
  const period = String(YEAR)
  const word = { item: 'CITY_UNRECTIFIED', period, text: '请附市级督查通报文号' }
  const said = await staff.call(reviewer, remarkCell, { params, body: word, ifMatch: version }, later)
  const verified = {
    item: 'DISPUTES_RESOLVED',
    period,
    text: '台账中有12件重复登记，剔除后应减少12件',
    verified: String(Number(resolved.value) - 12),
  }
  await staff.call(reviewer, remarkCell, { params, body: verified, ifMatch: said.version }, later)
}

/** Last year's centres, taken over and not confirmed by anybody. */
async function takenOver(staff: Staff, given: CycleSubject | undefined, at: string): Promise<void> {
  const isCenter = ({ item }: FormValue) => item.startsWith('CENTERS_')
  const { params, reporter, version } = await fill(
    staff,
    given,
    (values) => values.filter((value) => !isCenter(value)).slice(0, 4),
    at,
  )
  await staff.call(reporter, prefillValues, { params, ifMatch: version }, at)
}
