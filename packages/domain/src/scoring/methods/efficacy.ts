import type { Reference } from '@anjie/contracts/vocabulary/scoring/ruleParts'
import { Decimal, plainText } from '@anjie/kernel'
import { figure, reachableText } from '../figureText.ts'
import { noFindings, noScore, points, type ScoringRule, unusable } from '../method.ts'
import { bindReference, isPeerReference } from '../references.ts'
import { whenZeroText, zeroOutcome } from '../whenZero.ts'

const ZERO = new Decimal(0)
const ONE = new Decimal(1)

export const efficacy: ScoringRule<'efficacy'> = {
  title: '功效系数法',
  itemsOf: ({ item, satisfactory, unacceptable }) => [
    item,
    ...[satisfactory, unacceptable].flatMap((reference) => (reference.kind === 'item' ? [reference.item] : [])),
  ],
  isPeerRelative: ({ satisfactory, unacceptable }) => isPeerReference(satisfactory) || isPeerReference(unacceptable),
  bind({ item, better, satisfactory, unacceptable, base, span, clamp, ratioDigits, whenZero = 'no-score' }, place) {
    const definition = place.figures.item(item)
    const { name, unit } = definition
    const goodOf = bindReference(satisfactory, item, better, place)
    const badOf = bindReference(unacceptable, item, better, place)
    const least = new Decimal(base)
    const width = new Decimal(span)
    const factor = place.full.div(100)
    return (subject) => {
      const cell = subject.cell(item)
      if (cell.status !== 'reported') return unusable(cell, name)
      const good = goodOf(subject)
      const bad = badOf(subject)
      if (good.status !== 'reported') return unusable(good, '满意值')
      if (bad.status !== 'reported') return unusable(bad, '不允许值')
      if (good.value.eq(bad.value))
        return cell.value.eq(good.value)
          ? zeroOutcome(whenZero, place.full, `${name}、满意值与不允许值相同（0÷0）`)
          : noScore('满意值与不允许值相同，无法计算功效系数')
      const exact = cell.value.minus(bad.value).div(good.value.minus(bad.value))
      const rounded = ratioDigits === undefined ? exact : exact.toDecimalPlaces(ratioDigits, 'half-up')
      const ratio = clamp ? Decimal.max(ZERO, Decimal.min(ONE, rounded)) : rounded
      return points(least.plus(ratio.times(width)).times(factor), () => ({
        figures: [
          figure(name, cell.value),
          figure('满意值', good.value),
          figure('不允许值', bad.value),
          figure('功效系数', ratio),
        ],
        next: ratio.lt(ONE)
          ? `${name}达到满意值${reachableText(good.value, better, definition)}${unit}，可得满分`
          : null,
      }))
    }
  },
  clause({ item, satisfactory, unacceptable, base, span, clamp, ratioDigits, whenZero = 'no-score' }, words) {
    const standard = (reference: Reference) =>
      reference.kind === 'constant' ? words.amount(item, reference.value) : words.reference(reference)
    return `${words.item(item)}按功效系数法计分：得分＝〔${base}＋${span}×（本单位值－不允许值）÷（满意值－不允许值）〕${words.points === null ? '' : `÷100×${plainText(words.points)}`}；满意值为${standard(satisfactory)}，不允许值为${standard(unacceptable)}${clamp ? '；优于满意值按满意值、差于不允许值按不允许值计' : ''}${ratioDigits === undefined ? '' : `；系数保留${ratioDigits}位小数`}；满意值与不允许值相同的不计分${whenZero === 'no-score' ? '' : `，本单位值也与之相同的${whenZeroText(whenZero)}`}。`
  },
  reach: ({ base, span, clamp, satisfactory, unacceptable }, { full }) => {
    const factor = full.div(100)
    const bounded = clamp || (satisfactory.kind === 'peer-best' && unacceptable.kind === 'peer-worst')
    return bounded
      ? { least: new Decimal(base).times(factor), most: new Decimal(base).plus(span).times(factor) }
      : { least: null, most: null }
  },
  check: ({ satisfactory, unacceptable, base, span, better }) => {
    if (satisfactory.kind === 'constant' && unacceptable.kind === 'constant') {
      const good = new Decimal(satisfactory.value)
      const bad = new Decimal(unacceptable.value)
      if (good.eq(bad))
        return [{ severity: 'error', check: 'efficacy-range', message: '满意值与不允许值相同，无法计算功效系数' }]
      if (good.gt(bad) !== (better === 'higher'))
        return [
          {
            severity: 'error',
            check: 'efficacy-direction',
            message: `满意值${satisfactory.value}与不允许值${unacceptable.value}的大小与“越${better === 'higher' ? '高' : '低'}越好”不符`,
          },
        ]
    }
    return new Decimal(base).plus(span).eq(100)
      ? noFindings()
      : [{ severity: 'hint', check: 'efficacy-sum', message: `基础分${base}与幅度${span}合计不是100` }]
  },
}
