import type { RankMovement } from '@anjie/contracts/vocabulary/scoring/rankMovement'
import { Decimal, plainText } from '@anjie/kernel'
import { figure } from '../figureText.ts'
import { points, type ScoringRule, unusable } from '../method.ts'

const ZERO = new Decimal(0)

export const rankMovement: ScoringRule<'rank_movement'> = {
  title: '位次升降',
  itemsOf: ({ currentRank, previousRank }) =>
    previousRank === undefined ? [currentRank] : [currentRank, previousRank],
  isPeerRelative: () => false,
  bind({ currentRank, previousRank, steps }, { figures, points: base }) {
    const start = base ?? ZERO
    const { name } = figures.item(currentRank)
    const bound = steps
      .map((step) => ({ ...step, least: new Decimal(step.atLeast), amount: new Decimal(step.points) }))
      .toSorted((a, b) => b.least.comparedTo(a.least))
    return (subject) => {
      const now = subject.cell(currentRank)
      if (now.status !== 'reported') return unusable(now, name)
      let before: Decimal
      if (previousRank === undefined) {
        if (subject.previousRank === null)
          return { kind: 'none', status: 'not-applicable', reason: '上期榜单中没有本单位，不比较位次' }
        before = subject.previousRank
      } else {
        const cell = subject.cell(previousRank)
        if (cell.status !== 'reported') return unusable(cell, figures.item(previousRank).name)
        before = cell.value
      }
      const rise = before.minus(now.value)
      const direction = rise.lt(0) ? 'drop' : 'rise'
      const places = rise.abs()
      const step = places.isZero()
        ? undefined
        : bound.find((candidate) => candidate.direction === direction && places.gte(candidate.least))
      const change = step === undefined ? ZERO : direction === 'drop' ? step.amount.neg() : step.amount
      return points(start.plus(change), () => ({
        figures: [
          figure('上期位次', before),
          figure('本期位次', now.value),
          figure(direction === 'drop' ? '后退位次' : '前进位次', places),
          figure(direction === 'drop' ? '扣分' : '加分', change.abs()),
        ],
        next: nextStep(before, now.value, bound, change),
      }))
    }
  },
  clause: ({ currentRank, steps }, words) =>
    `${words.item(currentRank)}较上期${steps
      .map((step) =>
        step.direction === 'drop'
          ? `后退${step.atLeast}位以上的，扣${step.points}分`
          : `前进${step.atLeast}位以上的，加${step.points}分`,
      )
      .join('；')}（“以上”含本数，只按达到的最高一档计）。`,
  reach({ steps }, { points: base }) {
    const start = base ?? ZERO
    const amounts = (direction: RankMovement['steps'][number]['direction']) =>
      steps.filter((step) => step.direction === direction).map((step) => new Decimal(step.points))
    return {
      least: start.minus(Decimal.max(ZERO, ...amounts('drop'))),
      most: start.plus(Decimal.max(ZERO, ...amounts('rise'))),
    }
  },
  check({ steps }) {
    const keys = steps.map((step) => `${step.direction} ${new Decimal(step.atLeast).toString()}`)
    return new Set(keys).size === keys.length
      ? []
      : [{ severity: 'error', check: 'band-overlap', message: '位次升降有两档的起点相同' }]
  },
}

function nextStep(
  before: Decimal,
  now: Decimal,
  steps: readonly { readonly direction: 'drop' | 'rise'; readonly least: Decimal; readonly amount: Decimal }[],
  change: Decimal,
): string | null {
  if (change.lt(0)) {
    const steady = steps.filter((step) => step.direction === 'drop').at(-1)
    return steady === undefined ? null : `后退少于${plainText(steady.least)}位，可不扣分`
  }
  const better = steps.filter((step) => step.direction === 'rise' && step.amount.gt(change)).at(-1)
  if (better === undefined) return null
  const target = before.minus(better.least)
  return target.gte(1)
    ? `位次由第${plainText(now)}位进至第${plainText(target)}位，可加${plainText(better.amount)}分`
    : null
}
