import type { Aggregation, BranchMissing, Modifier, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ScoreRun, SubjectScore } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { Decimal, roundDecimal } from '@anjie/kernel'
import { byCode } from '../ranking/byCode.ts'
import { rankWholeNumbers } from '../ranking/numbering.ts'
import { aggregate } from '../scoring/aggregate.ts'
import { treeOfGroup } from '../scoring/boundTree.ts'
import { Figures } from '../scoring/figures.ts'
import { bindModifier } from '../scoring/modifiers.ts'
import { type ScoreInput, scoreCycle } from '../scoring/scoreCycle.ts'

/**
 * By how much nodes count more or less than in the scheme: 1 as it is, 1.2 a fifth more, 0 left out. Under a mean the weight is
 * multiplied; under a sum the points earned, and the heading's total stays what it was. Nodes that are not named stay.
 */
export type WeightFactors = ReadonlyMap<string, number>

export interface WhatIfRow {
  readonly subject: string
  readonly name: string
  readonly group: string
  readonly published: string | null
  readonly rank: string | null
}

/**
 * 权重试算: the table redrawn under other weights, thousands of times a second, for the browser and for rank intervals.
 * What each indicator gives is taken from the official run; only how it is put together changes. Sums run in doubles, and a
 * score that comes close enough to a rounding border for that to matter is worked out again in exact decimals.
 */
export interface WhatIf {
  /** The official run on the same figures, to stand beside every trial. */
  readonly official: ScoreRun
  /** Ranked subjects by group. */
  readonly tables: readonly WhatIfTable[]
  /** The whole table under other weights, with the same rounding and numbering as the official one. */
  readonly redraw: (factors: WeightFactors) => readonly WhatIfRow[]
}

export interface WhatIfTable {
  readonly group: string
  readonly subjects: readonly SubjectScore[]
  /** Scores under other weights, in the order of `subjects`. The arrays are filled anew by the next call. */
  readonly scores: (factors: WeightFactors) => WhatIfScores
}

/** NaN where a subject has no score. */
export interface WhatIfScores {
  /** Before rounding. */
  readonly totals: Float64Array
  /** Published scores times 10 to the scheme's digits: whole numbers, rounded as the scheme says. */
  readonly published: Float64Array
  /** What the ranks go by: the published scores, or on an exact basis the scores at nine decimals, as whole numbers. */
  readonly compared: Float64Array
}

interface FlatNode {
  readonly code: string
  readonly weight: number
  readonly full: number
  readonly points: number | null
  /** Points in tenths of a hundred: what a mean on 100 is multiplied by; 1 under a sum. */
  readonly scale: number
  readonly aggregation: Aggregation | null
  readonly missing: BranchMissing
  readonly modifiers: readonly Modifier[]
  readonly children: readonly FlatNode[]
  /** Points of each subject, NaN where there are none; for branches filled anew by every call. */
  readonly values: Float64Array
  /** 1 where the node does not apply and its share goes to the siblings. */
  readonly redistributed: Uint8Array
  /** No child lacks points for any subject, so that the plain sums hold. */
  readonly complete: boolean
  readonly exact: readonly (Decimal | null)[]
}

/** Near enough to a half that a double's error could tip it. */
const HALF_MARGIN = 1e-6
const SHARE_MARGIN = 1e-9
const EXACT_BASIS_DIGITS = 9
const ZERO = new Decimal(0)

export function openWhatIf(input: ScoreInput): WhatIf {
  const { scheme } = input
  const official = scoreCycle({ ...input, explain: 'points' })
  const figures = new Figures(scheme.items, input.subjects, input.values, official.period, new Map())
  const tables = scheme.groups
    .toSorted((a, b) => byCode(a.code, b.code))
    .flatMap((group): WhatIfTable[] => {
      const subjects = official.subjects.filter((row) => row.group === group.code && holdsPlace(scheme, row))
      const root = treeOfGroup(scheme.root, group)
      return root === null || subjects.length === 0 ? [] : [openTable(scheme, group.code, root, subjects, figures)]
    })
  return { official, tables, redraw: (factors) => redraw(scheme, official, tables, factors) }
}

