import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import { Decimal } from '@anjie/kernel'
import type { Cell, FiguresOfSubject } from './cell.ts'
import {
  evaluateFormula,
  type Formula,
  type PeriodShift,
  parseFormula,
  referenceKey,
  referencesOf,
} from './formula/index.ts'
import { formulaNames } from './formulaNames.ts'
import { lookUpFigures, shiftedPeriods } from './lookUpFigures.ts'

/** A derived item that another one's formula reads, and of which period. */
interface Dependency {
  readonly item: string
  readonly shift: PeriodShift
}

/** Data items that are calculated and not filled. A formula is read once; figures are worked out where they are asked for. */
export class DerivedItems {
  readonly #formulas = new Map<string, Formula>()
  readonly #dependencies = new Map<string, readonly Dependency[]>()
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
    for (const [code, formula] of this.#formulas) {
      const dependencies = referencesOf(formula).flatMap(({ name, periodShift }): Dependency[] => {
        const target = this.#byName.get(referenceKey(name))
        return target !== undefined && this.#formulas.has(target) ? [{ item: target, shift: periodShift }] : []
      })
      if (dependencies.length > 0) this.#dependencies.set(code, dependencies)
    }
  }

  evaluate(figures: FiguresOfSubject, item: DataItem, period: string): Cell {
    const formula = this.#formulas.get(item.code)
    if (formula === undefined) return { status: 'invalid', period, note: `派生数据项“${item.name}”的公式有误` }
    const key = `${figures.subject.code}\n${item.code}\n${period}`
    if (this.#open.has(key)) return { status: 'invalid', period, note: `派生数据项“${item.name}”循环引用自身` }
    if (this.#open.size === 0) this.#workOutDependencies(figures, item.code, period)
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

  /**
   * Fills the figures that a derived item rests on, deepest first: post-order with a list of its own instead of recursion,
   * because a chain of long formulas overflows the stack. The figures remember what is worked out.
   */
  #workOutDependencies(figures: FiguresOfSubject, item: string, period: string): void {
    if (!this.#dependencies.has(item)) return
    const seen = new Set<string>()
    const waiting: { item: string; period: string; ready: boolean }[] = [{ item, period, ready: false }]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next.ready) {
        if (next.item !== item || next.period !== period) this.#workOut(figures, next.item, next.period)
        continue
      }
      const key = `${next.item}\n${next.period}`
      if (seen.has(key)) continue
      seen.add(key)
      waiting.push({ ...next, ready: true })
      for (const dependency of this.#dependencies.get(next.item) ?? [])
        for (const at of shiftedPeriods(next.period, dependency.shift))
          waiting.push({ item: dependency.item, period: at, ready: false })
    }
  }

  /** Asks with one item held open, so that the figure is worked out from what is there already. */
  #workOut(figures: FiguresOfSubject, item: string, period: string): void {
    const holder = '\n'
    this.#open.add(holder)
    try {
      figures.at(item, period)
    } finally {
      this.#open.delete(holder)
    }
  }
}
