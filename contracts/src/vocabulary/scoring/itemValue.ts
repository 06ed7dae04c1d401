import { z } from 'zod'
import { DecimalText } from '../decimalText.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { line, lines } from '../text.ts'

/** The period that a figure describes: `2026`, `2026-H1`, `2026-Q3`, `2026-05`. */
export const DataPeriod = z
  .string()
  .regex(/^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/, '期间应如 2026、2026-H1、2026-Q3 或 2026-05')
export type DataPeriod = z.infer<typeof DataPeriod>

/** Reported (zero included), not reported, does not apply to this subject, or reported and found unusable: four different things. */
export const ITEM_VALUE_STATUSES = ['reported', 'missing', 'not-applicable', 'invalid'] as const
export const ItemValueStatus = z.enum(ITEM_VALUE_STATUSES)
export type ItemValueStatus = z.infer<typeof ItemValueStatus>

/** 台账取数凭据 of a figure that was counted: the form and the drawing whose rows it stands for, and the digest of these rows. */
export const CountedProof = z.object({
  submission: line({ min: 1, max: 120 }),
  drawing: line({ min: 1, max: 64 }),
  digest: line({ min: 1, max: 64 }),
  rows: z.int().min(0),
})
export type CountedProof = z.infer<typeof CountedProof>

/** 督导否决凭据: a listing that ended unsatisfied, and when a person who had no part in it decided. */
export const VetoProof = z.object({
  measure: line({ min: 1, max: 80 }),
  issuerName: line({ min: 1, max: 60 }),
  document: line({ min: 1, max: 80 }),
  matter: line({ min: 1, max: 80 }),
  missedOn: PlainDate,
  decidedAt: Instant,
})
export type VetoProof = z.infer<typeof VetoProof>

/** 数据项取值: one figure of one subject for one period. Only `reported` has a value. */
export const ItemValue = z
  .object({
    subject: line({ min: 1, max: 60 }),
    item: line({ min: 1, max: 40 }),
    period: DataPeriod,
    status: ItemValueStatus,
    value: DecimalText.optional(),
    note: lines({ max: 200 }).optional(),
    counted: CountedProof.optional(),
    vetoed: z.array(VetoProof).max(60).optional(),
  })
  .refine((row) => (row.status === 'reported') === (row.value !== undefined), '“已报”须有数值，其他状态不得有数值')
export type ItemValue = z.infer<typeof ItemValue>
