import { Decimal } from '@anjie/kernel'
import { colours } from '@anjie/tokens'

/** Shares of the working colour over paper, light to dark. The darkest still carries dark text at 4.5 : 1. */
const SHARES = [0.04, 0.16, 0.29, 0.43, 0.58] as const
export const STEPS = SHARES.length

/** The ground of each step, one hue, so that the order is read in greyscale too. */
export const STEP_GROUNDS: readonly string[] = SHARES.map((share) => mixed(colours.work, colours.paper, share))

/** What is written on every ground. */
export const STEP_TEXT = colours.ink

/** Which of the steps between the least and the most of a column a figure stands on; without differences there is none. */
export function stepIn(column: readonly (string | null)[]): (value: string | null) => number | null {
  const given = column.flatMap((each) => (each === null ? [] : [new Decimal(each)]))
  const least = given.length === 0 ? undefined : Decimal.min(...given)
  const most = given.length === 0 ? undefined : Decimal.max(...given)
  return (value) => {
    if (value === null || least === undefined || most === undefined || least.eq(most)) return null
    const share = new Decimal(value).minus(least).div(most.minus(least)).times(STEPS).toNumber()
    return Math.min(STEPS - 1, Math.floor(share))
  }
}

function mixed(over: string, under: string, share: number): string {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
  return `#${[1, 3, 5]
    .map((at) =>
      Math.round(channel(over, at) * share + channel(under, at) * (1 - share))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
