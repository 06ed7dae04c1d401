import { Decimal } from '@anjie/kernel'

export interface Bin<T> {
  readonly from: string
  readonly to: string
  readonly members: readonly T[]
}

const NICE = [1, 2, 2.5, 5, 10] as const

/** The smallest round width (1, 2, 2.5 or 5 of a power of ten) of which at most `most` cover the span. */
export function roundWidth(span: Decimal, most: number): Decimal {
  if (span.lte(0)) return new Decimal(1)
  const least = span.div(most)
  let power = new Decimal(10).pow(Math.floor(Math.log10(least.toNumber())))
  if (power.gt(least)) power = power.div(10)
  const found = NICE.map((nice) => power.times(nice)).find((width) => width.gte(least))
  return found ?? power.times(10)
}

/**
 * Figures in classes of one round width, least first, without a hole between. A figure on a boundary belongs to the class that
 * begins there; boundaries are compared exactly.
 */
export function binsOf<T>(members: readonly T[], figureOf: (member: T) => string | null, most = 12): readonly Bin<T>[] {
  const given = members.flatMap((member) => {
    const value = figureOf(member)
    return value === null ? [] : [{ member, value: new Decimal(value) }]
  })
  if (given.length === 0) return []
  const least = Decimal.min(...given.map(({ value }) => value))
  const highest = Decimal.max(...given.map(({ value }) => value))
  let width = roundWidth(highest.minus(least), most - 1)
  let start = least.div(width).floor().times(width)
  // A start below the least figure may need one class more than there is room for.
  while (highest.minus(start).div(width).floor().gte(most)) {
    width = roundWidth(width.times(most), most - 1)
    start = least.div(width).floor().times(width)
  }
  const count = highest.minus(start).div(width).floor().toNumber() + 1
  return Array.from({ length: count }, (_, index) => {
    const from = start.plus(width.times(index))
    const to = from.plus(width)
    return {
      from: from.toFixed(),
      to: to.toFixed(),
      members: given.filter(({ value }) => value.gte(from) && value.lt(to)).map(({ member }) => member),
    }
  })
}
