import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import Fraction from 'fraction.js'
import { dataItem } from '../scoring/oneRule.ts'

/** A drawn item: its code, and the exact figure of each subject. */
export interface DrawnItem {
  readonly code: string
  readonly figures: readonly Fraction[]
}

export const fraction = (text: string): Fraction => new Fraction(text)
export const ZERO = fraction('0')
export const ONE = fraction('1')
export const least = (a: Fraction, b: Fraction): Fraction => (a.lt(b) ? a : b)
export const most = (a: Fraction, b: Fraction): Fraction => (a.gt(b) ? a : b)
export const sumOf = (values: readonly Fraction[]): Fraction => values.reduce((sum, value) => sum.add(value), ZERO)

/** Small figures, so that equal ones, exact borders and thirds are frequent; a few long ones. */
const FIGURES = ['0', '1', '2', '3', '4', '5', '6', '7', '9', '10', '12', '2.5', '0.5', '50.5', '33.3', '66.67', '90']
const LONG = [
  '0.333333333333333333333333333333',
  '3.000000000000000000000000000001',
  '6.999999999999999999999999999999',
]

/** Draws the parts of one table from one row of numbers. */
export class Draw {
  readonly subjects: readonly string[]
  readonly items: DataItem[] = []
  readonly values: ItemValue[] = []
  readonly #next: () => number

  constructor(next: () => number) {
    this.#next = next
    this.subjects = Array.from({ length: 2 + this.int(4) }, (_, at) => `S${at}`)
  }

  /** A whole number below `count`. */
  int(count: number): number {
    return Math.floor(this.#next() * count)
  }
  pick<V>(values: readonly [V, ...V[]]): V {
    return values[this.int(values.length)] ?? values[0]
  }
  chance(share: number): boolean {
    return this.#next() < share
  }
  figure(): string {
    const list = this.chance(0.03) ? LONG : FIGURES
    return list[this.int(list.length)] ?? '1'
  }
  /** Not zero. */
  positive(): string {
    return this.pick(['1', '2', '3', '6', '7', '9', '12', '0.3', '1.1', '2.5', '11', '100'])
  }

  /** An item whose figures are entered, or derived by a division that mostly does not end. */
  item(kind: 'any' | 'count' = 'any'): DrawnItem {
    return kind === 'any' && this.chance(0.4) ? this.#quotient() : this.#entered(kind)
  }

  /** The same with figures of earlier years too; latest first. */
  itemOfYears(years: number): { readonly code: string; readonly figures: readonly (readonly Fraction[])[] } {
    const code = this.#code()
    this.items.push(dataItem(code))
    const figures = this.subjects.map((subject) =>
      Array.from({ length: years + 1 }, (_, back) => {
        const value = this.figure()
        this.values.push({ subject, item: code, period: String(2026 - back), status: 'reported', value })
        return fraction(value)
      }),
    )
    return { code, figures }
  }

  #code(): string {
    return `X${this.items.length}`
  }

  #entered(kind: 'any' | 'count'): DrawnItem {
    const code = this.#code()
    this.items.push(dataItem(code))
    const texts = this.subjects.map(() => (kind === 'count' ? String(this.int(6)) : this.figure()))
    for (const [at, subject] of this.subjects.entries())
      this.values.push({ subject, item: code, period: '2026', status: 'reported', value: texts[at] ?? '0' })
    return { code, figures: texts.map(fraction) }
  }

  #quotient(): DrawnItem {
    const above = this.#entered('any')
    const below = this.#code()
    this.items.push(dataItem(below))
    const texts = this.subjects.map(() => this.positive())
    for (const [at, subject] of this.subjects.entries())
      this.values.push({ subject, item: below, period: '2026', status: 'reported', value: texts[at] ?? '1' })
    const code = this.#code()
    const factor = this.pick(['1', '3', '100'])
    this.items.push(dataItem(code, { formula: `[${above.code}] ÷ [${below}] × ${factor}` }))
    return {
      code,
      figures: above.figures.map((figure, at) => figure.div(fraction(texts[at] ?? '1')).mul(fraction(factor))),
    }
  }
}
