import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { Better } from '@anjie/contracts/vocabulary/scoring/ruleParts'
import type { Figure } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { type Decimal, plainText } from '@anjie/kernel'

/** Decimal places shown of a figure that does not end; the calculation itself goes on with the exact value. */
const SHOWN_DIGITS = 8
/** So many at most; no two figures of an assessment are nearer to one another without being equal. */
const MOST_DIGITS = 100
/** Decimal places of a figure to reach, where its item does not say how many can be entered. */
const ENTERED_DIGITS = 4

/**
 * A figure for reading: as it is, or cut to a readable length with `≈` in front. What is a little more than 50 never reads
 * `≈50`, and nothing reads as one of the `lines` that it was compared with: it gets as many places as it takes to tell.
 */
export function figureText(value: Decimal, lines: readonly Decimal[] = []): string {
  if (value.origin === null && (value.places <= SHOWN_DIGITS || value.decimalPlaces() <= SHOWN_DIGITS))
    return plainText(value)
  let digits = SHOWN_DIGITS
  let shown = value.toDecimalPlaces(digits)
  while (digits < MOST_DIGITS && !value.eq(shown)) {
    if (shown.decimalPlaces() >= SHOWN_DIGITS && !lines.some((line) => line.eq(shown))) return `≈${plainText(shown)}`
    digits += 1
    shown = value.toDecimalPlaces(digits)
  }
  return digits < MOST_DIGITS ? plainText(shown) : `≈${plainText(shown)}`
}

export const figure = (label: string, value: Decimal | string, lines?: readonly Decimal[]): Figure => ({
  label,
  value: typeof value === 'string' ? value : figureText(value, lines),
})

/** A figure to reach, with digits that can be entered: rounded to the better side, so that whoever enters it has reached it. */
export function reachableText(value: Decimal, better: Better, { digits }: Pick<DataItem, 'digits'>): string {
  if (value.origin === null && (digits === undefined ? value.places <= SHOWN_DIGITS : value.decimalPlaces() <= digits))
    return plainText(value)
  const unit = 10 ** (digits ?? ENTERED_DIGITS)
  const units = value.times(unit)
  return plainText((better === 'higher' ? units.ceil() : units.floor()).div(unit))
}
