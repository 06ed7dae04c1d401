import { Decimal, roundDecimal } from '@anjie/kernel'

const PLACES = 4

/**
 * An exact intermediate figure as a table can show it: at most four decimal places, with `…` where digits were left out.
 * Scores that are ranked are never passed through here.
 */
export function shortFigure(text: string): string {
  const decimals = text.split('.')[1]?.length ?? 0
  if (decimals <= PLACES || !/^-?\d+\.\d+$/.test(text)) return text
  return `${roundDecimal(new Decimal(text), PLACES, 'half-even').toFixed(PLACES)}…`
}
