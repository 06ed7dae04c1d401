import { z } from 'zod'
import { Band, DeductionLimit, SchemeCode } from './ruleParts.ts'

/** 分档计分 (F8): the band in which a figure falls takes off, or earns, its points. Each boundary says to which side it belongs. */
export const Banded = z.object({
  method: z.literal('banded'),
  item: SchemeCode,
  effect: z.enum(['deduct', 'award']),
  bands: z.array(Band).min(1).max(20),
  limit: DeductionLimit,
})
export type Banded = z.infer<typeof Banded>
