import type { Band } from '@anjie/contracts/vocabulary/scoring/ruleParts'
import { Decimal, plainText } from '@anjie/kernel'
import { compare } from '../ranking/compare.ts'
import type { RuleFinding } from './method.ts'

/** A band with its ends and points as decimals. */
export interface BoundBand {
  readonly from: Decimal | null
  readonly fromIncluded: boolean
  readonly to: Decimal | null
  readonly toIncluded: boolean
  readonly points: Decimal
  readonly band: Band
}

export const bindBands = (bands: readonly Band[]): readonly BoundBand[] =>
  bands.map((band) => ({
    from: band.from === undefined ? null : new Decimal(band.from),
    fromIncluded: band.fromIncluded,
    to: band.to === undefined ? null : new Decimal(band.to),
    toIncluded: band.toIncluded,
    points: new Decimal(band.points),
    band,
  }))

/** Where bands begin and end. */
export const bandLines = (bands: readonly BoundBand[]): readonly Decimal[] =>
  bands.flatMap(({ from, to }) => [from, to]).filter((line) => line !== null)

/** The first band that holds the value. */
export function bandOf(value: Decimal, bands: readonly BoundBand[]): BoundBand | undefined {
  return bands.find((band) => {
    if (band.from !== null) {
      const side = compare(value, band.from)
      if (side < 0 || (side === 0 && !band.fromIncluded)) return false
    }
    if (band.to === null) return true
    const side = compare(value, band.to)
    return side < 0 || (side === 0 && band.toIncluded)
  })
}

/** `80以上（不含）`, `60以上（不含）至80以下（含）`. */
export function bandText(band: Band, unit: string): string {
  const from = band.from === undefined ? null : `${band.from}${unit}以上（${band.fromIncluded ? '含' : '不含'}）`
  const to = band.to === undefined ? null : `${band.to}${unit}以下（${band.toIncluded ? '含' : '不含'}）`
  const name = band.name === undefined ? '' : `“${band.name}”`
  if (from !== null && to !== null) {
    if (band.from === band.to) return `${name}等于${band.from}${unit}`
    return `${name}${from}、${to}`
  }
  return `${name}${from ?? to ?? '任何数值'}`
}

export function bandsClause(bands: readonly Band[], unit: string, effect: 'deduct' | 'award'): string {
  const verb = effect === 'deduct' ? '扣' : '得'
  return bands
    .map(
      (band) =>
        `${bandText(band, unit)}的，${effect === 'deduct' && isZero(band.points) ? '不扣分' : `${verb}${band.points}分`}`,
    )
    .join('；')
}

const isZero = (text: string): boolean => new Decimal(text).isZero()

/** The nearest band with a better result, said as what the figure would have had to be. */
export function nextBand(
  value: Decimal,
  bands: readonly BoundBand[],
  effect: 'deduct' | 'award',
  unit: string,
  label: string,
): string | null {
  const own = bandOf(value, bands)
  const isBetter = (band: BoundBand): boolean =>
    own === undefined
      ? effect === 'award' && band.points.gt(0)
      : effect === 'deduct'
        ? band.points.lt(own.points)
        : band.points.gt(own.points)
  const distance = (band: BoundBand): Decimal => {
    if (band.from !== null && value.lte(band.from)) return band.from.minus(value)
    if (band.to !== null && value.gte(band.to)) return value.minus(band.to)
    return new Decimal(0)
  }
  const nearest = bands.filter(isBetter).toSorted((a, b) => distance(a).comparedTo(distance(b)))[0]
  if (nearest === undefined) return null
  const result = effect === 'deduct' ? `扣${plainText(nearest.points)}分` : `得${plainText(nearest.points)}分`
  return `${label}达到${bandText(nearest.band, unit)}，可${effect === 'deduct' && nearest.points.isZero() ? '不扣分' : result}`
}

/** Gaps, overlaps and boundaries that belong to both sides or to neither; `effect` decides how bad a gap is. */
export function checkBands(bands: readonly Band[], effect: 'deduct' | 'award', label: string): readonly RuleFinding[] {
  const findings: RuleFinding[] = []
  const bound = bindBands(bands)
  for (const band of bound)
    if (band.from !== null && band.to !== null) {
      const empty = band.from.gt(band.to) || (band.from.eq(band.to) && !(band.fromIncluded && band.toIncluded))
      if (empty)
        findings.push({
          severity: 'error',
          check: 'band-empty',
          message: `${label}的档次“${bandText(band.band, '')}”不含任何数值，请核对上下限`,
        })
    }
  const ordered = bound.toSorted((a, b) => {
    if (a.from === null) return b.from === null ? 0 : -1
    if (b.from === null) return 1
    return a.from.comparedTo(b.from)
  })
  for (const [index, upper] of ordered.entries()) {
    const lower = ordered[index - 1]
    if (lower === undefined) continue
    if (lower.to === null || upper.from === null) {
      findings.push({
        severity: 'error',
        check: 'band-overlap',
        message: `${label}的档次“${bandText(lower.band, '')}”与“${bandText(upper.band, '')}”重叠`,
      })
      continue
    }
    if (upper.from.lt(lower.to))
      findings.push({
        severity: 'error',
        check: 'band-overlap',
        message: `${label}的档次“${bandText(lower.band, '')}”与“${bandText(upper.band, '')}”重叠`,
      })
    else if (upper.from.gt(lower.to))
      findings.push({
        severity: effect === 'award' ? 'error' : 'warning',
        check: 'band-gap',
        message: `${label}在${plainText(lower.to)}与${plainText(upper.from)}之间没有档次，落在其间的${effect === 'award' ? '得0分' : '不扣分'}`,
      })
    else if (lower.toIncluded && upper.fromIncluded)
      findings.push({
        severity: 'error',
        check: 'band-boundary',
        message: `${label}恰为${plainText(upper.from)}时同时属于两档（“以上”“以下”均含本数），请只留一边`,
      })
    else if (!lower.toIncluded && !upper.fromIncluded)
      findings.push({
        severity: 'error',
        check: 'band-boundary',
        message: `${label}恰为${plainText(upper.from)}时不属于任何一档（两边均不含本数），请归入一边`,
      })
  }
  return findings
}
