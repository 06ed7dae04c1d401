import type { OPERATIONS } from '@anjie/contracts/operations/index'
import type { Answer } from '../../../app/api/operationTypes.ts'

/** An application as its page and the parts of the page read it. */
export type ApplicationCase = Answer<(typeof OPERATIONS)['getApplication']>
