import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { CycleSubject } from '@anjie/contracts/vocabulary/cycles/cycle'
import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { scoresAreThere } from '../scoresAreThere.ts'
import { typedOf } from './demoCounted.ts'
import { demoCountyFigures, FINISHED_YEAR } from './demoFigures.ts'
import type { Staff } from './staff.ts'

const { getSubmission, saveValues, submitSubmission, verifySubmission, acceptSubmission } = OPERATIONS
const { runScores, getScoring, previewRun } = OPERATIONS

export const formOf = ({ name, submissionId }: CycleSubject): string => {
  if (submissionId === undefined) throw new Error(`${name} has a form to fill`)
  return submissionId
}

/** A form with its county's figures of a finished year, brought to the city's word. `at`: when; undefined: just now. */
export async function fillAndAccept(
  staff: Staff,
  submissionId: string,
  county: CountyCode,
  year = FINISHED_YEAR,
  at?: string,
): Promise<void> {
  const ifMatch = await fillAndVerify(staff, submissionId, county, demoCountyFigures(county, year), at)
  const accepted = { params: { submissionId }, body: { opinion: '同意' }, ifMatch }
  await staff.call(`${cityCodeOf(county)}.reviewer`, acceptSubmission, accepted, at)
}

/** Filled, submitted and passed by the county; the answer is the form's version then. */
export async function fillAndVerify(
  staff: Staff,
  submissionId: string,
  county: CountyCode,
  values: FormValue[],
  at?: string,
): Promise<number> {
  const params = { submissionId }
  const reporter = `${county.toLowerCase()}.reporter`
  const opened = await staff.call(reporter, getSubmission, { params })
  const saved = await staff.call(
    reporter,
    saveValues,
    { params, body: { values: typedOf(opened, values) }, ifMatch: opened.version },
    at,
  )
  const submitted = await staff.call(reporter, submitSubmission, { params, ifMatch: saved.version }, at)
  const passed = { params, body: { opinion: '数据与台账一致' }, ifMatch: submitted.version }
  return (await staff.call(`${county.toLowerCase()}.reviewer`, verifySubmission, passed, at)).version
}

/** The scores of a cycle, shown to those assessed until a day. */
export async function showResult(
  staff: Staff,
  admin: string,
  cycleId: string,
  appealsUntil: PlainDate,
  at?: string,
  reason?: string,
) {
  const body = reason === undefined ? {} : { reason }
  const run = await staff.call(admin, runScores, { params: { cycleId }, body }, at)
  await scoresAreThere(() => staff.call(admin, getScoring, { params: { cycleId } }), run.id)
  const shown = await staff.call(
    admin,
    previewRun,
    { params: { runId: run.id }, body: { appealsUntil }, ifMatch: run.version },
    at,
  )
  return { runId: run.id, version: shown.version }
}
