import type { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'

export type ProcedureCase = Answer<(typeof OPERATIONS)['getProcedure']>

export interface PanelProps {
  readonly found: ProcedureCase
  readonly loadNewest: () => void
}
