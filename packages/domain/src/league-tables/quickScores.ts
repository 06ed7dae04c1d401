import type { Aggregation, BranchMissing, Modifier, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { SubjectScore } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { Decimal } from '@anjie/kernel'
import type { Figures } from '../scoring/figures.ts'
import { bindModifier } from '../scoring/modifiers.ts'

/**
 * By how much nodes count more or less than in the scheme: 1 as it is, 1.2 a fifth more, 0 left out. Under a mean the weight is
 * multiplied; under a sum the points earned, and the heading's total stays what it was. Nodes that are not named stay.
 */
export type WeightFactors = ReadonlyMap<string, number>

/** A node with the doubles of all subjects side by side: the quick pass over thousands of trials. It decides nothing that is close. */
export interface QuickNode {
  readonly code: string
  readonly weight: number
  readonly full: number
  readonly points: number | null
  /** Points in tenths of a hundred: what a mean on 100 is multiplied by; 1 under a sum. */
  readonly scale: number
  readonly aggregation: Aggregation | null
  readonly missing: BranchMissing
  /** How many of so many applicable children must have points. */
  readonly leastScored: readonly number[]
  readonly modifiers: readonly QuickModifier[]
  readonly children: readonly QuickNode[]
  /** Points of each subject, NaN where there are none; for branches filled anew by every call. */
  readonly values: Float64Array
  /** 1 where the node does not apply and its share goes to the siblings. */
  readonly redistributed: Uint8Array
  /** No child lacks points for any subject, so that the plain sums hold. */
  readonly complete: boolean
}

interface QuickModifier {
  readonly modifier: Modifier
  /** Of a difficulty, by subject. */
  readonly coefficients: Float64Array | null
}

const NEAR_ZERO = 1e-9

/** Beyond this the spacing of doubles comes near the width that decides. */
const LARGEST_SURE = 2 ** 40

/** Near enough to a half that a double's error could tip it; a figure too large for a double's whole numbers always is. */
export function isNearHalf(scaled: number): boolean {
  if (!(Math.abs(scaled) < LARGEST_SURE)) return true
  const magnitude = Math.abs(scaled)
  return Math.abs((magnitude % 1) - 0.5) < 1e-6 + magnitude * 1e-12
}

/** The tree of one group with what the official run gave each subject. */
export function quickTree(
  scheme: Scheme,
  top: Scheme['root'],
  subjects: readonly SubjectScore[],
  figures: Figures,
): QuickNode {
  const receipts = subjects.map((row) => new Map(row.nodes.map((node) => [node.node, node])))
  const coefficientsOf = (modifier: Modifier): Float64Array | null => {
    if (modifier.kind !== 'difficulty') return null
    const { cap: _, ...uncapped } = modifier
    const bound = bindModifier(uncapped, new Decimal(0), (item) => item)
    return Float64Array.from(subjects, (row) => {
      const subject = figures.subject(row.subject)
      const changed = subject === undefined ? null : bound(new Decimal(1), subject)
      return changed?.kind === 'points' ? changed.points.toNumber() : Number.NaN
    })
  }
  const flatten = (node: Scheme['root'], isBonus: boolean): QuickNode => {
    const children =
      node.kind === 'branch' ? node.children.map((child) => flatten(child, !isBonus && child.part === 'bonus')) : []
    const notApplicable = node.kind === 'leaf' ? (node.notApplicable ?? scheme.missing.notApplicable) : 'redistribute'
    const missing = (node.kind === 'branch' ? node.missing : undefined) ?? scheme.missing.branch
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
      missing,
      leastScored: Array.from({ length: children.length + 1 }, (_, applicable) =>
        new Decimal(missing.minShare ?? 0).times(applicable).ceil().toNumber(),
      ),
      modifiers: (node.modifiers ?? []).map((modifier) => ({ modifier, coefficients: coefficientsOf(modifier) })),
      children,
      values: Float64Array.from(receipts, (nodes) => Number(nodes.get(node.code)?.points ?? Number.NaN)),
      redistributed: Uint8Array.from(receipts, (nodes) => {
        const receipt = nodes.get(node.code)
        return receipt?.status === 'not-applicable' && receipt.points === null && notApplicable === 'redistribute'
          ? 1
          : 0
      }),
      complete: children.every((child) => !child.values.some(Number.isNaN)),
    }
  }
  return flatten(top, false)
}

/** Fills the values of a branch and everything below it for all subjects at once. */
export function evaluate(node: QuickNode, factors: WeightFactors, doubtful: Uint8Array): void {
  if (node.aggregation === null) return
  for (const child of node.children) evaluate(child, factors, doubtful)
  if (node.aggregation === 'sum') evaluateSum(node, factors)
  else if (node.aggregation === 'arithmetic' && node.complete) evaluatePlainMean(node, factors)
  else evaluateMean(node, factors, doubtful)
  for (const modifier of node.modifiers) modify(node, modifier, doubtful)
}

function evaluatePlainMean(node: QuickNode, factors: WeightFactors): void {
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

function evaluateSum(node: QuickNode, factors: WeightFactors): void {
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

function evaluateMean(node: QuickNode, factors: WeightFactors, doubtful: Uint8Array): void {
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
      if (aggregation !== 'arithmetic' && points < NEAR_ZERO) {
        if (points > -NEAR_ZERO) doubtful[index] = 1
        possible = false
      }
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
function tally(node: QuickNode, index: number, factors: WeightFactors): boolean {
  let applicable = 0
  let scored = 0
  for (const child of node.children) {
    if (child.redistributed[index] === 1) continue
    // As in the official run, a child of weight 0 is no part of a mean.
    if (node.aggregation !== 'sum' && child.weight * (factors.get(child.code) ?? 1) === 0) continue
    applicable += 1
    if (!Number.isNaN(child.values[index] ?? Number.NaN)) scored += 1
  }
  if (applicable === 0 || scored < (node.leastScored[applicable] ?? 0)) return false
  const { strategy } = node.missing
  return strategy === 'any-missing' ? scored === applicable : strategy === 'as-zero' || scored > 0
}

function modify(node: QuickNode, { modifier, coefficients }: QuickModifier, doubtful: Uint8Array): void {
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
      const most = modifier.cap === undefined ? Number.POSITIVE_INFINITY : Number(modifier.cap)
      each((points, index) => Math.min(most, points * (coefficients?.[index] ?? Number.NaN)))
      break
    }
    case 'round': {
      const unit = 10 ** modifier.digits
      each((points, index) => {
        if (isNearHalf(points * unit)) doubtful[index] = 1
        return Math.round(points * unit) / unit
      })
      break
    }
    case 'repeat-multiplier':
      // Depends on whether anything is deducted at all: left to the exact rules.
      doubtful.fill(1)
      break
  }
}
