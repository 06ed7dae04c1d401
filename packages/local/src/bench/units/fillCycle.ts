import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { provinceCase } from '../provinceCase.ts'
import type { BenchApi } from './benchApi.ts'
import { type BenchStaff, WHOLE_PROVINCE } from './benchProvince.ts'

export interface FilledCycle {
  readonly cycleId: string
  readonly schemeId: string
  /** The first county's form is still being filled when the cycle runs; all others are accepted. */
  readonly forms: readonly { readonly id: string; readonly county: string }[]
  /** What the first county reports in full. */
  readonly values: readonly FormValue[]
}

interface Staffed {
  readonly api: BenchApi
  readonly staff: BenchStaff
  readonly counties: readonly string[]
}

interface CycleChoice {
  readonly year: number
  /** Scored and published, with every form accepted. */
  readonly finish: boolean
  /** How often the first county saves its form. */
  readonly saves: number
}

/** Items that the commission enters; the others are the counties'. */
const COMMISSION_ITEMS = 10

/** One year of the assessment, from the scheme to the published table. */
export async function fillCycle({ api, staff, counties }: Staffed, choice: CycleChoice): Promise<FilledCycle> {
  const { year, finish, saves } = choice
  const { provinceAdmin } = staff
  const { scheme, valuesOf, groupOf } = benchScheme(year, counties.length, WHOLE_PROVINCE.indicators)
  api.now = `${year}-02-03T01:00:00.000Z`
  const drafted = await api.call(provinceAdmin, 'draftScheme', { body: { scheme } })
  await api.call(provinceAdmin, 'publishScheme', {
    params: { schemeId: drafted.id },
    body: { as: 'in-force' },
    ifMatch: drafted.version,
  })
  const planned = await api.call(provinceAdmin, 'planCycle', {
    body: {
      name: `${year}年度县级平安建设考评`,
      year,
      schemeId: drafted.id,
      dataFrom: `${year}-01-01`,
      dataTo: `${year}-12-31`,
      dueOn: `${year}-12-15`,
      subjects: counties.map((code, at) => ({ code, group: groupOf(at) })),
    },
  })
  const cycleId = planned.id
  await api.call(provinceAdmin, 'openCycle', { params: { cycleId }, ifMatch: planned.version })
  const { state } = await api.call(provinceAdmin, 'getCycle', { params: { cycleId } })
  const forms = state.subjects.map(({ code, submissionId }) => ({ id: String(submissionId), county: String(code) }))

  api.now = `${year}-11-03T01:00:00.000Z`
  for (const [at, subject] of counties.entries()) {
    await api.call(provinceAdmin, 'enterCommissionValues', {
      params: { cycleId, subject: subject },
      body: { values: [...valuesOf(at, 'commission')] },
      ifMatch: 0,
    })
  }
  for (const [at, form] of forms.entries()) {
    const values = valuesOf(at, 'subject')
    if (at === 0) {
      const version = await saveOften(api, staff, form, values, saves)
      if (finish) await passOn(api, staff, form, version)
    } else {
      const saved = await save(api, staff, form, values, 1)
      await passOn(api, staff, form, saved)
    }
  }
  if (finish) await publish(api, staff, cycleId, year)
  return { cycleId, schemeId: drafted.id, forms, values: valuesOf(0, 'subject') }
}

type Form = FilledCycle['forms'][number]

async function save(
  api: BenchApi,
  staff: BenchStaff,
  { id, county }: Form,
  values: readonly FormValue[],
  ifMatch: number,
): Promise<number> {
  const reply = await api.call(staff.countyReporter(county), 'saveValues', {
    params: { submissionId: id },
    body: { values: [...values] },
    ifMatch,
  })
  return reply.version
}

/** One cell after the other, as a clerk does it who has the files on the desk. */
async function saveOften(
  api: BenchApi,
  staff: BenchStaff,
  form: Form,
  values: readonly FormValue[],
  saves: number,
): Promise<number> {
  let version = 1
  for (let cell = 1; cell < saves; cell += 1) {
    version = await save(api, staff, form, values.slice(0, 1 + (cell % values.length)), version)
  }
  return save(api, staff, form, values, version)
}

async function passOn(api: BenchApi, staff: BenchStaff, { id, county }: Form, ifMatch: number): Promise<void> {
  const params = { submissionId: id }
  const submitted = await api.call(staff.countyReporter(county), 'submitSubmission', { params, ifMatch })
  const verified = await api.call(staff.countyReviewer(county), 'verifySubmission', {
    params,
    body: { opinion: '经核，数据属实。' },
    ifMatch: submitted.version,
  })
  await api.call(staff.cityReviewer(cityCodeOf(county)), 'acceptSubmission', {
    params,
    body: { opinion: '同意审定。' },
    ifMatch: verified.version,
  })
}

async function publish(api: BenchApi, staff: BenchStaff, cycleId: string, year: number): Promise<void> {
  api.now = `${year}-12-20T01:00:00.000Z`
  const { provinceAdmin } = staff
  const run = await api.call(provinceAdmin, 'runScores', { params: { cycleId }, body: {} })
  await api.carryOutScoring(cycleId)
  const params = { runId: run.id }
  const shown = await api.call(provinceAdmin, 'previewRun', {
    params,
    body: { appealsUntil: `${year}-12-25` },
    ifMatch: run.version,
  })
  api.now = `${year}-12-28T01:00:00.000Z`
  await api.call(provinceAdmin, 'publishRun', { params, body: {}, ifMatch: shown.version })
}

/** The bench's scheme as its subjects fill it, and what each of them reports. */
export function benchScheme(year: number, subjects: number, indicators: number) {
  const one = provinceCase(subjects, indicators, true)
  const commission = new Set(one.scheme.items.slice(-COMMISSION_ITEMS).map(({ code }) => code))
  const scheme: Scheme = {
    ...one.scheme,
    code: `BENCH-${year}`,
    name: `${year}年县级平安建设考评方案`,
    year,
    items: one.scheme.items.map((item) => ({
      ...item,
      name: `平安建设数据项${item.code}`,
      filledBy: commission.has(item.code) ? 'commission' : 'subject',
    })),
  }
  const bySubject = new Map<string, FormValue[]>()
  for (const { subject, item, value = '' } of one.values) {
    const own = bySubject.get(subject) ?? []
    own.push({ item, period: String(year), status: 'reported', value })
    bySubject.set(subject, own)
  }
  const codes = one.subjects.map(({ code }) => code)
  return {
    scheme,
    groupOf: (at: number): string => one.subjects[at]?.group ?? '',
    valuesOf: (at: number, filledBy: 'subject' | 'commission'): readonly FormValue[] =>
      (bySubject.get(codes[at] ?? '') ?? []).filter(({ item }) => commission.has(item) === (filledBy === 'commission')),
  }
}
