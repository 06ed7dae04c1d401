import { z } from 'zod'
import { line } from '../text.ts'
import { Band, Better, PositiveText, SchemeCode } from './ruleParts.ts'

/** 滚动比较 (F23): this period against weighted comparators (mean of the same period in earlier years, same period last year, previous period).
 * Index = 100 × (1 + improvement), improvement being the relative change in the good direction, kept within 0 and the cap.
 * A comparator without figures is left out and the weights of the others are scaled up. A zero comparator reads as 100 when
 * the figure is zero too, otherwise as 0 (lower is better) or as the cap (higher is better). */
export const MovingAverage = z.object({
  method: z.literal('moving_average'),
  item: SchemeCode,
  better: Better,
  comparators: z
    .array(
      z.object({
        kind: z.enum(['years-mean', 'same-period-last-year', 'previous-period']),
        weight: PositiveText,
        /** How many earlier years `years-mean` takes. */
        years: z.int().min(1).max(10).optional(),
      }),
    )
    .min(1)
    .max(6),
  maxIndex: PositiveText,
  /** Where figure and comparator are both zero: unchanged (`steady`, without the setting), or the comparator is left out. */
  whenBothZero: z.enum(['steady', 'left-out']).optional(),
  /** Named levels of the index (优秀 绿, 良好 黄 …), for display; their points count only with `award`. */
  bands: z.array(Band.extend({ colour: line({ max: 10 }).optional() })).max(10),
  points: z.enum(['index-share', 'award']),
})
export type MovingAverage = z.infer<typeof MovingAverage>