/** Who stands in the order of a table: also the unranked, where the scheme keeps their places empty. */
const holdsPlace = (scheme: Scheme, row: SubjectScore): boolean =>
  row.notRanked === null || (scheme.ranking.unrankedTakesPlace === 'counted' && row.exact !== null)

function redraw(
  scheme: Scheme,
  official: ScoreRun,
  tables: readonly WhatIfTable[],
  factors: WeightFactors,
): readonly WhatIfRow[] {
  const found = new Map<string, { total: number; published: number; compared: number }>()
  for (const table of tables) {
    const { totals, published, compared } = table.scores(factors)
    for (const [index, { subject }] of table.subjects.entries()) {
      const total = totals[index] ?? Number.NaN
      if (!Number.isNaN(total))
        found.set(subject, { total, published: published[index] ?? 0, compared: compared[index] ?? 0 })
    }
  }
  const ranks = new Map<string, string>()
  const ranked = (rows: readonly SubjectScore[]) => {
    const ordered =
      scheme.ranking.numbering === '1234'
        ? rows.toSorted((a, b) => (found.get(b.subject)?.total ?? 0) - (found.get(a.subject)?.total ?? 0))
        : rows
    const numbers = rankWholeNumbers(
      ordered.map((row) => found.get(row.subject)?.compared ?? null),
      scheme.ranking.numbering,
      'highest-first',
    )
    for (const [index, row] of ordered.entries()) {
      const rank = numbers[index]
      if (rank !== null && rank !== undefined) ranks.set(row.subject, String(rank))
    }
  }
  if (scheme.ranking.scope === 'all')
    ranked(tables.flatMap((table) => table.subjects).toSorted((a, b) => byCode(a.subject, b.subject)))
  else for (const table of tables) ranked(table.subjects)
  return official.subjects.map((row): WhatIfRow => {
    const own = found.get(row.subject)
    return {
      subject: row.subject,
      name: row.name,
      group: row.group,
      published: own === undefined ? null : textOfWhole(own.published, scheme.rounding.digits),
      rank: row.notRanked === null ? (ranks.get(row.subject) ?? null) : null,
    }
  })
}

/** 9125 with two digits is 91.25; never negative zero. */
function textOfWhole(whole: number, digits: number): string {
  const padded = String(Math.abs(whole)).padStart(digits + 1, '0')
  const body = digits === 0 ? padded : `${padded.slice(0, -digits)}.${padded.slice(-digits)}`
  return whole < 0 ? `-${body}` : body
}

