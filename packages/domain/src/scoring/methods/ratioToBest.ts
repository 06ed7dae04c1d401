import { Decimal, plainText } from '@anjie/kernel'
import { figure, reachableText } from '../figureText.ts'
import { noScore, points, type ScoringRule, unusable } from '../method.ts'
import { whenZeroText, zeroOutcome } from '../whenZero.ts'

const ZERO = new Decimal(0)

export const ratioToBest: ScoringRule<'ratio_to_best'> = {
  title: '与最优值之比',
  itemsOf: ({ item }) => [item],
  isPeerRelative: () => true,
  bind({ item, better, peers, whenZero = 'full' }, { figures, group, node, full }) {
    const definition = figures.item(item)
    const { name, unit } = definition
    const best = figures.column(item, { group, node }, peers).best(better)
    const bestFigure = best === undefined ? null : figure('最优值', best)
    const next =
      best === undefined ? null : `${name}达到最优值${reachableText(best, better, definition)}${unit}，可得满分`
    return (subject) => {
      const cell = subject.cell(item)
      if (cell.status !== 'reported') return unusable(cell, name)
      const { value } = cell
      if (best === undefined || bestFigure === null || value.lt(0) || best.lt(0))
        return noScore(`${name}有负值，不能按比值计分`)
      if (value.isZero() && best.isZero()) return zeroOutcome(whenZero, full, `${name}与最优值均为0`)
      // Who is no peer may be better than the best of the peers: more than 0 ÷ 0 it cannot be.
      if (best.isZero() && better === 'higher') return zeroOutcome('full', full, `${name}优于为0的最优值`)
      if (value.isZero() && better === 'lower') return zeroOutcome('full', full, `${name}为0，优于最优值`)
      const ratio = better === 'higher' ? value.div(best) : best.div(value)
      return points(ratio.times(full), () => ({
        figures: [figure(name, value), bestFigure, figure('比值', ratio)],
        next: value.eq(best) ? null : next,
      }))
    }
  },
  clause: ({ item, better, peers, whenZero = 'full' }, words) =>
    `${words.item(item)}以${words.peers(peers)}${better === 'higher' ? '最高值为标准，得分＝本单位值÷最高值' : '最低值为标准，得分＝最低值÷本单位值'}×${words.points === null ? '100' : plainText(words.points)}；本单位值与${better === 'higher' ? '最高值' : '最低值'}均为0的，${whenZeroText(whenZero)}。`,
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
