import { Decimal } from '@anjie/kernel'
import { deductionReach, limited, limitFigures, limitTail } from '../deductions.ts'
import { figure } from '../figureText.ts'
import { negativeCount, noFindings, points, type ScoringRule, unusable } from '../method.ts'

const ZERO = new Decimal(0)

export const passThrough: ScoringRule<'pass_through'> = {
  title: '按比例计扣',
  itemsOf: ({ item, repeated }) => (repeated === undefined ? [item] : [item, repeated.item]),
  countsOf: ({ item, repeated }) => (repeated === undefined ? [item] : [item, repeated.item]),
  isPeerRelative: () => false,
  bind({ item, coefficient, repeated, limit }, { figures, points: base }) {
    const start = base ?? ZERO
    const share = new Decimal(coefficient)
    const { name } = figures.item(item)
    return (subject) => {
      const cell = subject.cell(item)
      if (cell.status !== 'reported') return unusable(cell, name)
      const negative = negativeCount(cell.value, name)
      if (negative !== null) return negative
      let counted = cell.value
      let repeats = ZERO
      if (repeated !== undefined) {
        const again = subject.cell(repeated.item)
        if (again.status !== 'reported') return unusable(again, figures.item(repeated.item).name)
        const none = negativeCount(again.value, figures.item(repeated.item).name)
        if (none !== null) return none
        repeats = again.value
        counted = counted.plus(repeats.times(new Decimal(repeated.factor).minus(1)))
      }
      const deduction = counted.times(share)
      const taken = limited(deduction, limit, start)
      return points(start.minus(taken), () => ({
        figures: [
          figure(name, cell.value),
          ...(repeats.isZero() || repeated === undefined
            ? []
            : [figure(`其中${repeated.when}（按${repeated.factor}倍）`, repeats)]),
          figure('计扣比例', share),
          figure('扣分', deduction),
          ...limitFigures(deduction, taken),
        ],
        next: null,
      }))
    }
  },
  clause: ({ item, coefficient, repeated, limit }, words) =>
    `按${words.item(item)}${new Decimal(coefficient).eq(1) ? '' : `的${new Decimal(coefficient).times(100)}%`}计扣${repeated === undefined ? '' : `，${repeated.when}的部分按${repeated.factor}倍计`}${limitTail(limit, words)}。`,
  reach: ({ limit }, { points: base }) => deductionReach(limit, base ?? ZERO),
  check: noFindings,
}