function openTable(
  scheme: Scheme,
  group: string,
  top: Scheme['root'],
  subjects: readonly SubjectScore[],
  figures: Figures,
): WhatIfTable {
  const count = subjects.length
  const receipts = subjects.map((row) => new Map(row.nodes.map((node) => [node.node, node])))
  const flatten = (node: Scheme['root'], isBonus: boolean): FlatNode => {
    const children =
      node.kind === 'branch' ? node.children.map((child) => flatten(child, !isBonus && child.part === 'bonus')) : []
    const exact = receipts.map((nodes) => {
      const points = nodes.get(node.code)?.points ?? null
      return points === null ? null : new Decimal(points)
    })
    const notApplicable = node.kind === 'leaf' ? (node.notApplicable ?? scheme.missing.notApplicable) : 'redistribute'
    return {
      code: node.code,
      weight: Number(node.weight ?? 1),
      full: isBonus ? 0 : Number(node.points ?? 0),
      points: node.points === undefined ? null : Number(node.points),
      scale:
        node.kind === 'branch' && node.aggregation !== 'sum' && node.points !== undefined
          ? Number(node.points) / 100
          : 1,
      aggregation: node.kind === 'branch' ? node.aggregation : null,
      missing: (node.kind === 'branch' ? node.missing : undefined) ?? scheme.missing.branch,
      modifiers: node.modifiers ?? [],
      children,
      values: Float64Array.from(exact, (points) => (points === null ? Number.NaN : points.toNumber())),
      redistributed: Uint8Array.from(receipts, (nodes) => {
        const receipt = nodes.get(node.code)
        return receipt?.status === 'not-applicable' && receipt.points === null && notApplicable === 'redistribute'
          ? 1
          : 0
      }),
      complete: children.every((child) => child.exact.every((points) => points !== null)),
      exact,
    }
  }
  const root = flatten(top, false)
  const bonusNodes =
    top.kind === 'branch' && top.aggregation === 'sum'
      ? root.children.filter((_, index) => top.children[index]?.part === 'bonus')
      : []
  const vetoes = subjects.map((row) =>
    scheme.vetoes.reduce(
      (sum, veto) =>
        veto.effect.kind === 'fixed-deduction' && row.vetoes.some((hit) => hit.veto === veto.code)
          ? sum.plus(veto.effect.points)
          : sum,
      ZERO,
    ),
  )
  const totals = new Float64Array(count)
  const published = new Float64Array(count)
  const compared = scheme.ranking.basis === 'published' ? published : new Float64Array(count)
  const start = Number(scheme.totals.start)
  const deducted = vetoes.map((points) => points.toNumber())
  const coefficientAt = (modifier: Extract<Modifier, { kind: 'difficulty' }>, index: number): number | null => {
    const subject = figures.subject(subjects[index]?.subject ?? '')
    if (subject === undefined) return null
    const bound = bindModifier(modifier, ZERO, (item) => item)(new Decimal(1), subject)
    return bound.kind === 'points' ? bound.points.toNumber() : null
  }
  const coefficients = new Map<Modifier, Float64Array>()
  const collect = (node: FlatNode): void => {
    for (const modifier of node.modifiers)
      if (modifier.kind === 'difficulty') {
        const { cap: _, ...uncapped } = modifier
        coefficients.set(
          modifier,
          Float64Array.from({ length: count }, (_entry, index) => coefficientAt(uncapped, index) ?? Number.NaN),
        )
      }
    for (const child of node.children) collect(child)
  }
  collect(root)
  return {
    group,
    subjects,
    scores(factors) {
      evaluate(root, factors, coefficients)
      for (let index = 0; index < count; index += 1) {
        const points = root.values[index] ?? Number.NaN
        let bonus = 0
        for (const node of bonusNodes) {
          const earned = node.values[index] ?? Number.NaN
          if (!Number.isNaN(earned)) bonus += earned * (factors.get(node.code) ?? 1)
        }
        let total = points - bonus + start - (deducted[index] ?? 0)
        total += scheme.totals.bonusCap === undefined ? bonus : Math.min(bonus, Number(scheme.totals.bonusCap))
        if (scheme.totals.min !== undefined) total = Math.max(Number(scheme.totals.min), total)
        if (scheme.totals.max !== undefined) total = Math.min(Number(scheme.totals.max), total)
        totals[index] = total
        published[index] = rounded(index, total, scheme.rounding.digits)
        if (compared !== published) compared[index] = rounded(index, total, EXACT_BASIS_DIGITS)
        if (Number.isNaN(published[index])) totals[index] = Number.NaN
      }
      return { totals, published, compared }

      function rounded(index: number, total: number, digits: number): number {
        const scaled = total * 10 ** digits
        const magnitude = Math.abs(scaled)
        if (Math.abs((magnitude % 1) - 0.5) < HALF_MARGIN) {
          const exact = exactly(index)
          return exact === null
            ? Number.NaN
            : roundDecimal(exact, digits, scheme.rounding.mode)
                .times(10 ** digits)
                .toNumber()
        }
        return Math.round(magnitude) === 0 ? 0 : Math.sign(scaled) * Math.round(magnitude)
      }

      /** The same score once more in exact decimals; null where a child that doubles put beside zero is zero, and nothing is left. */
      function exactly(index: number): Decimal | null {
        const subject = figures.subject(subjects[index]?.subject ?? '')
        const score = (node: FlatNode): Decimal | null => {
          if (node.aggregation === null) return node.exact[index] ?? null
          const parts = node.children.map((child) => ({
            points: score(child),
            redistributed: child.redistributed[index] === 1,
            weight: new Decimal(child.weight),
            full: new Decimal(child.full),
            factor: new Decimal(factors.get(child.code) ?? 1),
          }))
          const full = parts.reduce((sum, part) => sum.plus(part.full), ZERO)
          const wanted = parts.reduce((sum, part) => sum.plus(part.full.times(part.factor)), ZERO)
          const level = node.aggregation !== 'sum' || wanted.isZero() ? new Decimal(1) : full.div(wanted)
          const combined = aggregate(
            parts.map((part) => {
              const by =
                node.aggregation !== 'sum'
                  ? new Decimal(1)
                  : part.full.isZero()
                    ? part.factor
                    : part.factor.times(level)
              return {
                points: part.points === null ? null : part.points.times(by),
                redistributed: part.redistributed,
                weight: part.weight.times(part.factor),
                full: part.full.times(part.factor),
              }
            }),
            node.aggregation,
            node.missing,
          )
          if (combined.kind === 'none') return null
          let points = node.scale === 1 ? combined.points : combined.points.times(node.points ?? 100).div(100)
          for (const modifier of node.modifiers) {
            if (subject === undefined) break
            const changed = bindModifier(modifier, new Decimal(node.points ?? 0), (item) => item)(points, subject)
            if (changed.kind === 'none') return null
            points = changed.points
          }
          return points
        }
        const points = score(root)
        if (points === null) return null
        let bonus = ZERO
        for (const node of bonusNodes) bonus = bonus.plus((score(node) ?? ZERO).times(factors.get(node.code) ?? 1))
        let total = points
          .minus(bonus)
          .plus(scheme.totals.start)
          .minus(vetoes[index] ?? ZERO)
        total = total.plus(scheme.totals.bonusCap === undefined ? bonus : Decimal.min(bonus, scheme.totals.bonusCap))
        if (scheme.totals.min !== undefined) total = Decimal.max(scheme.totals.min, total)
        if (scheme.totals.max !== undefined) total = Decimal.min(scheme.totals.max, total)
        return total
      }
    },
  }
}

