import { Decimal, plainText } from '@anjie/kernel'
import { figure } from '../figureText.ts'
import { points, type ScoringRule, unusable } from '../method.ts'
import { bindScale, constantClause, constantOutcome, scaleFindings, scaleReach, scaleText } from '../scales.ts'

/** What peers with the same figure count for. */
const TIES = { 'not-passed': '不算差于本单位', half: '按一半算差于本单位', passed: '算作差于本单位' } as const

export const percentileRank: ScoringRule<'percentile_rank'> = {
  title: '百分位',
  itemsOf: ({ item }) => [item],
  isPeerRelative: () => true,
  bind({ item, better, peers, equal: ties = 'not-passed', scale, whenConstant }, { figures, group, node, full }) {
    const { name } = figures.item(item)
    const column = figures.column(item, { group, node }, peers)
    const place = bindScale(scale, { full })
    return (subject) => {
      const cell = subject.cell(item)
      if (cell.status !== 'reported') return unusable(cell, name)
      const isPeer = figures.isPeer(subject, node)
      const others = column.count - (isPeer ? 1 : 0)
      if (others < 1 || column.isConstant) return constantOutcome(whenConstant, place)
      const { ahead, same } = column.standing(cell.value, better)
      const behind = column.count - ahead - same
      const equal = isPeer ? same - 1 : same
      const passed = ties === 'passed' ? behind + equal : ties === 'half' ? behind + equal / 2 : behind
      return points(place.put(new Decimal(passed).div(others)), () => ({
        figures: [
          figure(name, cell.value),
          figure('差于本单位的', String(behind)),
          ...(equal > 0 ? [figure(`与本单位相同的（${TIES[ties]}）`, String(equal))] : []),
          figure('有数据的单位', String(column.count)),
        ],
        next: ahead === 0 ? null : '每多超过1个单位，百分位相应提高',
      }))
    }
  },
  clause: ({ item, better, peers, equal: ties = 'not-passed', scale, whenConstant }, words) =>
    `${words.item(item)}（越${better === 'higher' ? '高' : '低'}越好）按百分位计分：得分率＝${words.peers(peers)}中差于本单位的个数÷（有数据的单位数－1），数值相同的${TIES[ties]}，计分区间${scaleText(scale, words.points === null ? '100' : plainText(words.points))}；${constantClause(whenConstant)}。`,
  reach: ({ scale }, rule) => scaleReach(scale, rule),
  check: ({ scale }) => scaleFindings(scale),
}
