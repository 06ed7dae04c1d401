import { Decimal, plainText } from '@anjie/kernel'
import { bandLines, bandOf, bandsClause, bindBands, checkBands, nextBand } from '../bands.ts'
import type { SubjectFigures } from '../figures.ts'
import { figure } from '../figureText.ts'
import { noFindings, noScore, type Outcome, points, type ScoringRule, unusable } from '../method.ts'
import { PeerColumn } from '../peerColumn.ts'
import { bindScale, constantClause, constantOutcome } from '../scales.ts'
import { whenZeroText, zeroOutcome } from '../whenZero.ts'
import { bandReach } from './banded.ts'

const ZERO = new Decimal(0)
const ONE = new Decimal(1)

export const ratioPerPopulation: ScoringRule<'ratio_per_population'> = {
  title: '每万人比率',
  itemsOf: ({ numerator, denominator }) => [numerator, denominator],
  isPeerRelative: ({ convert }) => convert.kind === 'min-max' || convert.kind === 'ratio-to-best',
  bind(
    { numerator, denominator, per, convert, whenZero = 'not-applicable' },
    { figures, group, node, full, points: base },
  ) {
    const above = figures.item(numerator).name
    const below = figures.item(denominator).name
    const factor = new Decimal(per)
    const start = base ?? ZERO
    const scale = bindScale(undefined, { full })
    const rateOf = (subject: SubjectFigures): Decimal | Outcome => {
      const top = subject.cell(numerator)
      if (top.status !== 'reported') return unusable(top, above)
      const bottom = subject.cell(denominator)
      if (bottom.status !== 'reported') return unusable(bottom, below)
      if (bottom.value.isZero()) {
        const unimpaired = convert.kind === 'bands' && convert.effect === 'deduct' ? start : full
        return top.value.isZero()
          ? zeroOutcome(whenZero, unimpaired, `${above}、${below}均为0`)
          : { kind: 'none', status: 'not-applicable', reason: `${below}为0，比率不适用` }
      }
      return top.value.times(factor).div(bottom.value)
    }
    const isRate = (value: Decimal | Outcome): value is Decimal => value instanceof Decimal
    const ratesOf = (members: readonly SubjectFigures[]) => new PeerColumn(members.map(rateOf).filter(isRate))
    const column =
      convert.kind === 'min-max' || convert.kind === 'ratio-to-best'
        ? ratesOf(figures.peers(convert.peers, { group, node }))
        : null
    const bands = convert.kind === 'bands' ? bindBands(convert.bands) : []
    const lines = bandLines(bands)
    return (subject) => {
      const rate = rateOf(subject)
      if (!isRate(rate)) return rate
      const shown = () => figure(`每${plainText(factor)}单位${below}的${above}`, rate, lines)
      switch (convert.kind) {
        case 'value':
          return points(rate, () => ({ figures: [shown()], next: null }))
        case 'bands': {
          const amount = bandOf(rate, bands)?.points ?? ZERO
          const score =
            convert.effect === 'deduct' ? Decimal.max(Decimal.min(start, ZERO), start.minus(amount)) : amount
          return points(score, () => ({
            figures: [shown(), figure(convert.effect === 'deduct' ? '扣分' : '得分', amount)],
            next: nextBand(rate, bands, convert.effect, '', '比率'),
          }))
        }
        case 'min-max': {
          const best = column?.best(convert.better)
          const worst = column?.worst(convert.better)
          if (best === undefined || worst === undefined || best.eq(worst))
            return constantOutcome(convert.whenConstant, scale)
          return points(scale.put(rate.minus(worst).div(best.minus(worst))), () => ({
            figures: [shown(), figure('最优比率', best), figure('最差比率', worst)],
            next: null,
          }))
        }
        case 'ratio-to-best': {
          const best = column?.best(convert.better)
          if (best === undefined || rate.lt(0) || best.lt(0)) return noScore('比率有负值，不能按比值计分')
          const ratio = rate.eq(best) ? ONE : convert.better === 'higher' ? rate.div(best) : best.div(rate)
          return points(ratio.times(full), () => ({ figures: [shown(), figure('最优比率', best)], next: null }))
        }
      }
    }
  },
  clause({ numerator, denominator, per, convert, whenZero = 'not-applicable' }, words) {
    const rate = `每${per}${words.unit(denominator)}${words.item(denominator)}的${words.item(numerator)}`
    const zero =
      whenZero === 'not-applicable'
        ? `${words.item(denominator)}为0的，按不适用处理`
        : `分子、分母均为0的，${whenZeroText(whenZero)}，只有${words.item(denominator)}为0的，按不适用处理`
    switch (convert.kind) {
      case 'value':
        return `以${rate}为得分；${zero}。`
      case 'bands':
        return `${rate}${bandsClause(convert.bands, '', convert.effect)}${convert.effect === 'deduct' ? '；扣完为止' : ''}；${zero}。`
      case 'min-max':
        return `${rate}（越${convert.better === 'higher' ? '高' : '低'}越好）按${words.peers(convert.peers)}极差标准化，${words.full()}；${constantClause(convert.whenConstant)}；${zero}。`
      case 'ratio-to-best':
        return `${rate}（越${convert.better === 'higher' ? '高' : '低'}越好）按与${words.peers(convert.peers)}最优值之比计分，${words.full()}；比率与最优值均为0的，得满分；${zero}。`
    }
  },
  reach({ convert }, { full, points: base }) {
    if (convert.kind === 'value') return { least: null, most: null }
    if (convert.kind === 'bands') return bandReach(convert.bands, convert.effect, { kind: 'floor' }, base ?? ZERO)
    return { least: ZERO, most: full }
  },
  check({ denominator, convert }, { words }) {
    return [
      ...(convert.kind === 'bands' ? checkBands(convert.bands, convert.effect, '比率') : noFindings()),
      ...(words.unit(denominator) === '%'
        ? [
            {
              severity: 'warning' as const,
              check: 'denominator-unit',
              message: `分母“${words.item(denominator)}”的单位是%，请核对`,
            },
          ]
        : []),
    ]
  },
}
