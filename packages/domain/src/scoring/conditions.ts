import type { Condition } from '@anjie/contracts/vocabulary/scoring/ruleParts'
import { Decimal } from '@anjie/kernel'
import type { ClauseWords } from './clauseWords.ts'

export interface BoundCondition {
  readonly condition: Condition
  readonly value: Decimal
}

export const bindCondition = (condition: Condition): BoundCondition => ({
  condition,
  value: new Decimal(condition.value),
})

export function holds({ condition, value }: BoundCondition, figure: Decimal): boolean {
  switch (condition.is) {
    case '>=':
      return figure.gte(value)
    case '>':
      return figure.gt(value)
    case '<=':
      return figure.lte(value)
    case '<':
      return figure.lt(value)
    case '=':
      return figure.eq(value)
  }
}

const SIGNS = { '>=': '不低于', '>': '高于', '<=': '不高于', '<': '低于', '=': '为' } as const

/** A yes/no item reads as its name alone; a threshold names its figure. */
export function conditionText(condition: Condition, words: ClauseWords): string {
  if (condition.name !== undefined) return condition.name
  if (condition.is === '>=' && condition.value === '1' && words.unit(condition.item) === '')
    return words.item(condition.item)
  return `${words.item(condition.item)}${SIGNS[condition.is]}${words.amount(condition.item, condition.value)}`
}
