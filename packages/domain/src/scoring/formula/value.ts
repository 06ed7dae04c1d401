import type { Decimal } from '@anjie/kernel'

/** What a formula yields. Only the first two are values; the others say in Chinese why there is none. */
export type FormulaValue =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | NoValue

export type NoValue = {
  /**
   * missing: a figure that is still owed. not-applicable: nothing to divide by, or an item that does not concern this
   * subject. invalid: figures that do not fit together, or a result outside all bounds.
   */
  readonly kind: 'missing' | 'not-applicable' | 'invalid'
  readonly reason: string
}
