import type { DeductionLimit, EventRate } from '@anjie/contracts/vocabulary/scoring/ruleParts'
import type { Figure } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { Decimal } from '@anjie/kernel'
import { smaller } from '../ranking/compare.ts'
import type { ClauseWords } from './clauseWords.ts'
import type { SubjectFigures } from './figures.ts'
import { figure } from './figureText.ts'
import { negativeCount, type Outcome, type Reach, type RuleFinding, unusable } from './method.ts'

const ZERO = new Decimal(0)

/** The deduction that is left after the limit; `full` is what the item starts from. */
export function limited(deduction: Decimal, limit: DeductionLimit, full: Decimal): Decimal {
  switch (limit.kind) {
    case 'floor':
      return smaller(deduction, full)
    case 'cap':
      return smaller(deduction, new Decimal(limit.points))
    case 'none':
      return deduction
  }
}

export function limitClause(limit: DeductionLimit): string {
  switch (limit.kind) {
    case 'floor':
      return '扣完为止'
    case 'cap':
      return `本项最多扣${limit.points}分`
    case 'none':
      return '扣分不设上限'
  }
}

/** The limit at the end of a clause. A part of a composite item is limited there, so its own “no limit” is not said. */
export function limitTail(limit: DeductionLimit, words: ClauseWords): string {
  return limit.kind === 'none' && words.isPart ? '' : `；${limitClause(limit)}`
}

/** Points that a deducting rule can leave, starting from `full`. */
export function deductionReach(limit: DeductionLimit, full: Decimal): Reach {
  return {
    least: limit.kind === 'floor' ? ZERO : limit.kind === 'cap' ? full.minus(limit.points) : null,
    most: full,
  }
}

export const limitFigures = (before: Decimal, after: Decimal): readonly Figure[] =>
  before.eq(after) ? [] : [figure('限扣前应扣', before), figure('实际扣分', after)]

export interface BoundRate {
  readonly item: string
  readonly each: Decimal
  readonly repeated: { readonly item: string; readonly factor: Decimal; readonly when: string } | null
}

export const bindRates = (rates: readonly EventRate[]): readonly BoundRate[] =>
  rates.map((rate) => ({
    item: rate.item,
    each: new Decimal(rate.pointsEach),
    repeated:
      rate.repeated === undefined
        ? null
        : { item: rate.repeated.item, factor: new Decimal(rate.repeated.factor), when: rate.repeated.when },
  }))

export type Counted = { readonly total: Decimal; readonly parts: readonly CountedRate[] }
export interface CountedRate {
  readonly rate: BoundRate
  readonly count: Decimal
  readonly repeats: Decimal
  readonly amount: Decimal
}

/** Counts events and adds up their points, repeats multiplied; or the outcome to return when a count cannot be used. */
export function countEvents(
  rates: readonly BoundRate[],
  subject: SubjectFigures,
  name: (item: string) => string,
): Counted | Outcome {
  let total = ZERO
  const parts: CountedRate[] = []
  for (const rate of rates) {
    const cell = subject.cell(rate.item)
    if (cell.status !== 'reported') return unusable(cell, name(rate.item))
    const negative = negativeCount(cell.value, name(rate.item))
    if (negative !== null) return negative
    let amount = cell.value.times(rate.each)
    let repeats = ZERO
    if (rate.repeated !== null) {
      const repeated = subject.cell(rate.repeated.item)
      if (repeated.status !== 'reported') return unusable(repeated, name(rate.repeated.item))
      const none = negativeCount(repeated.value, name(rate.repeated.item))
      if (none !== null) return none
      if (repeated.value.gt(cell.value))
        return {
          kind: 'none',
          status: 'invalid',
          reason: `${name(rate.repeated.item)}（${repeated.value}）多于${name(rate.item)}（${cell.value}）`,
        }
      repeats = repeated.value
      amount = amount.plus(repeats.times(rate.each).times(rate.repeated.factor.minus(1)))
    }
    total = total.plus(amount)
    parts.push({ rate, count: cell.value, repeats, amount })
  }
  return { total, parts }
}

export const isOutcome = (value: Counted | Outcome): value is Outcome => 'kind' in value

export function countFigures(counted: Counted, name: (item: string) => string, verb: '扣' | '加'): Figure[] {
  const figures: Figure[] = []
  for (const part of counted.parts) {
    figures.push(figure(name(part.rate.item), part.count))
    if (part.rate.repeated !== null && part.repeats.gt(0))
      figures.push(figure(`其中${part.rate.repeated.when}（按${part.rate.repeated.factor}倍）`, part.repeats))
    if (!part.amount.isZero()) figures.push(figure(`${verb}分`, part.amount))
  }
  return figures
}

export function ratesClause(rates: readonly EventRate[], words: ClauseWords, verb: '扣' | '加'): string {
  return rates
    .map((rate) => {
      const repeated =
        rate.repeated === undefined ? '' : `，${rate.repeated.when}的按${rate.repeated.factor}倍${verb}分`
      return `${words.item(rate.item)}，${words.each(rate.item)}${verb}${rate.pointsEach}分${repeated}`
    })
    .join('；')
}

/** 加倍 that makes a deduction smaller is a slip of the pen. */
export const rateFindings = (rates: readonly EventRate[], words: ClauseWords): readonly RuleFinding[] =>
  rates.flatMap(({ item, repeated }): RuleFinding[] =>
    repeated !== undefined && new Decimal(repeated.factor).lt(1)
      ? [
          {
            severity: 'warning',
            check: 'multiplier-lightens',
            message: `${words.item(item)}“${repeated.when}”按${repeated.factor}倍扣分，倍数小于1反而少扣；加倍请填大于1的数`,
          },
        ]
      : [],
  )

export const rateItems = (rates: readonly EventRate[]): readonly string[] =>
  rates.flatMap((rate) => (rate.repeated === undefined ? [rate.item] : [rate.item, rate.repeated.item]))
