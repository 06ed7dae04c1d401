import { Decimal, plainText } from '@anjie/kernel'
import { bindRates, countEvents, countFigures, isOutcome, rateItems, ratesClause } from '../deductions.ts'
import { figure, figureText } from '../figureText.ts'
import { points, type ScoringRule } from '../method.ts'

export const perEventBonus: ScoringRule<'per_event_bonus'> = {
  title: '按次加分',
  itemsOf: ({ events }) => rateItems(events),
  countsOf: ({ events }) => rateItems(events),
  isPeerRelative: () => false,
  bind({ events, cap }, { figures }) {
    const rates = bindRates(events)
    const most = cap === undefined ? null : new Decimal(cap)
    const name = (item: string) => figures.item(item).name
    return (subject) => {
      const counted = countEvents(rates, subject, name)
      if (isOutcome(counted)) return counted
      const bonus = most === null ? counted.total : Decimal.min(counted.total, most)
      return points(bonus, () => ({
        figures: [
          ...countFigures(counted, name, '加'),
          ...(bonus.eq(counted.total) ? [] : [figure('加分上限', bonus)]),
        ],
        next:
          most !== null && bonus.lt(most)
            ? `加分上限为${plainText(most)}分，还可加${figureText(most.minus(bonus))}分`
            : null,
      }))
    }
  },
  clause: ({ events, cap }, words) =>
    `${ratesClause(events, words, '加')}${cap === undefined ? '' : `；本项最多加${cap}分`}。`,
  reach: ({ cap }) => ({ least: new Decimal(0), most: cap === undefined ? null : new Decimal(cap) }),
  check: ({ cap }) =>
    cap === undefined
      ? [{ severity: 'hint', check: 'bonus-uncapped', message: '加分没有上限，建议写明最多加几分' }]
      : [],
}