/** Fills the values of a branch and everything below it for all subjects at once. */
function evaluate(node: FlatNode, factors: WeightFactors, coefficients: ReadonlyMap<Modifier, Float64Array>): void {
  if (node.aggregation === null) return
  for (const child of node.children) evaluate(child, factors, coefficients)
  if (node.aggregation === 'sum') evaluateSum(node, factors)
  else if (node.aggregation === 'arithmetic' && node.complete) evaluatePlainMean(node, factors)
  else evaluateMean(node, factors)
  for (const modifier of node.modifiers) modify(node, modifier, coefficients)
}

function evaluatePlainMean(node: FlatNode, factors: WeightFactors): void {
  const { values, children } = node
  let weights = 0
  values.fill(0)
  for (const child of children) {
    const weight = child.weight * (factors.get(child.code) ?? 1)
    weights += weight
    if (weight === 0) continue
    const own = child.values
    for (let index = 0; index < own.length; index += 1)
      values[index] = (values[index] ?? 0) + weight * (own[index] ?? 0)
  }
  const scale = node.scale / weights
  for (let index = 0; index < values.length; index += 1) values[index] = (values[index] ?? 0) * scale
}

function evaluateSum(node: FlatNode, factors: WeightFactors): void {
  const { values, children, complete } = node
  let full = 0
  let wanted = 0
  for (const child of children) {
    full += child.full
    wanted += child.full * (factors.get(child.code) ?? 1)
  }
  const level = wanted === 0 ? 1 : full / wanted
  values.fill(0)
  if (complete) {
    for (const child of children) {
      const by = (factors.get(child.code) ?? 1) * (child.full === 0 ? 1 : level)
      const own = child.values
      for (let index = 0; index < own.length; index += 1) values[index] = (values[index] ?? 0) + by * (own[index] ?? 0)
    }
    return
  }
  for (let index = 0; index < values.length; index += 1) {
    let left = 0
    let base = 0
    let extra = 0
    const seen = tally(node, index, factors)
    for (const child of children) {
      if (child.redistributed[index] === 1) continue
      const by = factors.get(child.code) ?? 1
      left += child.full * by
      const points = child.values[index] ?? Number.NaN
      if (Number.isNaN(points)) continue
      if (child.full === 0) extra += by * points
      else base += by * level * points
    }
    values[index] = seen ? base * (left === 0 ? 1 : wanted / left) + extra : Number.NaN
  }
}

