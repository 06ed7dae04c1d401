import type { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'

/** A form as its page and the parts of the page read it. */
export type SubmissionCase = Answer<(typeof OPERATIONS)['getSubmission']>
