import type { Modifier } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { Figure } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { Decimal, plainText, roundDecimal } from '@anjie/kernel'
import type { ClauseWords } from './clauseWords.ts'
import { bindCoefficient, coefficientText } from './coefficients.ts'
import type { SubjectFigures } from './figures.ts'
import { figure } from './figureText.ts'
import { negativeCount } from './method.ts'

/** What a modifier makes of a node's points: the new points and what to say about it, or the reason why there are none. */
export type Modified =
  | { readonly kind: 'points'; readonly points: Decimal; readonly figure: Figure | null }
  | { readonly kind: 'none'; readonly status: 'missing' | 'not-applicable' | 'invalid'; readonly reason: string }

export type BoundModifier = (points: Decimal, subject: SubjectFigures) => Modified

const changed = (before: Decimal, after: Decimal, label: string): Modified => ({
  kind: 'points',
  points: after,
  figure: before.eq(after) ? null : figure(label, after),
})

/** Reads a modifier once for a node whose points are `full` (0 for a pure deduction). */
export function bindModifier(modifier: Modifier, full: Decimal, itemName: (item: string) => string): BoundModifier {
  switch (modifier.kind) {
    case 'floor': {
      const least = new Decimal(modifier.points)
      return (points) => changed(points, Decimal.max(least, points), '按下限计')
    }
    case 'cap': {
      const most = new Decimal(modifier.points)
      return (points) => changed(points, Decimal.min(most, points), '按上限计')
    }
    case 'deduction-cap': {
      const least = full.minus(modifier.points)
      return (points) => changed(points, Decimal.max(least, points), `限扣${modifier.points}分后`)
    }
    case 'repeat-multiplier': {
      const factor = new Decimal(modifier.factor)
      return (points, subject) => {
        const repeats = subject.cell(modifier.item)
        if (repeats.status !== 'reported')
          return { kind: 'none', status: repeats.status, reason: `${itemName(modifier.item)}没有可用数据` }
        const negative = negativeCount(repeats.value, itemName(modifier.item))
        if (negative?.kind === 'none') return { kind: 'none', status: 'invalid', reason: negative.reason }
        if (repeats.value.isZero() || points.gte(full)) return { kind: 'points', points, figure: null }
        return changed(
          points,
          full.minus(full.minus(points).times(factor)),
          `${modifier.when}，扣分按${modifier.factor}倍后`,
        )
      }
    }
    case 'difficulty': {
      const coefficientOf = bindCoefficient(modifier.coefficient)
      const most = modifier.cap === undefined ? null : new Decimal(modifier.cap)
      return (points, subject) => {
        const coefficient = coefficientOf(subject)
        if (coefficient.status !== 'reported')
          return { kind: 'none', status: coefficient.status, reason: '难度系数没有可用数据' }
        const product = points.times(coefficient.value)
        return changed(
          points,
          most === null ? product : Decimal.min(most, product),
          `乘难度系数${plainText(coefficient.value)}后`,
        )
      }
    }
    case 'round':
      return (points) =>
        changed(points, roundDecimal(points, modifier.digits, modifier.mode), `保留${modifier.digits}位小数`)
  }
}

export function modifierClause(modifier: Modifier, words: ClauseWords): string {
  switch (modifier.kind) {
    case 'floor':
      return `本项最低${modifier.points}分。`
    case 'cap':
      return `本项最高${modifier.points}分。`
    case 'deduction-cap':
      return `本项最多扣${modifier.points}分。`
    case 'repeat-multiplier':
      return `${modifier.when}的，扣分按${modifier.factor}倍计。`
    case 'difficulty':
      return `得分乘以${coefficientText(modifier.coefficient, words)}${modifier.cap === undefined ? '' : `，最高${modifier.cap}分`}。`
    case 'round':
      return `得分${modifier.mode === 'half-up' ? '四舍五入' : '按四舍六入五成双'}保留${modifier.digits}位小数。`
  }
}

export const modifierItems = (modifier: Modifier): readonly string[] => {
  if (modifier.kind === 'repeat-multiplier') return [modifier.item]
  if (modifier.kind === 'difficulty' && modifier.coefficient.kind === 'item') return [modifier.coefficient.item]
  return []
}
