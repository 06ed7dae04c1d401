import { Decimal, plainText } from '@anjie/kernel'
import { figure } from '../figureText.ts'
import { points, type ScoringRule, unusable } from '../method.ts'
import { bindScale, constantClause, constantOutcome, scaleFindings, scaleReach, scaleText } from '../scales.ts'

export const distanceToTarget: ScoringRule<'distance_to_target'> = {
  title: '目标距离',
  itemsOf: ({ item }) => [item],
  isPeerRelative: () => true,
  bind({ item, better, peers, target, capAtTarget, scale, whenConstant }, { figures, group, node, full }) {
    const { name, unit } = figures.item(item)
    const worst = figures.column(item, { group, node }, peers).worst(better)
    const goal = new Decimal(target)
    const place = bindScale(scale, { full })
    const one = new Decimal(1)
    return (subject) => {
      const cell = subject.cell(item)
      if (cell.status !== 'reported') return unusable(cell, name)
      if (worst === undefined || goal.eq(worst)) return constantOutcome(whenConstant, place)
      const ratio = cell.value.minus(worst).div(goal.minus(worst))
      const held = capAtTarget ? Decimal.min(ratio, one) : ratio
      return points(place.put(held), () => ({
        figures: [figure(name, cell.value), figure('目标值', goal), figure('最差值', worst), figure('完成比例', held)],
        next: held.lt(one) ? `${name}达到目标${plainText(goal)}${unit}，可得满分` : null,
      }))
    }
  },
  clause: ({ item, better, peers, target, capAtTarget, scale, whenConstant }, words) =>
    `${words.item(item)}（越${better === 'higher' ? '高' : '低'}越好）以${words.amount(item, target)}为目标：得分率＝（本单位值－${words.peers(peers)}最差值）÷（目标值－最差值）${capAtTarget ? '，达到目标即满分' : '，超过目标可超满分'}，计分区间${scaleText(scale, words.points === null ? '100' : plainText(words.points))}；目标与最差值相同时${constantClause(whenConstant).replace('各单位数值相同时', '')}。`,
  reach: ({ scale, capAtTarget }, rule) => ({ ...scaleReach(scale, rule), ...(capAtTarget ? {} : { most: null }) }),
  check: ({ scale }) => scaleFindings(scale),
}
