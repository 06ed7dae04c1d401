import type { MovingAverage } from '@anjie/contracts/vocabulary/scoring/movingAverage'
import { Decimal, plainText } from '@anjie/kernel'
import { bandLines, bandOf, bandText, bindBands, checkBands } from '../bands.ts'
import type { SubjectFigures } from '../figures.ts'
import { figure } from '../figureText.ts'
import { noScore, points, type RuleFinding, type ScoringRule, unusable } from '../method.ts'
import { previousPeriod, shiftYears } from '../periods.ts'

const ZERO = new Decimal(0)
const HUNDRED = new Decimal(100)
type Comparator = MovingAverage['comparators'][number]

export const movingAverage: ScoringRule<'moving_average'> = {
  title: '滚动比较',
  itemsOf: ({ item }) => [item],
  isPeerRelative: () => false,
  bind({ item, better, comparators, maxIndex, whenBothZero, bands, points: scoring }, { figures, full }) {
    const { name } = figures.item(item)
    const cap = new Decimal(maxIndex)
    const bound = bindBands(bands)
    const lines = bandLines(bound)
    const indexOf = (own: Decimal, base: Decimal): Decimal => {
      if (base.isZero()) return own.isZero() ? Decimal.min(HUNDRED, cap) : better === 'lower' ? ZERO : cap
      const change = own.minus(base).div(base.abs()).times(HUNDRED)
      const index = better === 'lower' ? HUNDRED.minus(change) : HUNDRED.plus(change)
      return Decimal.max(ZERO, Decimal.min(cap, index))
    }
    return (subject) => {
      const cell = subject.cell(item)
      if (cell.status !== 'reported') return unusable(cell, name)
      let weighted = ZERO
      let weights = ZERO
      const rows: { label: string; base: Decimal; index: Decimal }[] = []
      const left: { label: string; base: Decimal }[] = []
      for (const comparator of comparators) {
        const base = baseOf(subject, item, comparator)
        if (base === null) continue
        if (whenBothZero === 'left-out' && base.isZero() && cell.value.isZero()) {
          left.push({ label: comparatorText(comparator), base })
          continue
        }
        const index = indexOf(cell.value, base)
        weighted = weighted.plus(index.times(comparator.weight))
        weights = weights.plus(comparator.weight)
        rows.push({ label: comparatorText(comparator), base, index })
      }
      if (weights.isZero())
        return noScore(
          left.length === 0 ? '没有可比较的往期数据' : '两期均为0，按方案不参加比较，没有其他可比较的往期数据',
        )
      const index = weighted.div(weights)
      const band = bandOf(index, bound)
      const score = scoring === 'award' ? (band?.points ?? ZERO) : index.times(full).div(HUNDRED)
      return points(score, () => ({
        figures: [
          figure(name, cell.value),
          ...left.map((row) => figure(`${row.label}（两期均为0，不参加比较）`, row.base)),
          ...rows.flatMap((row) => [figure(row.label, row.base), figure(`与${row.label}相比的指数`, row.index)]),
          figure('综合指数', index, lines),
          ...(band === undefined ? [] : [figure('等级', levelText(band.band))]),
        ],
        next: null,
      }))
    }
  },
  clause({ item, better, comparators, maxIndex, whenBothZero, bands, points: scoring }, words) {
    const parts = comparators
      .map((comparator) => `${comparatorText(comparator)}（权重${comparator.weight}）`)
      .join('、')
    const levels = bands.map(
      (band) => `${bandText(band, '')}为${levelText(band)}${scoring === 'award' ? `，得${band.points}分` : ''}`,
    )
    return `${words.item(item)}分别与${parts}比较，持平为100，每${better === 'lower' ? '下降' : '上升'}1%加1、反向减1，指数在0至${maxIndex}之间；往期为0的，两期均为0${whenBothZero === 'left-out' ? '的不参加比较' : '按持平计'}，本期不为0的按${better === 'lower' ? '0' : maxIndex}计；加权平均为综合指数${levels.length === 0 ? '' : `；综合指数${levels.join('；')}`}${scoring === 'award' ? '' : `；得分＝综合指数÷100×${words.points === null ? '100' : plainText(words.points)}`}。`
  },
  reach: ({ maxIndex, bands, points: scoring }, { full }) =>
    scoring === 'award'
      ? { least: ZERO, most: Decimal.max(ZERO, ...bands.map((band) => band.points)) }
      : { least: ZERO, most: full.times(maxIndex).div(HUNDRED) },
  check({ comparators, bands }, { words }) {
    const findings: RuleFinding[] = bands.length === 0 ? [] : [...checkBands(bands, 'award', '综合指数')]
    if (comparators.reduce((sum, comparator) => sum.plus(comparator.weight), ZERO).isZero())
      findings.push({ severity: 'error', check: 'weights-zero', message: '各比较基准的权重合计为0' })
    for (const comparator of comparators)
      if (comparator.kind === 'years-mean' && comparator.years === undefined)
        findings.push({
          severity: 'error',
          check: 'years-missing',
          message: `${words.points === null ? '' : '本项'}“往年同期均值”须写明取几年`,
        })
    return findings
  },
}

function baseOf(subject: SubjectFigures, item: string, comparator: Comparator): Decimal | null {
  const value = (period: string): Decimal | null => {
    const cell = subject.at(item, period)
    return cell.status === 'reported' && !cell.assumed ? cell.value : null
  }
  switch (comparator.kind) {
    case 'previous-period':
      return value(previousPeriod(subject.period))
    case 'same-period-last-year':
      return value(shiftYears(subject.period, -1))
    case 'years-mean': {
      const years = Array.from({ length: comparator.years ?? 0 }, (_, index) =>
        value(shiftYears(subject.period, -1 - index)),
      )
      const known = years.filter((entry) => entry !== null)
      return known.length === 0 ? null : known.reduce((sum, entry) => sum.plus(entry), ZERO).div(known.length)
    }
  }
}

function comparatorText(comparator: Comparator): string {
  switch (comparator.kind) {
    case 'years-mean':
      return `前${comparator.years ?? 0}年同期均值`
    case 'same-period-last-year':
      return '上年同期'
    case 'previous-period':
      return '上期'
  }
}

function levelText(band: MovingAverage['bands'][number]): string {
  const name = band.name ?? `${band.points}分`
  return band.colour === undefined ? name : `${name}（${band.colour}）`
}
