import { Decimal, plainText } from '@anjie/kernel'
import { isZero } from '../../ranking/compare.ts'
import { figure, reachableText } from '../figureText.ts'
import { points, type ScoringRule, unusable } from '../method.ts'
import { bindScale, constantClause, constantOutcome, scaleFindings, scaleReach, scaleText } from '../scales.ts'

export const minMax: ScoringRule<'min_max'> = {
  title: '极差标准化',
  itemsOf: ({ item }) => [item],
  isPeerRelative: () => true,
  bind({ item, better, peers, scale, whenConstant }, { figures, group, node, full }) {
    const definition = figures.item(item)
    const { name, unit } = definition
    const column = figures.column(item, { group, node }, peers)
    const best = column.best(better)
    const worst = column.worst(better)
    const place = bindScale(scale, { full })
    const isConstant = column.isConstant
    const range = best === undefined || worst === undefined ? new Decimal(0) : best.minus(worst)
    const ends = best === undefined || worst === undefined ? [] : [figure('最优值', best), figure('最差值', worst)]
    const next = best === undefined ? null : `${name}达到${reachableText(best, better, definition)}${unit}，可得最高分`
    return (subject) => {
      const cell = subject.cell(item)
      if (cell.status !== 'reported') return unusable(cell, name)
      if (best === undefined || worst === undefined || isConstant) return constantOutcome(whenConstant, place)
      return points(place.put(isZero(worst) ? cell.value.div(range) : cell.value.minus(worst).div(range)), () => ({
        figures: [figure(name, cell.value), ...ends],
        next: cell.value.eq(best) ? null : next,
      }))
    }
  },
  clause: ({ item, better, peers, scale, whenConstant }, words) =>
    `${words.item(item)}（越${better === 'higher' ? '高' : '低'}越好）按${words.peers(peers)}极差标准化：最优者得最高分、最差者得最低分，其余按比例，计分区间${scaleText(scale, words.points === null ? '100' : plainText(words.points))}；${constantClause(whenConstant)}。`,
  reach: ({ scale }, rule) => scaleReach(scale, rule),
  check: ({ scale }) => scaleFindings(scale),
}
