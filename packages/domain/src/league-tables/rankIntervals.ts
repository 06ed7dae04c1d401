import type { SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { byCode } from '../ranking/byCode.ts'
import { quantile } from '../ranking/quantile.ts'
import type { ScoreInput } from '../scoring/scoreCycle.ts'
import { seededNumbers } from './seededNumbers.ts'
import { openWhatIf, type WhatIf } from './whatIf.ts'

/** How the weights are shaken. */
export interface WeightNoise {
  readonly draws: number
  readonly seed: number
  /** Greatest relative change of a weight, 0.25 = up to a quarter more or less. */
  readonly spread: number
}

/** 位次区间: where a subject would stand if the weights were a little different: “第3位，可能为第2至6位”. */
export interface RankInterval {
  readonly subject: string
  readonly group: string
  /** Official rank. */
  readonly rank: string | null
  /** 5 % and 95 % quantile of the simulated ranks, and what lies between and beyond. */
  readonly low: number
  readonly high: number
  readonly median: number
  readonly mean: number
  readonly best: number
  readonly worst: number
}

/**
 * Shakes every weight independently, w × (1 + (2u − 1) × spread) with u uniform in 0 … 1, redraws the table and keeps the
 * ranks (numbered 1224). The same seed gives the same intervals. Groups are ranked apart.
 */
export function rankIntervals(input: ScoreInput, noise: WeightNoise): readonly RankInterval[] {
  return intervalsOf(openWhatIf(input), input.scheme.root, noise)
}

/** The same on an open trial. */
export function intervalsOf(whatIf: WhatIf, root: SchemeNode, noise: WeightNoise): readonly RankInterval[] {
  const codes = codesOf(root)
  const intervals: RankInterval[] = []
  const uniform = seededNumbers(noise.seed)
  const factors = new Map<string, number>()
  const tables = whatIf.tables.map((table) => ({
    table,
    ranks: table.subjects.map(() => new Float64Array(noise.draws)),
  }))
  for (let draw = 0; draw < noise.draws; draw += 1) {
    for (const code of codes) factors.set(code, 1 + (2 * uniform() - 1) * noise.spread)
    for (const { table, ranks } of tables) {
      const { compared } = table.scores(factors)
      const ascending = compared.slice().sort()
      for (const [index, own] of ranks.entries()) own[draw] = placeOf(compared[index] ?? Number.NaN, ascending)
    }
  }
  for (const { table, ranks } of tables)
    for (const [index, row] of table.subjects.entries()) {
      const own = (ranks[index] ?? new Float64Array()).sort()
      intervals.push({
        subject: row.subject,
        group: row.group,
        rank: row.rank,
        low: quantile(own, 0.05),
        high: quantile(own, 0.95),
        median: quantile(own, 0.5),
        mean: own.reduce((sum, rank) => sum + rank, 0) / own.length,
        best: own[0] ?? Number.NaN,
        worst: own.at(-1) ?? Number.NaN,
      })
    }
  return intervals.toSorted((a, b) => byCode(a.subject, b.subject))
}

function codesOf(root: SchemeNode): readonly string[] {
  return root.kind === 'leaf' ? [] : root.children.flatMap((child) => [child.code, ...codesOf(child)])
}

/** Rank (1224, highest first) of a score among scores in ascending order; one without a score comes last. */
function placeOf(score: number, ascending: Float64Array): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    // NaN sorts to the end and is never greater.
    if ((ascending[middle] ?? Number.NaN) > score) high = middle
    else low = middle + 1
  }
  let scored = ascending.length
  while (scored > 0 && Number.isNaN(ascending[scored - 1] ?? Number.NaN)) scored -= 1
  return Number.isNaN(score) ? ascending.length : scored - Math.min(low, scored) + 1
}
