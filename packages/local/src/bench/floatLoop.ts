import type { BenchCase, BenchLeaf } from './provinceCase.ts'

/** Total and rank of each subject, in the order of the case. */
export interface FloatResult {
  readonly totals: Float64Array
  readonly ranks: Int32Array
  /** Points by indicator, then by subject. */
  readonly points: readonly Float64Array[]
}

/** The case's sums as a plain loop over floating-point numbers: what it would cost if exactness and reasons did not matter. */
export function floatLoop({ leaves, figures, groups }: Pick<BenchCase, 'leaves' | 'figures' | 'groups'>): FloatResult {
  const totals = new Float64Array(figures.length)
  const points = leaves.map(() => new Float64Array(figures.length))
  leaves.forEach((leaf, index) => {
    const own = points[index]
    if (own === undefined) return
    for (const { from, to } of groups) scoreLeaf(leaf, figures, from, to, own)
    for (let row = 0; row < totals.length; row += 1) totals[row] = (totals[row] ?? 0) + (own[row] ?? 0)
  })
  const ranks = new Int32Array(figures.length)
  for (const { from, to } of groups) {
    const rounded = Array.from(totals.subarray(from, to + 1), (total) => Math.round(total * 100) / 100)
    const sorted = rounded.toSorted((a, b) => b - a)
    rounded.forEach((total, member) => {
      ranks[from + member] = sorted.indexOf(total) + 1
    })
  }
  return { totals, ranks, points }
}

/** The same loop from the inputs that the engine gets, values as text by subject and item, to a row for each score. */
export function floatLoopFromText(one: BenchCase): unknown {
  const { scheme, subjects, values, leaves, groups } = one
  const rows = new Map(subjects.map(({ code }, row) => [code, row]))
  const columns = new Map(scheme.items.map(({ code }, column) => [code, column]))
  const figures = subjects.map(() => new Float64Array(scheme.items.length))
  for (const { subject, item, value } of values) {
    const own = figures[rows.get(subject) ?? 0]
    if (own !== undefined) own[columns.get(item) ?? 0] = Number(value)
  }
  const { totals, ranks, points } = floatLoop({ leaves, figures, groups })
  return subjects.map(({ code, group }, row) => ({
    subject: code,
    group,
    published: (totals[row] ?? 0).toFixed(2),
    rank: String(ranks[row]),
    nodes: leaves.map((leaf, index) => ({
      node: `L${index}`,
      raw: leaf.columns.map((column) => String(figures[row]?.[column])),
      points: String(points[index]?.[row]),
    })),
  }))
}

function scoreLeaf(
  leaf: BenchLeaf,
  figures: readonly Float64Array[],
  from: number,
  to: number,
  scores: Float64Array,
): void {
  const { rule, points } = leaf
  const [first = 0, second = 0] = leaf.columns
  const at = (row: number, column: number): number => figures[row]?.[column] ?? 0
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  const column: number[] = []
  if (rule === 'min-max' || rule === 'ratio-to-best' || rule === 'rank-step') {
    for (let row = from; row <= to; row += 1) {
      const value = at(row, first)
      least = Math.min(least, value)
      most = Math.max(most, value)
      column.push(value)
    }
    if (rule === 'rank-step') column.sort((a, b) => b - a)
  }
  for (let row = from; row <= to; row += 1) {
    const value = at(row, first)
    let score = 0
    switch (rule) {
      case 'min-max':
        score = most === least ? points / 2 : ((value - least) / (most - least)) * points
        break
      case 'ratio-to-best':
        score = (value / most) * points
        break
      case 'rank-step':
        score = Math.max(0, points - column.indexOf(value) * 0.02)
        break
      case 'goalposts':
        score = Math.min(1, Math.max(0, (value - 60) / 40)) * points
        break
      case 'banded':
        score = points - Math.min(points, value < 70 ? 0.6 : value < 80 ? 0.2 : 0)
        break
      case 'events':
        score = points - Math.min(points, value * 0.3)
        break
      case 'share':
        score = Math.min(points, Math.max(0, (value / at(row, second)) * points))
        break
      case 'slope': {
        const upper = value < 95 ? 95 - Math.max(value, 85) : 0
        const lower = value < 85 ? 85 - value : 0
        score = points - Math.min(points, upper * 0.02 + lower * 0.05)
        break
      }
      case 'threshold':
        score = Math.min(points, Math.max(0, value >= 90 ? points : (value / 90) * points))
        break
    }
    scores[row] = score
  }
}
