import { Decimal, plainText } from '@anjie/kernel'
import { bindRates, countEvents, countFigures, isOutcome, rateItems, ratesClause } from '../deductions.ts'
import { figure } from '../figureText.ts'
import { points, type ScoringRule, unusable } from '../method.ts'

const ZERO = new Decimal(0)

export const weightedIndex: ScoringRule<'weighted_index'> = {
  title: '加权指数',
  itemsOf: ({ parts, deductions }) => [...parts.map((part) => part.item), ...rateItems(deductions)],
  countsOf: ({ deductions }) => rateItems(deductions),
  isPeerRelative: () => false,
  bind({ parts, fullMark, deductions }, { figures, full }) {
    const bound = parts.map((part) => ({ item: part.item, weight: new Decimal(part.weight) }))
    const sum = bound.reduce((total, part) => total.plus(part.weight), ZERO)
    const factor = full.div(fullMark)
    const rates = bindRates(deductions)
    const name = (item: string) => figures.item(item).name
    return (subject) => {
      let weighted = ZERO
      const rows: { name: string; value: Decimal; weight: Decimal }[] = []
      for (const { item, weight } of bound) {
        const cell = subject.cell(item)
        if (cell.status !== 'reported') return unusable(cell, name(item))
        weighted = weighted.plus(cell.value.times(weight))
        rows.push({ name: name(item), value: cell.value, weight })
      }
      const index = weighted.div(sum)
      const counted = countEvents(rates, subject, name)
      if (isOutcome(counted)) return counted
      const score = Decimal.max(ZERO, index.times(factor).minus(counted.total))
      return points(score, () => ({
        figures: [
          ...rows.map((row) => figure(`${row.name}（权重${plainText(row.weight)}）`, row.value)),
          figure('加权指数', index),
          ...countFigures(counted, name, '扣'),
        ],
        next: null,
      }))
    }
  },
  clause({ parts, fullMark, deductions }, words) {
    const weights = parts.map((part) => `${words.item(part.item)}权重${part.weight}`).join('、')
    return `${weights}，加权平均（满分${fullMark}）后折算为${words.full()}${deductions.length === 0 ? '' : `；另${ratesClause(deductions, words, '扣')}，扣至0分为止`}。`
  },
  reach: (_, { full }) => ({ least: ZERO, most: full }),
  check({ parts, fullMark }) {
    const sum = parts.reduce((total, part) => total.plus(part.weight), ZERO)
    if (sum.isZero()) return [{ severity: 'error', check: 'weights-zero', message: '加权指数的权重合计为0' }]
    if (new Decimal(fullMark).isZero())
      return [{ severity: 'error', check: 'full-mark-zero', message: '加权指数的满分不能为0' }]
    return sum.eq(1) || sum.eq(100)
      ? []
      : [{ severity: 'warning', check: 'weights-sum', message: `加权指数的权重合计为${plainText(sum)}，不是1或100` }]
  },
}
