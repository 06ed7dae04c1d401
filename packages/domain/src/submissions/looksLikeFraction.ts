import { Decimal } from '@anjie/kernel'

/** `0.965` in an item counted in %: perhaps 96.5 was meant. Asked about, never changed. */
export function looksLikeFraction(unit: string, value: string): boolean {
  const figure = new Decimal(value)
  return unit === '%' && figure.gt(0) && figure.lte(1)
}
