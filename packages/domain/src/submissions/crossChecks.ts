import type { DataItem, ItemCheck } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { Decimal, plainText, roundDecimal, unreachable } from '@anjie/kernel'
import type { Cell } from '../scoring/cell.ts'
import { Figures } from '../scoring/figures.ts'
import { absurdFigure } from './absurdFigure.ts'
import { cellKey } from './cellKey.ts'
import { cellName } from './cellName.ts'
import type { Form } from './form.ts'
import { looksLikeFraction } from './looksLikeFraction.ts'
import { valueFault } from './valueFault.ts'

/** One remark beside the form. `rule`: whether it is about a relation between figures or about one cell by itself. */
export interface CheckFinding {
  readonly severity: 'error' | 'warning' | 'hint'
  readonly item: string | null
  readonly message: string
  readonly rule: 'relation' | 'cell'
}

/** A rate worked out from two figures: `调解成功率`, `96.50%`, `4803 ÷ 4977`. */
export interface DerivedRate {
  readonly name: string
  readonly value: string
  readonly from: string
}

export interface CrossCheckOutcome {
  readonly checks: readonly CheckFinding[]
  readonly derived: readonly DerivedRate[]
}

/**
 * 勾稽核对: the relations that the scheme declares between items, and what looks wrong about single cells. Figures of
 * shorter periods are put together exactly as the scoring puts them together. A relation with an open figure says nothing.
 */
export function crossChecks(form: Form, values: readonly FormValue[]): CrossCheckOutcome {
  const filled = new Set(form.cells.map((cell) => cell.item.code))
  const figures = new FormFigures(form, values)
  const checks: CheckFinding[] = []
  const derived: DerivedRate[] = []
  for (const check of form.checks) {
    switch (check.kind) {
      case 'parts-sum':
        checks.push(...checkPartsSum(check, figures))
        break
      case 'at-most':
        checks.push(...checkAtMost(check, figures))
        break
      case 'rate':
        derived.push(deriveRate(check, figures))
        break
      default:
        unreachable(check)
    }
  }
  const byCell = new Map(values.map((value) => [cellKey(value), value]))
  for (const cell of form.cells) {
    const value = byCell.get(cellKey({ item: cell.item.code, period: cell.period }))
    if (value !== undefined && filled.has(value.item))
      checks.push(...checkCell(cell.item, value, cellName(cell.item, cell.period, form.period)))
  }
  return { checks, derived }
}

class FormFigures {
  readonly #cells: (item: string) => Cell
  readonly #names: ReadonlyMap<string, string>

  constructor(form: Form, values: readonly FormValue[]) {
    const subject = { code: 'form', name: '', group: '' }
    const figures = new Figures(
      form.items,
      [subject],
      values.map((value) => ({ ...value, subject: subject.code })),
      form.period,
      new Map(),
    ).subject(subject.code)
    if (figures === undefined) throw new Error('the only subject of a form has no figures')
    this.#cells = (item) => figures.cell(item)
    this.#names = new Map(form.items.map((item) => [item.code, item.name]))
  }

  cell(item: string): Cell {
    return this.#cells(item)
  }

  /** The reported figure, or `null`. A zero is a figure. */
  figure(item: string): Decimal | null {
    const cell = this.#cells(item)
    return cell.status === 'reported' ? cell.value : null
  }

  name(item: string): string {
    return this.#names.get(item) ?? item
  }
}

function checkPartsSum(check: Extract<ItemCheck, { kind: 'parts-sum' }>, figures: FormFigures): CheckFinding[] {
  const whole = figures.figure(check.whole)
  const parts = check.parts.map((item) => ({ item, figure: figures.figure(item) }))
  const sum = parts.reduce<Decimal | null>(
    (total, part) => (total === null || part.figure === null ? null : total.plus(part.figure)),
    new Decimal(0),
  )
  if (whole === null || sum === null || sum.eq(whole)) return []
  const terms = parts.map((part) => `${figures.name(part.item)}${textOf(part.figure)}`).join('＋')
  return [
    {
      severity: check.severity,
      item: check.whole,
      message: `${figures.name(check.whole)}填报${plainText(whole)}，而${terms}＝${plainText(sum)}，相差${plainText(whole.minus(sum).abs())}，请核对`,
      rule: 'relation',
    },
  ]
}

function checkAtMost(check: Extract<ItemCheck, { kind: 'at-most' }>, figures: FormFigures): CheckFinding[] {
  const figure = figures.figure(check.item)
  const limit = figures.figure(check.limitItem)
  if (figure === null || limit === null || figure.lte(limit)) return []
  return [
    {
      severity: check.severity,
      item: check.item,
      message: `${figures.name(check.item)}${plainText(figure)}大于${figures.name(check.limitItem)}${plainText(limit)}，请核对`,
      rule: 'relation',
    },
  ]
}

function deriveRate(check: Extract<ItemCheck, { kind: 'rate' }>, figures: FormFigures): DerivedRate {
  const numerator = figures.figure(check.numerator)
  const denominator = figures.figure(check.denominator)
  const from = `${textOf(numerator)} ÷ ${textOf(denominator)}`
  if (numerator === null || denominator === null) {
    const open = [figures.cell(check.numerator), figures.cell(check.denominator)]
    const value = open.some((cell) => cell.status === 'missing' || cell.status === 'invalid') ? '未报' : '不适用'
    return { name: check.name, value, from }
  }
  // Nothing to divide by is neither nought nor infinity.
  if (denominator.isZero()) return { name: check.name, value: '不适用', from }
  const rate = roundDecimal(numerator.times(100).div(denominator), check.digits, 'half-up')
  return { name: check.name, value: `${rate.toFixed(check.digits)}%`, from }
}

function checkCell(item: DataItem, value: FormValue, name: string): CheckFinding[] {
  const fault = valueFault(item, value)
  if (fault !== null) return [{ severity: 'error', item: item.code, message: fault, rule: 'cell' }]
  const absurd = value.status === 'reported' ? absurdFigure(item, value.value) : null
  if (absurd !== null) return [{ severity: 'warning', item: item.code, message: `${name}${absurd}`, rule: 'cell' }]
  if (value.status === 'reported' && looksLikeFraction(item.unit, value.value))
    return [
      {
        severity: 'hint',
        item: item.code,
        message: `${name}的单位是%，填写的是${value.value}；如果想填的是${plainText(new Decimal(value.value).times(100))}%，请改正`,
        rule: 'cell',
      },
    ]
  return []
}

function textOf(figure: Decimal | null): string {
  return figure === null ? '未报' : plainText(figure)
}
