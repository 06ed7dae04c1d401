import { Decimal, plainText } from '@anjie/kernel'
import { compare, larger } from '../../ranking/compare.ts'
import { deductionReach, limited, limitFigures, limitTail } from '../deductions.ts'
import { figure, figureText } from '../figureText.ts'
import { points, type RuleFinding, type ScoringRule, unusable } from '../method.ts'
import { countedPoints, countedPointsClause } from '../startedPoints.ts'

const ZERO = new Decimal(0)

export const shortfallSlope: ScoringRule<'shortfall_slope'> = {
  title: '差额累扣',
  itemsOf: ({ item }) => [item],
  isPeerRelative: () => false,
  bind({ item, slopes, reading, limit, ...counting }, { figures, points: base }) {
    const start = base ?? ZERO
    const { name, unit } = figures.item(item)
    const stretches = slopes.map((slope) => ({ below: new Decimal(slope.below), per: new Decimal(slope.perPoint) }))
    const counted = countedPoints(counting)
    return (subject) => {
      const cell = subject.cell(item)
      if (cell.status !== 'reported') return unusable(cell, name)
      const { value } = cell
      let deduction = ZERO
      const used: { span: Decimal; per: Decimal }[] = []
      const target = stretches[0]
      if (reading === 'whole-range') {
        const reached = stretches.findLast((stretch) => value.lt(stretch.below))
        if (reached !== undefined && target !== undefined) {
          const span = counted(target.below.minus(value))
          used.push({ span, per: reached.per })
          deduction = span.times(reached.per)
        }
      } else {
        for (const [index, stretch] of stretches.entries()) {
          if (compare(value, stretch.below) >= 0) break
          const next = stretches[index + 1]?.below
          const bottom = next === undefined ? value : larger(value, next)
          const span = counted(stretch.below.minus(bottom))
          used.push({ span, per: stretch.per })
          deduction = deduction.plus(span.times(stretch.per))
        }
      }
      const taken = limited(deduction, limit, start)
      return points(start.minus(taken), () => ({
        figures: [
          figure(name, value),
          ...used.map(({ span, per }) =>
            figure(`低于目标部分×每点${plainText(per)}分`, `${figureText(span)}×${plainText(per)}`),
          ),
          figure('扣分', deduction),
          ...limitFigures(deduction, taken),
        ],
        next:
          target !== undefined && value.lt(target.below)
            ? `${name}达到${plainText(target.below)}${unit}，可不扣分`
            : null,
      }))
    }
  },
  clause({ item, slopes, reading, limit, ...counting }, words) {
    const parts = slopes.map(
      (slope) => `低于${words.amount(item, slope.below)}的，每降低${words.onePoint(item)}扣${slope.perPoint}分`,
    )
    const how =
      slopes.length === 1
        ? ''
        : reading === 'progressive'
          ? '（分段累进计扣）'
          : '（达到哪一档，全部差额按该档标准计扣）'
    return `${words.item(item)}${parts.join('；')}${countedPointsClause(counting)}${how}${limitTail(limit, words)}。`
  },
  reach: ({ limit }, { points: base }) => deductionReach(limit, base ?? ZERO),
  check({ slopes, limit }, { points: base }) {
    const findings: RuleFinding[] = []
    for (const [index, slope] of slopes.entries()) {
      const before = slopes[index - 1]
      if (before !== undefined && new Decimal(slope.below).gte(before.below))
        findings.push({
          severity: 'error',
          check: 'slope-order',
          message: `差额分段应由高到低排列：${slope.below}不低于上一段的${before.below}`,
        })
    }
    if (limit.kind === 'floor' && (base === null || base.isZero()))
      findings.push({
        severity: 'error',
        check: 'floor-without-points',
        message: '本项无分值，却规定“扣完为止”，永远扣不到分',
      })
    return findings
  },
}
