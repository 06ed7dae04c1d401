import type { Better } from '@anjie/contracts/vocabulary/scoring/ruleParts'
import { asCompared, comparable, Decimal } from '@anjie/kernel'
import { compare } from '../ranking/compare.ts'

/** The reported figures of one data item over the peers, with what relative rules need of them; each worked out once. */
export class PeerColumn {
  /** In the order of the subjects' codes. */
  readonly values: readonly Decimal[]
  #ascending: readonly Decimal[] | null = null
  #compared: readonly Decimal[] | null = null
  #mean: Decimal | null = null
  #deviation: Decimal | null = null
  #median: Decimal | null = null

  constructor(values: readonly Decimal[]) {
    this.values = values
  }

  get count(): number {
    return this.values.length
  }

  get ascending(): readonly Decimal[] {
    this.#ascending ??= this.values.toSorted(compare)
    return this.#ascending
  }

  /** The same as they are compared, where one was made with a root. */
  get #comparedOrder(): readonly Decimal[] {
    this.#compared ??= comparable(this.ascending)
    return this.#compared
  }

  /** `undefined` when no peer reported. */
  get lowest(): Decimal | undefined {
    return this.ascending[0]
  }

  get highest(): Decimal | undefined {
    return this.ascending.at(-1)
  }

  best(better: Better): Decimal | undefined {
    return better === 'higher' ? this.highest : this.lowest
  }

  worst(better: Better): Decimal | undefined {
    return better === 'higher' ? this.lowest : this.highest
  }

  get isConstant(): boolean {
    return this.lowest === undefined || this.highest === undefined || this.lowest.eq(this.highest)
  }

  get mean(): Decimal | undefined {
    if (this.count === 0) return undefined
    this.#mean ??= this.values.reduce((sum, value) => sum.plus(value), new Decimal(0)).div(this.count)
    return this.#mean
  }

  get median(): Decimal | undefined {
    const upper = this.ascending[Math.floor(this.count / 2)]
    const lower = this.ascending[Math.ceil(this.count / 2) - 1]
    if (upper === undefined || lower === undefined) return undefined
    this.#median ??= upper.plus(lower).div(2)
    return this.#median
  }

  /** Sample standard deviation (n − 1); `undefined` for fewer than two figures. */
  get sampleDeviation(): Decimal | undefined {
    if (this.count < 2) return undefined
    this.#deviation ??= this.#variance().sqrt()
    return this.#deviation
  }

  /** (n × Σv² − (Σv)²) ÷ n(n − 1): nothing is divided before the end. */
  #variance(): Decimal {
    let sum = new Decimal(0)
    let squares = new Decimal(0)
    for (const value of this.values) {
      sum = sum.plus(value)
      squares = squares.plus(value.times(value))
    }
    return squares
      .times(this.count)
      .minus(sum.times(sum))
      .div(this.count * (this.count - 1))
  }

  /** How many peers are strictly better, and how many have exactly this figure. */
  standing(value: Decimal, better: Better): { readonly ahead: number; readonly same: number } {
    const own = this.#comparedOrder === this.ascending ? value : asCompared(value)
    const below = this.#firstFrom((at) => compare(at, own) >= 0)
    const above = this.#firstFrom((at) => compare(at, own) > 0)
    return { ahead: better === 'higher' ? this.count - above : below, same: above - below }
  }

  /** Binary search: where the ascending figures begin to pass. */
  #firstFrom(passes: (at: Decimal) => boolean): number {
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >> 1
      const at = this.#comparedOrder[middle]
      if (at !== undefined && !passes(at)) low = middle + 1
      else high = middle
    }
    return low
  }
}
