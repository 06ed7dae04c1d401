import type { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'

export type ListedHonours = Answer<(typeof OPERATIONS)['listCountyHonours']>
export type ListedHonour = ListedHonours['honours'][number]
