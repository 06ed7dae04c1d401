import type { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'

export type PaperCase = Answer<(typeof OPERATIONS)['getProcedurePaper']>

export interface PaperProps {
  readonly found: PaperCase
  readonly loadNewest: () => void
}

/** Whether this post fills the paper in now. */
export const mayFill = ({ allowed }: PaperCase): boolean =>
  allowed.some((each) => each.action === 'save' && each.allowed)
