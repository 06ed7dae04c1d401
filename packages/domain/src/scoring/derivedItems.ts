import type { DataItem } from '@anjie/contracts/vocabulary/scheme'
import { Decimal } from '@anjie/kernel'
import type { Cell, SubjectFigures } from './figures.ts'
import { evaluateFormula, type Formula, parseFormula } from './formula/index.ts'
import { formulaNames } from './formulaNames.ts'
import { lookUpFigures } from './lookUpFigures.ts'

/** Data items that are calculated and not filled. A formula is read once; figures are worked out where they are asked for. */
export class DerivedItems {
  readonly #formulas = new Map<string, Formula>()
  readonly #byName: ReadonlyMap<string, string>
  /** Items that are being worked out right now, to meet a circle with an answer instead of an endless loop. */
  readonly #open = new Set<string>()

  constructor(items: readonly DataItem[]) {
    this.#byName = formulaNames(items)
    for (const item of items) {
      if (item.formula === undefined) continue
      const formula = parseFormula(item.formula)
      if (formula.ok) this.#formulas.set(item.code, formula.value)
    }
  }

  evaluate(figures: SubjectFigures, item: DataItem, period: string): Cell {
    const formula = this.#formulas.get(item.code)
    if (formula === undefined) return { status: 'invalid', period, note: `派生数据项“${item.name}”的公式有误` }
    const key = `${figures.subject.code}\n${item.code}\n${period}`
    if (this.#open.has(key)) return { status: 'invalid', period, note: `派生数据项“${item.name}”循环引用自身` }
    this.#open.add(key)
    try {
      const value = evaluateFormula(formula, lookUpFigures(figures, this.#byName, period))
      if (value.kind === 'number') return { status: 'reported', value: value.value, period, assumed: false }
      if (value.kind === 'boolean')
        return { status: 'reported', value: new Decimal(value.value ? 1 : 0), period, assumed: false }
      return { status: value.kind, period, note: value.reason }
    } finally {
      this.#open.delete(key)
    }
  }
}
