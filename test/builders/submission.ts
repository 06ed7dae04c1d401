import { Evidence, type FormValue, Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { NOTHING_AROUND } from '@anjie/domain/submissions/crossChecks'
import type { Form } from '@anjie/domain/submissions/form'
import type { SubmissionSetting } from '@anjie/domain/submissions/submissionTransitions'
import { NOW } from './context.ts'
import { cycle } from './cycle.ts'
import { PLACES } from './people.ts'
import { ulid } from './ulid.ts'

/** What decisions on a form know besides it: in time, with nothing around it. */
export const settingOf = (form: Form, given: Partial<SubmissionSetting> = {}): SubmissionSetting => ({
  cycleStatus: 'open',
  form,
  windowClosed: false,
  around: NOTHING_AROUND,
  ...given,
})

/** A reported cell of the year 2026. */
export const reported = (item: string, value: string, period = '2026'): FormValue => ({
  item,
  period,
  status: 'reported',
  value,
})

/** The figures of the county report: 4803 of 4977 disputes resolved; 496 centres whose classes add up to 495. */
export const REPORT_VALUES: readonly FormValue[] = [
  reported('DISPUTES_FOUND', '4977'),
  reported('DISPUTES_RESOLVED', '4803'),
  reported('CENTERS_TOTAL', '496'),
  reported('CENTERS_DEMONSTRATION', '102'),
  reported('CENTERS_BUILDING', '360'),
  reported('CENTERS_LED', '33'),
]

/** Everything that a county fills in the test scheme, with nothing left open. */
export const WHOLE_FORM: readonly FormValue[] = [
  ...REPORT_VALUES,
  reported('ACCIDENTS', '0'),
  reported('DRILLS', '3', '2026-H1'),
  reported('DRILLS', '4', '2026-H2'),
  reported('COVERAGE', '98.5'),
]

/** The first county's form, empty and in its reporter's hands. */
export function submission(given: Partial<Submission> = {}): Submission {
  const { id: cycleId, name, dueOn } = cycle()
  return Submission.parse({
    id: `${PLACES.county.code}.${cycleId.slice(3)}`,
    county: PLACES.county.code,
    countyName: PLACES.county.name,
    cycleId,
    cycleName: name,
    dueOn,
    status: 'draft',
    values: [],
    evidence: [],
    enteredBy: [],
    approved: {},
    updatedAt: NOW,
    ...given,
  })
}

export function evidence(given: Partial<Evidence> = {}): Evidence {
  return Evidence.parse({
    id: `${PLACES.county.code}.${ulid()}`,
    item: 'DISPUTES_FOUND',
    fileName: '附件 (1)+终稿 100%.pdf',
    contentType: 'application/pdf',
    bytes: 1000,
    status: 'attached',
    uploadedBy: 'somebody',
    uploadedAt: NOW,
    ...given,
  })
}
