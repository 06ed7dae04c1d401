import { Decimal, plainText } from '@anjie/kernel'
import { bandLines, bandOf, bandsClause, bindBands, checkBands, nextBand } from '../bands.ts'
import { limited, limitFigures, limitTail } from '../deductions.ts'
import { figure } from '../figureText.ts'
import { noScore, points, type ScoringRule, unusable } from '../method.ts'
import { bindReference, isPeerReference } from '../references.ts'
import { whenZeroText, zeroOutcome } from '../whenZero.ts'
import { bandReach } from './banded.ts'

const ZERO = new Decimal(0)

export const relativeToAverage: ScoringRule<'relative_to_average'> = {
  title: '与均值比较',
  itemsOf: ({ item, reference }) => (reference.kind === 'item' ? [item, reference.item] : [item]),
  isPeerRelative: ({ reference }) => isPeerReference(reference),
  bind({ item, reference, difference, effect, bands, limit, whenZero = 'no-score' }, place) {
    const bound = bindBands(bands)
    const lines = bandLines(bound)
    const { name, unit } = place.figures.item(item)
    const start = place.points ?? ZERO
    const referenceOf = bindReference(reference, item, 'higher', place)
    const differenceUnit = difference === 'percent' ? '%' : unit === '%' ? '个百分点' : unit
    return (subject) => {
      const cell = subject.cell(item)
      if (cell.status !== 'reported') return unusable(cell, name)
      const against = referenceOf(subject)
      if (against.status !== 'reported') return unusable(against, `${name}的参照值`)
      if (difference === 'percent' && against.value.isZero())
        return cell.value.isZero()
          ? zeroOutcome(whenZero, effect === 'deduct' ? start : place.full, `${name}与参照值均为0`)
          : noScore('参照值为0，无法计算百分比差距')
      const gap = cell.value.minus(against.value)
      const measured = difference === 'percent' ? gap.div(against.value.abs()).times(100) : gap
      const band = bandOf(measured, bound)
      const amount = band?.points ?? ZERO
      const taken = effect === 'deduct' ? limited(amount, limit, start) : amount
      return points(effect === 'deduct' ? start.minus(taken) : amount, () => ({
        figures: [
          figure(name, cell.value),
          figure('参照值', against.value),
          figure(difference === 'percent' ? '相差百分比' : '相差', measured, lines),
          figure(effect === 'deduct' ? '扣分' : '得分', taken),
          ...(effect === 'deduct' ? limitFigures(amount, taken) : []),
        ],
        next: nextBand(measured, bound, effect, differenceUnit, `${name}与参照值之差`),
      }))
    }
  },
  clause({ item, reference, difference, effect, bands, limit, whenZero = 'no-score' }, words) {
    const zero =
      difference === 'percent'
        ? `；参照值为0的不计分${whenZero === 'no-score' ? '' : `，本单位数与参照值均为0的${whenZeroText(whenZero)}`}`
        : ''
    const unit = difference === 'percent' ? '%' : words.unit(item) === '%' ? '个百分点' : words.unit(item)
    return `${words.item(item)}与${words.reference(reference)}之差（本单位数减参照值）${bandsClause(bands, unit, effect)}${effect === 'deduct' ? limitTail(limit, words) : ''}${zero}。`
  },
  reach: ({ effect, bands, limit }, { points: base }) => bandReach(bands, effect, limit, base ?? ZERO),
  check({ item, effect, bands }, { full, words }) {
    const findings = [...checkBands(bands, effect, `${words.item(item)}之差`)]
    if (effect === 'award')
      for (const band of bands)
        if (full.lt(band.points))
          findings.push({
            severity: 'error',
            check: 'band-above-points',
            message: `档次得分${band.points}分超过本项分值${plainText(full)}分`,
          })
    return findings
  },
}
