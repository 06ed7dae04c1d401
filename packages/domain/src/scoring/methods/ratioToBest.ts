import { Decimal, plainText } from '@anjie/kernel'
import { figure, reachableText } from '../figureText.ts'
import { noScore, points, type ScoringRule, unusable } from '../method.ts'

const ZERO = new Decimal(0)

export const ratioToBest: ScoringRule<'ratio_to_best'> = {
  title: '与最优值之比',
  itemsOf: ({ item }) => [item],
  isPeerRelative: () => true,
  bind({ item, better, peers }, { figures, group, full }) {
    const definition = figures.item(item)
    const { name, unit } = definition
    const best = figures.column(item, group, peers).best(better)
    const bestFigure = best === undefined ? null : figure('最优值', best)
    const next =
      best === undefined ? null : `${name}达到最优值${reachableText(best, better, definition)}${unit}，可得满分`
    return (subject) => {
      const cell = subject.cell(item)
      if (cell.status !== 'reported') return unusable(cell, name)
      const { value } = cell
      if (best === undefined || bestFigure === null || value.lt(0) || best.lt(0))
        return noScore(`${name}有负值，不能按比值计分`)
      // Where lower is better and the best is 0, 0 ÷ own is 0 and 0 ÷ 0 is the best itself.
      const ratio =
        better === 'higher'
          ? best.isZero()
            ? new Decimal(1)
            : value.div(best)
          : value.eq(best)
            ? new Decimal(1)
            : best.div(value)
      return points(ratio.times(full), () => ({
        figures: [figure(name, value), bestFigure, figure('比值', ratio)],
        next: value.eq(best) ? null : next,
      }))
    }
  },
  clause: ({ item, better, peers }, words) =>
    `${words.item(item)}以${words.peers(peers)}${better === 'higher' ? '最高值为标准，得分＝本单位值÷最高值' : '最低值为标准，得分＝最低值÷本单位值'}×${words.points === null ? '100' : plainText(words.points)}。`,
  reach: (_, { full }) => ({ least: ZERO, most: full }),
  check({ item, better }, { domainOf, words }) {
    const { least } = domainOf(item)
    if (least?.lt(0))
      return [
        { severity: 'error', check: 'ratio-negative', message: `${words.item(item)}允许负值，不能按与最优值之比计分` },
      ]
    if (better === 'lower' && (least === null || least.isZero()))
      return [
        {
          severity: 'warning',
          check: 'ratio-zero',
          message: `${words.item(item)}最低值可能为0，届时除0以外的单位均得0分`,
        },
      ]
    return []
  },
}
