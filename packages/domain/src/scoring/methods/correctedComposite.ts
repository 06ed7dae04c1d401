import { Decimal, plainText } from '@anjie/kernel'
import { bindCoefficient, coefficientText } from '../coefficients.ts'
import type { SubjectFigures } from '../figures.ts'
import { figure, reachableText } from '../figureText.ts'
import { noFindings, noScore, type Outcome, points, type ScoringRule, unusable } from '../method.ts'
import { bindReference, isPeerReference } from '../references.ts'
import { whenZeroText, zeroOutcome } from '../whenZero.ts'

interface Composite {
  readonly own: Decimal
  readonly corrections: readonly { readonly name: string; readonly amount: Decimal }[]
  readonly coefficient: Decimal
  readonly value: Decimal
}

export const correctedComposite: ScoringRule<'corrected_composite'> = {
  title: '修正综合值',
  itemsOf: ({ item, corrections, coefficient }) => [
    item,
    ...corrections.flatMap((part) => (part.minus?.kind === 'item' ? [part.item, part.minus.item] : [part.item])),
    ...(coefficient.kind === 'item' ? [coefficient.item] : []),
  ],
  isPeerRelative: ({ finally: last, corrections }) =>
    last === 'ratio-to-best' || corrections.some((part) => part.minus !== undefined && isPeerReference(part.minus)),
  bind({ item, corrections, coefficient, finally: last, peers, whenZero = 'no-score' }, place) {
    const { figures, full } = place
    const nameOf = (code: string) => figures.item(code).name
    const coefficientOf = bindCoefficient(coefficient)
    const bound = corrections.map((part) => ({
      item: part.item,
      name: nameOf(part.item),
      factor: new Decimal(part.factor),
      cap: part.cap === undefined ? null : new Decimal(part.cap),
      referenceOf: part.minus === undefined ? null : bindReference(part.minus, part.item, 'higher', place),
    }))
    const compositeOf = (subject: SubjectFigures): Composite | Outcome => {
      const own = subject.cell(item)
      if (own.status !== 'reported') return unusable(own, nameOf(item))
      let sum = own.value
      const amounts: { name: string; amount: Decimal }[] = []
      for (const part of bound) {
        const cell = subject.cell(part.item)
        if (cell.status !== 'reported') return unusable(cell, part.name)
        let difference = cell.value
        if (part.referenceOf !== null) {
          const reference = part.referenceOf(subject)
          if (reference.status !== 'reported') return unusable(reference, `${part.name}的参照值`)
          difference = difference.minus(reference.value)
        }
        let amount = difference.times(part.factor)
        if (part.cap !== null) amount = Decimal.max(part.cap.neg(), Decimal.min(part.cap, amount))
        sum = sum.plus(amount)
        amounts.push({ name: part.name, amount })
      }
      const factor = coefficientOf(subject)
      if (factor.status !== 'reported') return unusable(factor, '难度系数')
      return { own: own.value, corrections: amounts, coefficient: factor.value, value: sum.times(factor.value) }
    }
    let best: Decimal | null = null
    if (last === 'ratio-to-best')
      for (const member of figures.peers(peers, place)) {
        const composite = compositeOf(member)
        if ('value' in composite && (best === null || composite.value.gt(best))) best = composite.value
      }
    const top = best
    return (subject) => {
      const composite = compositeOf(subject)
      if (!('value' in composite)) return composite
      if (top?.isZero() && composite.value.isZero()) return zeroOutcome(whenZero, full, '综合值与最优综合值均为0')
      if (last === 'ratio-to-best' && (top === null || top.lte(0)))
        return noScore('综合值最优者不大于0，不能按比值计分')
      const score = top === null ? composite.value : Decimal.max(0, composite.value).div(top).times(full)
      return points(score, () => ({
        figures: [
          figure(nameOf(item), composite.own),
          ...composite.corrections.map(({ name, amount }) => figure(`${name}修正`, amount)),
          figure('难度系数', composite.coefficient),
          figure('综合值', composite.value),
          ...(top === null ? [] : [figure('最优综合值', top)]),
        ],
        next:
          top !== null && composite.value.lt(top) ? `综合值达到${reachableText(top, 'higher', {})}，可得满分` : null,
      }))
    }
  },
  clause({ item, corrections, coefficient, finally: last, peers, whenZero = 'no-score' }, words) {
    const parts = corrections.map((part) => {
      const difference =
        part.minus === undefined
          ? words.item(part.item)
          : `（${words.item(part.item)}－${words.reference(part.minus)}）`
      return `${difference}×${part.factor}${part.cap === undefined ? '' : `（增减不超过${part.cap}）`}`
    })
    const composite = `综合值＝（${[words.item(item), ...parts].join('＋')}）×${coefficientText(coefficient, words)}`
    return last === 'none'
      ? `${composite}，综合值即为得分。`
      : `${composite}；以${words.peers(peers)}最高综合值为标准，得分＝本单位综合值÷最高综合值×${words.points === null ? '100' : plainText(words.points)}；最高综合值不大于0的不计分${whenZero === 'no-score' ? '' : `，本单位与最高综合值均为0的${whenZeroText(whenZero)}`}。`
  },
  reach: ({ finally: last }, { full }) =>
    last === 'ratio-to-best' ? { least: new Decimal(0), most: full } : { least: null, most: null },
  check: noFindings,
}
