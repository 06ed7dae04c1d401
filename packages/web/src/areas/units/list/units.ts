import type { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'

/** The registered units as the page and its dialogs read them. */
export type Units = Answer<(typeof OPERATIONS)['listUnits']>['units']
