import type { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'

export type Sheet = Answer<(typeof OPERATIONS)['reconcileDisputes']>

/** Where a figure opens: the disputes of this set, of one system where it is a system's. */
export type PathOf = (set: string, system?: string) => string
