import type { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'

export type Listed = Answer<(typeof OPERATIONS)['listDutyPosts']>
