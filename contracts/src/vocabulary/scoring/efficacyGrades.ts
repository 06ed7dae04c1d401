import { z } from 'zod'
import { DecimalText } from '../decimalText.ts'
import { line } from '../text.ts'
import { Better, PositiveText, SchemeCode } from './ruleParts.ts'

/** 五档功效系数 (国资发评价〔2006〕157号): base of the reached grade plus its share of the step to the next; full at the best standard, nothing below the last. */
export const EfficacyGrades = z.object({
  method: z.literal('efficacy_grades'),
  item: SchemeCode,
  better: Better,
  /** Best grade first, e.g. 优秀 1, 良好 0.8, 平均 0.6, 较低 0.4, 较差 0.2. */
  standards: z
    .array(z.object({ name: line({ min: 1, max: 20 }), value: DecimalText, coefficient: PositiveText }))
    .min(2)
    .max(10),
})
export type EfficacyGrades = z.infer<typeof EfficacyGrades>
