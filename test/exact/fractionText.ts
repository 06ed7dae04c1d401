import type Fraction from 'fraction.js'

/** A fraction rounded on whole numbers alone and printed plainly: the oracle's own words, without anything of ours. */
export function roundedText(value: Fraction, digits: number, mode: 'half-even' | 'half-up' = 'half-even'): string {
  const whole = roundedWhole(value, digits, mode)
  if (whole === 0n) return '0'
  const magnitude = (whole < 0n ? -whole : whole).toString()
  if (digits <= 0) return `${whole < 0n ? '-' : ''}${magnitude}${'0'.repeat(-digits)}`
  const padded = magnitude.padStart(digits + 1, '0')
  const text = `${padded.slice(0, -digits)}.${padded.slice(-digits)}`.replace(/\.?0+$/, '')
  return whole < 0n ? `-${text}` : text
}

/** The same as a scheme can have it: what is longer than an entered number may be gives way to 1. */
export function enteredText(value: Fraction, digits: number): string {
  const text = roundedText(value, digits)
  return text.length > 24 ? '1' : text
}

/** The same as the whole number of units. */
export function roundedWhole(value: Fraction, digits: number, mode: 'half-even' | 'half-up'): bigint {
  const unit = 10n ** BigInt(Math.abs(digits))
  const scaled = digits >= 0 ? value.n * unit : value.n
  const by = digits >= 0 ? value.d : value.d * unit
  const kept = scaled / by
  const doubled = (scaled - kept * by) * 2n
  const isUp = doubled > by || (doubled === by && (mode === 'half-up' || kept % 2n === 1n))
  const rounded = isUp ? kept + 1n : kept
  return value.s < 0n ? -rounded : rounded
}
