import type { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'

/** A type with the version of its setting, as the list answers it. */
export type HonourTypeRow = Answer<(typeof OPERATIONS)['listHonourTypes']>['types'][number]
