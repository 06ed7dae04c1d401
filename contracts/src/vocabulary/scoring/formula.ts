import { z } from 'zod'
import { lines } from '../text.ts'
import { PositiveText } from './ruleParts.ts'

/** 公式: the author's own expression over data items, in the language of the formula room; its value is the score, optionally held between 0 and a cap. */
export const Formula = z.object({
  method: z.literal('formula'),
  text: lines({ min: 1, max: 1000 }),
  /** A missing figure: makes the formula missing, does so only when all are missing (the rest count as zero), or counts as zero. */
  missing: z.enum(['any-missing', 'all-missing', 'as-zero']),
  floorZero: z.boolean(),
  cap: PositiveText.optional(),
})
export type Formula = z.infer<typeof Formula>