function evaluateMean(node: FlatNode, factors: WeightFactors): void {
  const { values, children, aggregation } = node
  for (let index = 0; index < values.length; index += 1) {
    let weights = 0
    let total = 0
    let possible = tally(node, index, factors)
    for (const child of children) {
      if (child.redistributed[index] === 1) continue
      const weight = child.weight * (factors.get(child.code) ?? 1)
      if (weight === 0) continue
      let points = child.values[index] ?? Number.NaN
      if (Number.isNaN(points)) {
        if (node.missing.strategy !== 'as-zero') continue
        points = 0
      }
      if (aggregation !== 'arithmetic' && points <= 0) possible = false
      weights += weight
      total +=
        weight * (aggregation === 'arithmetic' ? points : aggregation === 'geometric' ? Math.log(points) : 1 / points)
    }
    const mean =
      aggregation === 'arithmetic'
        ? total / weights
        : aggregation === 'geometric'
          ? Math.exp(total / weights)
          : weights / total
    values[index] = possible && weights > 0 ? mean * node.scale : Number.NaN
  }
}

/** Are there enough children with points for this subject? */
function tally(node: FlatNode, index: number, factors: WeightFactors): boolean {
  let applicable = 0
  let scored = 0
  for (const child of node.children) {
    if (child.redistributed[index] === 1) continue
    // As in the official run, a child of weight 0 is no part of a mean.
    if (node.aggregation !== 'sum' && child.weight * (factors.get(child.code) ?? 1) === 0) continue
    applicable += 1
    if (!Number.isNaN(child.values[index] ?? Number.NaN)) scored += 1
  }
  const { strategy, minShare } = node.missing
  if (applicable === 0) return false
  if (minShare !== undefined && Number(minShare) * applicable - SHARE_MARGIN > scored) return false
  return strategy === 'any-missing' ? scored === applicable : strategy === 'as-zero' || scored > 0
}

function modify(node: FlatNode, modifier: Modifier, coefficients: ReadonlyMap<Modifier, Float64Array>): void {
  const { values } = node
  const each = (change: (points: number, index: number) => number): void => {
    for (let index = 0; index < values.length; index += 1) values[index] = change(values[index] ?? Number.NaN, index)
  }
  switch (modifier.kind) {
    case 'floor':
      each((points) => Math.max(Number(modifier.points), points))
      break
    case 'cap':
      each((points) => Math.min(Number(modifier.points), points))
      break
    case 'deduction-cap':
      each((points) => Math.max((node.points ?? 0) - Number(modifier.points), points))
      break
    case 'difficulty': {
      const own = coefficients.get(modifier)
      const most = modifier.cap === undefined ? Number.POSITIVE_INFINITY : Number(modifier.cap)
      each((points, index) => Math.min(most, points * (own?.[index] ?? Number.NaN)))
      break
    }
    case 'round': {
      const unit = 10 ** modifier.digits
      each((points) => Math.round(points * unit) / unit)
      break
    }
    case 'repeat-multiplier':
      // A doubling of a whole branch's deductions is part of what was already scored; weights do not change it.
      break
  }
}
