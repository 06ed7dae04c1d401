import { Decimal, plainText } from '@anjie/kernel'
import { bindCondition, conditionText, holds } from '../conditions.ts'
import { figure } from '../figureText.ts'
import { negativeCount, points, type ScoringRule, unusable } from '../method.ts'

const ZERO = new Decimal(0)

export const perMissingItem: ScoringRule<'per_missing_item'> = {
  title: '缺项扣分',
  itemsOf: ({ required }) =>
    required.kind === 'count' ? [required.item] : required.conditions.map((condition) => condition.item),
  countsOf: ({ required }) => (required.kind === 'count' ? [required.item] : []),
  isPeerRelative: () => false,
  bind({ required }, { figures, points: base }) {
    const start = base ?? ZERO
    if (required.kind === 'count') {
      const expected = new Decimal(required.expected)
      const each = new Decimal(required.pointsEach)
      const { name } = figures.item(required.item)
      return (subject) => {
        const cell = subject.cell(required.item)
        if (cell.status !== 'reported') return unusable(cell, name)
        const negative = negativeCount(cell.value, name)
        if (negative !== null) return negative
        const missing = Decimal.max(expected.minus(cell.value), ZERO)
        const deduction = Decimal.min(missing.times(each), start)
        return points(start.minus(deduction), () => ({
          figures: [
            figure(name, cell.value),
            figure('应有', expected),
            figure('缺', missing),
            figure('扣分', deduction),
          ],
          next: missing.gt(0) ? `每补足1项，少扣${plainText(each)}分` : null,
        }))
      }
    }
    const conditions = required.conditions.map((condition) => ({
      ...bindCondition(condition),
      deduct: new Decimal(condition.deduct),
      name: condition.name ?? figures.item(condition.item).name,
    }))
    return (subject) => {
      let total = ZERO
      const missed: { name: string; deduct: Decimal }[] = []
      for (const condition of conditions) {
        const cell = subject.cell(condition.condition.item)
        if (cell.status !== 'reported') return unusable(cell, figures.item(condition.condition.item).name)
        if (holds(condition, cell.value)) continue
        total = total.plus(condition.deduct)
        missed.push(condition)
      }
      const deduction = Decimal.min(total, start)
      return points(start.minus(deduction), () => {
        const first = missed[0]
        return {
          figures: [
            ...missed.map(({ name, deduct }) => figure(`未达到：${name}`, `扣${plainText(deduct)}分`)),
            figure('扣分', deduction),
          ],
          next: first === undefined ? null : `做到“${first.name}”，少扣${plainText(first.deduct)}分`,
        }
      })
    }
  },
  clause: ({ required }, words) =>
    required.kind === 'count'
      ? `${words.item(required.item)}应有${words.amount(required.item, required.expected)}，每缺1${words.unit(required.item)}扣${required.pointsEach}分，扣完为止。`
      : `${required.conditions.map((condition) => `未做到“${conditionText(condition, words)}”的，扣${condition.deduct}分`).join('；')}；扣完为止。`,
  reach: ({ required }, { points: base }) => {
    const start = base ?? ZERO
    const worst =
      required.kind === 'count'
        ? new Decimal(required.expected).times(required.pointsEach)
        : required.conditions.reduce((sum, condition) => sum.plus(condition.deduct), ZERO)
    return { least: Decimal.max(ZERO, start.minus(worst)), most: start }
  },
  check: (_, { points: base }) =>
    base === null || base.isZero()
      ? [{ severity: 'error', check: 'floor-without-points', message: '本项无分值，缺项无分可扣；请写明分值' }]
      : [],
}
