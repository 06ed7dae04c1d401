import { Decimal, plainText } from '@anjie/kernel'
import { larger, smaller } from '../../ranking/compare.ts'
import { figure } from '../figureText.ts'
import { points, type RuleFinding, type ScoringRule, unusable } from '../method.ts'
import { bindScale, scaleFindings, scaleReach, scaleText } from '../scales.ts'

const ZERO = new Decimal(0)
const ONE = new Decimal(1)

export const goalposts: ScoringRule<'goalposts'> = {
  title: '阈值标准化',
  itemsOf: ({ item }) => [item],
  isPeerRelative: () => false,
  bind({ item, better, low, high, truncate, logarithmic, scale }, { figures, full }) {
    const { name, unit } = figures.item(item)
    const bottom = new Decimal(low)
    const top = new Decimal(high)
    const place = bindScale(scale, { full })
    const base = logarithmic ? bottom.ln() : bottom
    const width = (logarithmic ? top.ln() : top).minus(base)
    const lines = [figure('下限', bottom), figure('上限', top)]
    const next = `${name}达到${plainText(better === 'higher' ? top : bottom)}${unit}，可得满分`
    return (subject) => {
      const cell = subject.cell(item)
      if (cell.status !== 'reported') return unusable(cell, name)
      if (logarithmic && cell.value.lte(0))
        return { kind: 'none', status: 'invalid', reason: `${name}：取对数的数值须大于0，现为${plainText(cell.value)}` }
      const position = (logarithmic ? cell.value.ln() : cell.value).minus(base).div(width)
      const directed = better === 'higher' ? position : ONE.minus(position)
      const held = truncate ? larger(ZERO, smaller(ONE, directed)) : directed
      return points(place.put(held), () => ({
        figures: [figure(name, cell.value), ...lines, figure('所处位置', held)],
        next: held.lt(ONE) ? next : null,
      }))
    }
  },
  clause: ({ item, better, low, high, truncate, logarithmic, scale }, words) =>
    `${words.item(item)}以${words.amount(item, low)}和${words.amount(item, high)}为${better === 'higher' ? '零分线和满分线' : '满分线和零分线'}${logarithmic ? '，取对数后' : '，'}按比例计分${truncate ? '，线外按线上计' : '，线外照比例延伸'}，计分区间${scaleText(scale, words.points === null ? '100' : plainText(words.points))}。`,
  reach: ({ scale, truncate }, rule) => (truncate ? scaleReach(scale, rule) : { least: null, most: null }),
  check({ item, low, high, logarithmic, scale }, { words }) {
    const findings: RuleFinding[] = [...scaleFindings(scale)]
    if (new Decimal(low).gte(high))
      findings.push({
        severity: 'error',
        check: 'goalposts-order',
        message: `${words.item(item)}的下限${low}应小于上限${high}`,
      })
    if (logarithmic && new Decimal(low).lte(0))
      findings.push({
        severity: 'error',
        check: 'logarithm-not-positive',
        message: `${words.item(item)}取对数，下限须大于0`,
      })
    return findings
  },
}
