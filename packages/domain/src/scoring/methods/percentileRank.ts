import { Decimal, plainText } from '@anjie/kernel'
import { figure } from '../figureText.ts'
import { points, type ScoringRule, unusable } from '../method.ts'
import { bindScale, constantClause, constantOutcome, scaleFindings, scaleReach, scaleText } from '../scales.ts'

export const percentileRank: ScoringRule<'percentile_rank'> = {
  title: '百分位',
  itemsOf: ({ item }) => [item],
  isPeerRelative: () => true,
  bind({ item, better, peers, scale, whenConstant }, { figures, group, full }) {
    const { name } = figures.item(item)
    const column = figures.column(item, group, peers)
    const place = bindScale(scale, { full })
    return (subject) => {
      const cell = subject.cell(item)
      if (cell.status !== 'reported') return unusable(cell, name)
      if (column.count < 2 || column.isConstant) return constantOutcome(whenConstant, place)
      const { ahead, same } = column.standing(cell.value, better)
      const behind = column.count - ahead - same
      return points(place.put(new Decimal(behind).div(column.count - 1)), () => ({
        figures: [
          figure(name, cell.value),
          figure('差于本单位的', String(behind)),
          figure('有数据的单位', String(column.count)),
        ],
        next: ahead === 0 ? null : '每多超过1个单位，百分位相应提高',
      }))
    }
  },
  clause: ({ item, better, peers, scale, whenConstant }, words) =>
    `${words.item(item)}（越${better === 'higher' ? '高' : '低'}越好）按百分位计分：得分率＝${words.peers(peers)}中差于本单位的个数÷（有数据的单位数－1），计分区间${scaleText(scale, words.points === null ? '100' : plainText(words.points))}；${constantClause(whenConstant)}。`,
  reach: ({ scale }, rule) => scaleReach(scale, rule),
  check: ({ scale }) => scaleFindings(scale),
}
