import { z } from 'zod'
import { DecimalText } from '../decimalText.ts'
import { Better, Scale, SchemeCode } from './ruleParts.ts'

/** 阈值标准化: position between two fixed posts, plain or on a logarithmic scale (HDI income), optionally held within the posts. */
export const Goalposts = z.object({
  method: z.literal('goalposts'),
  item: SchemeCode,
  better: Better,
  low: DecimalText,
  high: DecimalText,
  truncate: z.boolean(),
  logarithmic: z.boolean(),
  scale: Scale.optional(),
})
export type Goalposts = z.infer<typeof Goalposts>
