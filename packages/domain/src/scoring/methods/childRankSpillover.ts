import { PERIOD_NAMES } from '@anjie/contracts/vocabulary/schemes/schemeWords'
import { Decimal } from '@anjie/kernel'
import { deductionReach, limited, limitFigures, limitTail } from '../deductions.ts'
import { figure } from '../figureText.ts'
import { negativeCount, noFindings, points, type ScoringRule, unusable } from '../method.ts'

const ZERO = new Decimal(0)

export const childRankSpillover: ScoringRule<'child_rank_spillover'> = {
  title: '下级末位连带',
  itemsOf: ({ tiers }) => tiers.map((tier) => tier.item),
  countsOf: ({ tiers }) => tiers.map((tier) => tier.item),
  isPeerRelative: () => false,
  bind({ tiers, limit }, { figures, points: base }) {
    const start = base ?? ZERO
    const bound = tiers.map((tier) => ({
      ...tier,
      per: new Decimal(tier.pointsEach),
      name: figures.item(tier.item).name,
    }))
    return (subject) => {
      let deduction = ZERO
      const parts: { label: string; count: Decimal }[] = []
      for (const tier of bound) {
        const cell = subject.cell(tier.item)
        if (cell.status !== 'reported') return unusable(cell, tier.name)
        const negative = negativeCount(cell.value, tier.name)
        if (negative !== null) return negative
        deduction = deduction.plus(cell.value.times(tier.per))
        parts.push({ label: `${tier.name}（每次扣${tier.pointsEach}分）`, count: cell.value })
      }
      const taken = limited(deduction, limit, start)
      return points(start.minus(taken), () => ({
        figures: [
          ...parts.map((part) => figure(part.label, part.count)),
          figure('扣分', deduction),
          ...limitFigures(deduction, taken),
        ],
        next: deduction.gt(0) ? '所辖单位不再列入末位，可不扣分' : null,
      }))
    }
  },
  clause: ({ tiers, limit }, words) =>
    `${tiers
      .map(
        (tier) =>
          `${words.item(tier.item)}（${PERIOD_NAMES[tier.each]}排名列末${tier.bottom}位），每个每次扣${tier.pointsEach}分`,
      )
      .join('；')}${limitTail(limit, words)}。`,
  reach: ({ limit }, { points: base }) => deductionReach(limit, base ?? ZERO),
  check: noFindings,
}
