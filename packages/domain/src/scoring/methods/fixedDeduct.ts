import { Decimal, plainText } from '@anjie/kernel'
import { figure } from '../figureText.ts'
import { negativeCount, noFindings, points, type ScoringRule, unusable } from '../method.ts'

export const fixedDeduct: ScoringRule<'fixed_deduct'> = {
  title: '定额扣分',
  itemsOf: ({ item }) => [item],
  countsOf: ({ item }) => [item],
  isPeerRelative: () => false,
  bind({ item, points: deduction }, { figures, points: base }) {
    const amount = new Decimal(deduction)
    const start = base ?? new Decimal(0)
    const { name } = figures.item(item)
    return (subject) => {
      const cell = subject.cell(item)
      if (cell.status !== 'reported') return unusable(cell, name)
      const negative = negativeCount(cell.value, name)
      if (negative !== null) return negative
      const happened = cell.value.gt(0)
      return points(happened ? start.minus(amount) : start, () => ({
        figures: [figure(name, cell.value), figure('扣分', happened ? amount : '0')],
        next: happened ? `未发生${name}，可不扣${plainText(amount)}分` : null,
      }))
    }
  },
  clause: ({ item, points: deduction }, words) => `${words.item(item)}的，扣${deduction}分。`,
  reach: ({ points: deduction }, { points: base }) => {
    const start = base ?? new Decimal(0)
    return { least: start.minus(deduction), most: start }
  },
  check: noFindings,
}
