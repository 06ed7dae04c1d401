import { Decimal, plainText } from '@anjie/kernel'
import { figure, reachableText } from '../figureText.ts'
import { points, type ScoringRule, unusable } from '../method.ts'
import { bindScale, constantClause, constantOutcome, scaleFindings, scaleReach, scaleText } from '../scales.ts'

export const distanceToMax: ScoringRule<'distance_to_max'> = {
  title: '最优距离',
  itemsOf: ({ item }) => [item],
  isPeerRelative: () => true,
  bind({ item, better, peers, scale, whenConstant }, { figures, group, node, full }) {
    const definition = figures.item(item)
    const { name, unit } = definition
    const column = figures.column(item, { group, node }, peers)
    const best = column.best(better)
    const worst = column.worst(better)
    const place = bindScale(scale, { full })
    return (subject) => {
      const cell = subject.cell(item)
      if (cell.status !== 'reported') return unusable(cell, name)
      if (best === undefined || worst === undefined || best.eq(worst)) return constantOutcome(whenConstant, place)
      const distance = best.minus(cell.value).div(best.minus(worst))
      return points(place.put(new Decimal(1).minus(distance)), () => ({
        figures: [figure(name, cell.value), figure('最优值', best), figure('与最优值的距离', distance)],
        next: distance.isZero() ? null : `${name}达到${reachableText(best, better, definition)}${unit}，可得最高分`,
      }))
    }
  },
  clause: ({ item, better, peers, scale, whenConstant }, words) =>
    `${words.item(item)}（越${better === 'higher' ? '高' : '低'}越好）按与${words.peers(peers)}最优值的距离计分：得分率＝1－（最优值－本单位值）÷（最优值－最差值），计分区间${scaleText(scale, words.points === null ? '100' : plainText(words.points))}；${constantClause(whenConstant)}。`,
  reach: ({ scale }, rule) => scaleReach(scale, rule),
  check: ({ scale }) => scaleFindings(scale),
}
