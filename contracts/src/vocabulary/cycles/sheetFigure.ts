import { z } from 'zod'
import { DecimalText } from '../decimalText.ts'
import { ItemValueStatus } from '../scoring/itemValue.ts'

/** One figure of one subject in the sheet of a cycle; a cell that nobody filled is left out. */
export const SheetFigure = z.object({
  /** Number of its column. */
  column: z.int().min(0),
  status: ItemValueStatus,
  /** As settled: the verified value where both sides agreed on one. */
  value: DecimalText.optional(),
  /** What was reported, where the settled value is another. */
  reported: DecimalText.optional(),
  note: z.string().optional(),
})
export type SheetFigure = z.infer<typeof SheetFigure>
