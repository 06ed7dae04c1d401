import { z } from 'zod'
import { line } from '../text.ts'
import { CountSource } from './sources/index.ts'

/** How a cell of a row is compared. A blank cell meets `blank` and nothing else: nobody knows what would stand there. */
export const COUNT_OPERATORS = ['=', '!=', '>=', '>', '<=', '<', 'filled', 'blank'] as const
export const CountOperator = z.enum(COUNT_OPERATORS)
export type CountOperator = z.infer<typeof CountOperator>

const columnCode = line({ min: 1, max: 40 })
const columnName = line({ min: 1, max: 60 })

/** 取数条件: column, operator, value; figures are compared as figures, days as days, the rest as it is kept. `words`: of a choice, its name. */
export const CountCondition = z.object({
  column: columnCode,
  name: columnName,
  op: CountOperator,
  value: line({ min: 1, max: 80 }).optional(),
  words: line({ min: 1, max: 80 }).optional(),
})
export type CountCondition = z.infer<typeof CountCondition>

/**
 * 取数期间: what was there on the last day of the figure's period (on the day of the count, while the period runs), or of a ledger kept by
 * periods the rows of that period; or the rows with a day in the period.
 */
export const CountPeriod = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('as-it-stands') }),
  z.object({ kind: z.literal('dated'), column: columnCode, name: columnName }),
])
export type CountPeriod = z.infer<typeof CountPeriod>

export const CountFigure = z.discriminatedUnion('kind', [
  /** How many rows. */
  z.object({ kind: z.literal('count') }),
  /**
   * Which share of the rows meets further conditions: in per cent or per mille where the item has that unit. Without any row there
   * is nothing to divide by, and that is not nought.
   */
  z.object({
    kind: z.literal('share'),
    of: z.array(CountCondition).min(1).max(8),
    whenNone: z.enum(['not-applicable', 'missing']),
  }),
  /** The sum of a column. `whenBlank`: a row without the figure leaves the sum open, or is left out. */
  z.object({
    kind: z.literal('sum'),
    column: columnCode,
    name: columnName,
    whenBlank: z.enum(['missing', 'left-out']),
  }),
])
export type CountFigure = z.infer<typeof CountFigure>

/** 台账取数 of an item: nobody types the figure; it is counted from rows, and the rows are frozen with it. */
export const CountedFrom = z.object({
  source: CountSource,
  /** Every one of them must hold. */
  where: z.array(CountCondition).max(8),
  period: CountPeriod,
  figure: CountFigure,
})
export type CountedFrom = z.infer<typeof CountedFrom>
