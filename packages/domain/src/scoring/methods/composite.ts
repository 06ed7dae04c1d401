import type { Composite } from '@anjie/contracts/vocabulary/scoring/composite'
import type { Figure } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { Decimal } from '@anjie/kernel'
import { deductionReach, limitClause, limited, limitFigures } from '../deductions.ts'
import { figure, figureText } from '../figureText.ts'
import { points, type RuleFinding, type ScoringRule } from '../method.ts'
import { partRuleOf } from './partRules.ts'

const ZERO = new Decimal(0)

/** A part without points of its own takes from the item's; a bonus starts from nothing. */
function ownPoints(part: Composite['parts'][number], start: Decimal): Decimal {
  if (part.points !== undefined) return new Decimal(part.points)
  return part.scoring.method === 'per_event_bonus' ? ZERO : start
}

/**
 * The item starts from its points; each part changes them by what it scores less its own points. The shared limit then
 * holds the sum of all losses.
 */
export const composite: ScoringRule<'composite'> = {
  title: '综合计分',
  itemsOf: ({ parts }, formulaNames) =>
    parts.flatMap((part) => partRuleOf(part.scoring).itemsOf(part.scoring, formulaNames)),
  countsOf: ({ parts }, formulaNames) =>
    parts.flatMap((part) => partRuleOf(part.scoring).countsOf?.(part.scoring, formulaNames) ?? []),
  isPeerRelative: ({ parts }) => parts.some((part) => partRuleOf(part.scoring).isPeerRelative(part.scoring)),
  bind({ parts, limit }, place) {
    const start = place.points ?? ZERO
    const bound = parts.map((part) => {
      const own = ownPoints(part, start)
      return {
        name: part.name,
        own,
        scorer: partRuleOf(part.scoring).bind(part.scoring, { ...place, points: own, full: own }),
      }
    })
    return (subject) => {
      let change = ZERO
      const rows: { name: string; change: Decimal; figures: () => readonly Figure[]; next: () => string | null }[] = []
      for (const { name, own, scorer } of bound) {
        const outcome = scorer(subject)
        if (outcome.kind === 'none') return { ...outcome, reason: `${name}：${outcome.reason}` }
        const difference = outcome.points.minus(own)
        change = change.plus(difference)
        rows.push({
          name,
          change: difference,
          figures: () => outcome.explain().figures,
          next: () => outcome.explain().next,
        })
      }
      const lost = change.neg()
      const taken = lost.gt(0) ? limited(lost, limit, start) : lost
      return points(start.minus(taken), () => ({
        figures: [
          ...rows.flatMap((row) => [
            ...row.figures().map((entry) => ({ label: `${row.name}·${entry.label}`, value: entry.value })),
            figure(`${row.name}·增减分`, figureText(row.change)),
          ]),
          ...limitFigures(lost, taken),
        ],
        next: rows.find((row) => row.change.lt(0))?.next() ?? null,
      }))
    }
  },
  clause: ({ parts, limit }, words) =>
    `${parts
      .map((part, index) => {
        const own = ownPoints(part, words.points ?? ZERO)
        return `（${index + 1}）${partRuleOf(part.scoring).clause(part.scoring, words.forPart(own))}`
      })
      .join('')}以上各项合计，${limitClause(limit)}。`,
  reach({ parts, limit }, rule) {
    const start = rule.points ?? ZERO
    let most: Decimal | null = start
    for (const part of parts) {
      const own = ownPoints(part, start)
      const reach = partRuleOf(part.scoring).reach(part.scoring, { ...rule, points: own, full: own })
      most = most === null || reach.most === null ? null : most.plus(reach.most.minus(own))
    }
    return { least: deductionReach(limit, start).least, most }
  },
  check({ parts, limit }, rule) {
    const findings: RuleFinding[] = []
    const sum = parts.reduce((total, part) => total.plus(part.points ?? 0), ZERO)
    if (rule.points !== null && sum.gt(rule.points))
      findings.push({
        severity: 'error',
        check: 'parts-above-points',
        message: `各小项分值合计${sum}分，超过本项${rule.points}分`,
      })
    if (limit.kind === 'floor' && (rule.points === null || rule.points.isZero()))
      findings.push({ severity: 'error', check: 'floor-without-points', message: '本项无分值，却规定“扣完为止”' })
    for (const part of parts) {
      const own = ownPoints(part, rule.points ?? ZERO)
      for (const finding of partRuleOf(part.scoring).check(part.scoring, { ...rule, points: own, full: own }))
        findings.push({ ...finding, message: `${part.name}：${finding.message}` })
    }
    return findings
  },
}
