import { Decimal } from '@anjie/kernel'
import { bandLines, bandOf, bandsClause, bindBands, checkBands, nextBand } from '../bands.ts'
import { limited, limitFigures, limitTail } from '../deductions.ts'
import { figure } from '../figureText.ts'
import { points, type ScoringRule, unusable } from '../method.ts'

const ZERO = new Decimal(0)

export const banded: ScoringRule<'banded'> = {
  title: '分档计分',
  itemsOf: ({ item }) => [item],
  isPeerRelative: () => false,
  bind({ item, effect, bands, limit }, { figures, points: base }) {
    const bound = bindBands(bands)
    const lines = bandLines(bound)
    const { name, unit } = figures.item(item)
    const start = base ?? ZERO
    return (subject) => {
      const cell = subject.cell(item)
      if (cell.status !== 'reported') return unusable(cell, name)
      const band = bandOf(cell.value, bound)
      const amount = band?.points ?? ZERO
      const taken = effect === 'deduct' ? limited(amount, limit, start) : amount
      return points(effect === 'deduct' ? start.minus(taken) : amount, () => ({
        figures: [
          figure(name, cell.value, lines),
          figure('所在档次', band === undefined ? '不在任何一档' : (band.band.name ?? bandName(band.band))),
          figure(effect === 'deduct' ? '扣分' : '得分', taken),
          ...(effect === 'deduct' ? limitFigures(amount, taken) : []),
        ],
        next: nextBand(cell.value, bound, effect, unit, name),
      }))
    }
  },
  clause: ({ item, effect, bands, limit }, words) =>
    `${words.item(item)}${bandsClause(bands, words.unit(item), effect)}${effect === 'deduct' ? limitTail(limit, words) : ''}。`,
  reach: ({ effect, bands, limit }, { points: base }) => bandReach(bands, effect, limit, base ?? ZERO),
  check({ item, effect, bands }, { full, words }) {
    const findings = [...checkBands(bands, effect, words.item(item))]
    if (effect === 'award')
      for (const band of bands)
        if (full.lt(band.points))
          findings.push({
            severity: 'error',
            check: 'band-above-points',
            message: `档次得分${band.points}分超过本项分值${full}分`,
          })
    return findings
  },
}

function bandName(band: { readonly from?: string | undefined; readonly to?: string | undefined }): string {
  return `${band.from ?? '−∞'}～${band.to ?? '＋∞'}`
}

/** Least and most points of a banded rule. */
export function bandReach(
  bands: readonly { readonly points: string }[],
  effect: 'deduct' | 'award',
  limit: Parameters<typeof limited>[1],
  start: Decimal,
): { readonly least: Decimal; readonly most: Decimal } {
  const amounts = bands.map((band) => new Decimal(band.points))
  const most = Decimal.max(ZERO, ...amounts)
  const least = Decimal.min(...amounts)
  return effect === 'award'
    ? { least, most }
    : { least: start.minus(limited(most, limit, start)), most: start.minus(limited(least, limit, start)) }
}
