import { Decimal } from '@anjie/kernel'
import { deductionReach, limited, limitFigures, limitTail } from '../deductions.ts'
import { figure, reachableText } from '../figureText.ts'
import { noFindings, points, type ScoringRule, unusable } from '../method.ts'
import { bindReference, isPeerReference } from '../references.ts'
import { countedPoints, countedPointsClause } from '../startedPoints.ts'

const ZERO = new Decimal(0)

export const shortfallVsReference: ScoringRule<'shortfall_vs_reference'> = {
  title: '对标差额扣分',
  itemsOf: ({ comparisons }) =>
    comparisons.flatMap(({ item, reference }) => (reference.kind === 'item' ? [item, reference.item] : [item])),
  isPeerRelative: ({ comparisons }) => comparisons.some(({ reference }) => isPeerReference(reference)),
  bind({ comparisons, perPoint, limit, ...counting }, place) {
    const start = place.points ?? ZERO
    const per = new Decimal(perPoint)
    const counted = countedPoints(counting)
    const bound = comparisons.map(({ item, better, reference }) => ({
      item,
      better,
      definition: place.figures.item(item),
      referenceOf: bindReference(reference, item, better, place),
    }))
    return (subject) => {
      let deduction = ZERO
      const parts: { name: string; own: Decimal; against: Decimal; short: Decimal; reach: () => string }[] = []
      for (const { item, better, definition, referenceOf } of bound) {
        const { name } = definition
        const cell = subject.cell(item)
        if (cell.status !== 'reported') return unusable(cell, name)
        const reference = referenceOf(subject)
        if (reference.status !== 'reported') return unusable(reference, `${name}的参照值`)
        const gap = better === 'higher' ? reference.value.minus(cell.value) : cell.value.minus(reference.value)
        const short = Decimal.max(counted(gap), ZERO)
        deduction = deduction.plus(short.times(per))
        const against = reference.value
        parts.push({
          name,
          own: cell.value,
          against,
          short,
          reach: () => reachableText(against, better, definition),
        })
      }
      const taken = limited(deduction, limit, start)
      return points(start.minus(taken), () => {
        const worst = parts.find((part) => part.short.gt(0))
        return {
          figures: [
            ...parts.flatMap((part) => [
              figure(part.name, part.own),
              figure('参照值', part.against),
              figure('差距', part.short),
            ]),
            figure('扣分', deduction),
            ...limitFigures(deduction, taken),
          ],
          next: worst === undefined ? null : `${worst.name}达到参照值${worst.reach()}，可不扣分`,
        }
      })
    }
  },
  clause({ comparisons, perPoint, limit, ...counting }, words) {
    const parts = comparisons.map(
      ({ item, better, reference }) =>
        `${words.item(item)}${better === 'higher' ? '低于' : '高于'}${words.reference(reference)}的，每差${words.onePoint(item)}扣${perPoint}分`,
    )
    return `${parts.join('；')}${countedPointsClause(counting)}${limitTail(limit, words)}。`
  },
  reach: ({ limit }, { points: base }) => deductionReach(limit, base ?? ZERO),
  check: noFindings,
}
