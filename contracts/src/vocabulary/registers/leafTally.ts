import { z } from 'zod'
import { DecimalText } from '../decimalText.ts'
import { Instant } from '../plainDate.ts'
import { Holder, LeafId } from './registerRow.ts'

/** What a leaf holds, in short and by column: lists, totals and filters are answered by it without the rows. */
export const LeafTally = z.object({
  leaf: LeafId,
  version: z.int().min(1),
  holder: Holder,
  holderName: z.string().optional(),
  rows: z.int().min(0),
  /** In how many rows a column is filled. */
  filled: z.record(z.string(), z.int()),
  /** Sums of columns in which every cell is a figure. */
  sums: z.record(z.string(), DecimalText),
  /** How often a code stands in a column of which every cell is one: choices, yes and no, places. */
  codes: z.record(z.string(), z.record(z.string(), z.int())),
  declaredNone: z.literal(true).optional(),
  updatedAt: Instant,
})
export type LeafTally = z.infer<typeof LeafTally>
