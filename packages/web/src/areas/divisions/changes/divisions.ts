import type { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'

/** The division tree as the page and its dialogs read it. */
export type Divisions = Answer<(typeof OPERATIONS)['getDivisions']>
