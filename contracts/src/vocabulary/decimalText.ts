import { z } from 'zod'

/** How many digits a stored number may have in all: DynamoDB itself holds 38, and no indicator needs more. */
export const MAX_DECIMAL_DIGITS = 30

/**
 * An exact decimal as plain text: `12.30`, `-0.5`, `0`. No exponent, no thousands separator, no sign on zero.
 * Text and not a number, because JSON numbers are floats by the time anybody reads them.
 */
export const DecimalText = z
  .string()
  .regex(/^-?(0|[1-9]\d*)(\.\d+)?$/, '应为数字，如 98.5')
  .refine((text) => text.replace(/[-.]/g, '').length <= MAX_DECIMAL_DIGITS, `数字过长，最多${MAX_DECIMAL_DIGITS}位`)
  .refine((text) => !/^-0(\.0+)?$/.test(text), '零不带负号')
export type DecimalText = z.infer<typeof DecimalText>
