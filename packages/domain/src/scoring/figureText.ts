import type { Figure } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { type Decimal, plainText } from '@anjie/kernel'

/** Decimal places shown of a figure that does not end; the calculation itself goes on with all of them. */
const SHOWN_DIGITS = 8

/** A figure for reading: as it is, or cut to a readable length with `≈` in front. */
export function figureText(value: Decimal): string {
  if (value.places <= SHOWN_DIGITS || value.decimalPlaces() <= SHOWN_DIGITS) return plainText(value)
  return `≈${plainText(value.toDecimalPlaces(SHOWN_DIGITS))}`
}

export const figure = (label: string, value: Decimal | string): Figure => ({
  label,
  value: typeof value === 'string' ? value : figureText(value),
})
