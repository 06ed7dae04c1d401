import { Decimal } from '@anjie/kernel'
import {
  bindRates,
  countEvents,
  countFigures,
  deductionReach,
  isOutcome,
  limited,
  limitFigures,
  limitTail,
  rateFindings,
  rateItems,
  ratesClause,
} from '../deductions.ts'
import { figureText } from '../figureText.ts'
import { points, type ScoringRule } from '../method.ts'

export const perEventDeduct: ScoringRule<'per_event_deduct'> = {
  title: '按次扣分',
  itemsOf: ({ events }) => rateItems(events),
  countsOf: ({ events }) => rateItems(events),
  isPeerRelative: () => false,
  bind({ events, limit }, { figures, points: base }) {
    const rates = bindRates(events)
    const start = base ?? new Decimal(0)
    const name = (item: string) => figures.item(item).name
    return (subject) => {
      const counted = countEvents(rates, subject, name)
      if (isOutcome(counted)) return counted
      const deduction = limited(counted.total, limit, start)
      return points(start.minus(deduction), () => {
        const cheapest = counted.parts.find((part) => part.count.gt(0))
        return {
          figures: [...countFigures(counted, name, '扣'), ...limitFigures(counted.total, deduction)],
          next:
            cheapest === undefined
              ? null
              : `${name(cheapest.rate.item)}每减少1${figures.item(cheapest.rate.item).unit}，少扣${figureText(cheapest.rate.each)}分`,
        }
      })
    }
  },
  clause: ({ events, limit }, words) => `${ratesClause(events, words, '扣')}${limitTail(limit, words)}。`,
  reach: ({ limit }, { points: base }) => deductionReach(limit, base ?? new Decimal(0)),
  check({ events, limit }, { points: base, words }) {
    const lightens = rateFindings(events, words)
    if (limit.kind === 'floor' && (base === null || base.isZero()))
      return [
        ...lightens,
        {
          severity: 'error',
          check: 'floor-without-points',
          message: '本项无分值，却规定“扣完为止”，永远扣不到分；请写明分值，或改为限扣、不设上限',
        },
      ]
    if (limit.kind === 'cap' && base !== null && base.gt(0) && base.lt(limit.points))
      return [
        ...lightens,
        { severity: 'hint', check: 'negative-item', message: `限扣${limit.points}分大于分值${base}分，本项可能得负分` },
      ]
    return lightens
  },
}
