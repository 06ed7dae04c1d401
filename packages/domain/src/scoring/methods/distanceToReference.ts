import { Decimal, plainText } from '@anjie/kernel'
import { figure, reachableText } from '../figureText.ts'
import { noScore, points, type ScoringRule, unusable } from '../method.ts'
import { bindScale, constantClause, constantOutcome, scaleFindings, scaleReach, scaleText } from '../scales.ts'

export const distanceToReference: ScoringRule<'distance_to_reference'> = {
  title: '标杆距离',
  itemsOf: ({ item }) => [item],
  isPeerRelative: () => true,
  bind({ item, better, peers, referenceSubject, capAtReference, scale, whenConstant }, { figures, group, node, full }) {
    const definition = figures.item(item)
    const { name, unit } = definition
    const worst = figures.column(item, { group, node }, peers).worst(better)
    const benchmark = figures.subject(referenceSubject)
    const place = bindScale(scale, { full })
    const one = new Decimal(1)
    return (subject) => {
      const cell = subject.cell(item)
      if (cell.status !== 'reported') return unusable(cell, name)
      const reference = benchmark?.cell(item)
      if (reference === undefined) return noScore(`标杆单位${referenceSubject}不在考评对象中`)
      if (reference.status !== 'reported') return noScore(`标杆单位${referenceSubject}没有${name}`)
      if (worst === undefined || reference.value.eq(worst)) return constantOutcome(whenConstant, place)
      const distance = reference.value.minus(cell.value).div(reference.value.minus(worst))
      const ratio = one.minus(distance)
      const held = capAtReference ? Decimal.min(ratio, one) : ratio
      return points(place.put(held), () => ({
        figures: [
          figure(name, cell.value),
          figure('标杆值', reference.value),
          figure('最差值', worst),
          figure('得分率', held),
        ],
        next: held.lt(one)
          ? `${name}达到标杆值${reachableText(reference.value, better, definition)}${unit}，可得满分`
          : null,
      }))
    }
  },
  clause: ({ item, better, peers, referenceSubject, capAtReference, scale, whenConstant }, words) =>
    `${words.item(item)}（越${better === 'higher' ? '高' : '低'}越好）以${referenceSubject}为标杆：得分率＝1－（标杆值－本单位值）÷（标杆值－${words.peers(peers)}最差值）${capAtReference ? '，达到标杆即满分' : ''}，计分区间${scaleText(scale, words.points === null ? '100' : plainText(words.points))}；${constantClause(whenConstant)}。`,
  reach: ({ scale, capAtReference }, rule) => ({
    ...scaleReach(scale, rule),
    ...(capAtReference ? {} : { most: null }),
  }),
  check: ({ scale }) => scaleFindings(scale),
}
