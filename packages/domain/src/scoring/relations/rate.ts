import type { ItemCheck } from '@anjie/contracts/vocabulary/schemes/scheme'
import { type Decimal, plainText, roundDecimal } from '@anjie/kernel'
import { figureOf } from './figureOf.ts'
import type { RelationFigures, RelationRule } from './relation.ts'

/** A rate worked out from two figures: `调解成功率`, `96.50%`, `4803 ÷ 4977`. */
export interface DerivedRate {
  readonly name: string
  readonly value: string
  readonly from: string
}

type Rate = Extract<ItemCheck, { kind: 'rate' }>

/** 比率. */
export const rate: RelationRule<Rate> = {
  items: ({ numerator, denominator }) => [numerator, denominator],
  decide: () => null,
}

export function deriveRate(check: Rate, figures: RelationFigures): DerivedRate {
  const numerator = figureOf(figures.cell(check.numerator))
  const denominator = figureOf(figures.cell(check.denominator))
  const from = `${textOf(numerator)} ÷ ${textOf(denominator)}`
  if (numerator === null || denominator === null) {
    const open = [figures.cell(check.numerator), figures.cell(check.denominator)]
    const value = open.some((cell) => cell.status === 'missing' || cell.status === 'invalid') ? '未报' : '不适用'
    return { name: check.name, value, from }
  }
  // Nothing to divide by is neither nought nor infinity.
  if (denominator.isZero()) return { name: check.name, value: '不适用', from }
  const worked = roundDecimal(numerator.times(100).div(denominator), check.digits, 'half-up')
  return { name: check.name, value: `${worked.toFixed(check.digits)}%`, from }
}

const textOf = (figure: Decimal | null): string => (figure === null ? '未报' : plainText(figure))
