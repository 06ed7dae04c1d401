import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { CycleSubject } from '@anjie/contracts/vocabulary/cycles/cycle'
import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { scoresAreThere } from '../scoresAreThere.ts'
import { demoCountyFigures } from './demoFigures.ts'
import type { Staff } from './staff.ts'

const { getSubmission, saveValues, submitSubmission, verifySubmission, acceptSubmission } = OPERATIONS
const { runScores, getScoring, previewRun } = OPERATIONS

export const formOf = ({ name, submissionId }: CycleSubject): string => {
  if (submissionId === undefined) throw new Error(`${name} has a form to fill`)
  return submissionId
}

/** A form with its county's figures of the year before, brought to the city's word. */
export async function fillAndAccept(staff: Staff, submissionId: string, county: CountyCode): Promise<void> {
  const version = await fillAndVerify(staff, submissionId, county, demoCountyFigures(county))
  await staff.call(`${cityCodeOf(county)}.reviewer`, acceptSubmission, {
    params: { submissionId },
    body: { opinion: '同意' },
    ifMatch: version,
  })
}

/** Filled, submitted and passed by the county; the answer is the form's version then. */
export async function fillAndVerify(
  staff: Staff,
  submissionId: string,
  county: CountyCode,
  values: FormValue[],
): Promise<number> {
  const params = { submissionId }
  const reporter = `${county.toLowerCase()}.reporter`
  const opened = await staff.call(reporter, getSubmission, { params })
  const saved = await staff.call(reporter, saveValues, { params, body: { values }, ifMatch: opened.version })
  const submitted = await staff.call(reporter, submitSubmission, { params, ifMatch: saved.version })
  const verified = await staff.call(`${county.toLowerCase()}.reviewer`, verifySubmission, {
    params,
    body: { opinion: '数据与台账一致' },
    ifMatch: submitted.version,
  })
  return verified.version
}

/** The scores of a cycle, shown to those assessed until a day. */
export async function showResult(staff: Staff, admin: string, cycleId: string, appealsUntil: PlainDate) {
  const run = await staff.call(admin, runScores, { params: { cycleId }, body: {} })
  await scoresAreThere(() => staff.call(admin, getScoring, { params: { cycleId } }), run.id)
  const shown = await staff.call(admin, previewRun, {
    params: { runId: run.id },
    body: { appealsUntil },
    ifMatch: run.version,
  })
  return { runId: run.id, version: shown.version }
}
