import { Decimal } from '@anjie/kernel'
import { figure } from '../figureText.ts'
import { noFindings, noScore, points, type ScoringRule, unusable } from '../method.ts'
import { constantText } from '../scales.ts'

const SHIFT = { full: 1, half: 0, zero: -1 } as const

export const zScore: ScoringRule<'z_score'> = {
  title: '标准分',
  itemsOf: ({ item }) => [item],
  isPeerRelative: () => true,
  bind({ item, better, peers, mean, deviation, whenConstant }, { figures, group, node }) {
    const { name } = figures.item(item)
    const column = figures.column(item, { group, node }, peers)
    const centre = new Decimal(mean)
    const width = new Decimal(deviation)
    return (subject) => {
      const cell = subject.cell(item)
      if (cell.status !== 'reported') return unusable(cell, name)
      const average = column.mean
      const spread = column.sampleDeviation
      if (average === undefined || spread === undefined || column.isConstant) {
        if (whenConstant === 'no-score') return noScore('各单位数值相同，按方案不计分')
        return points(centre.plus(width.times(SHIFT[whenConstant])), () => ({
          figures: [figure('各单位数值相同', constantText(whenConstant))],
          next: null,
        }))
      }
      const distance = cell.value.minus(average).div(spread)
      const score = centre.plus((better === 'higher' ? distance : distance.neg()).times(width))
      return points(score, () => ({
        figures: [
          figure(name, cell.value),
          figure('平均值', average),
          figure('样本标准差', spread),
          figure('标准化值', distance),
        ],
        next: null,
      }))
    }
  },
  clause: ({ item, better, peers, mean, deviation, whenConstant }, words) =>
    `${words.item(item)}按${words.peers(peers)}标准分计分：得分＝${mean}${better === 'higher' ? '＋' : '－'}${deviation}×（本单位值－平均值）÷样本标准差；各单位数值相同时${whenConstant === 'no-score' ? '不计分' : `均得${new Decimal(mean).plus(new Decimal(deviation).times(SHIFT[whenConstant]))}分`}。`,
  reach: () => ({ least: null, most: null }),
  check: ({ deviation }) =>
    new Decimal(deviation).isZero()
      ? [{ severity: 'error', check: 'deviation-zero', message: '标准分的标准差不能为0，否则各单位得分相同' }]
      : noFindings(),
}
