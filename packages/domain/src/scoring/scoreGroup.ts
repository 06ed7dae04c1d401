import type { CapGroup, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { Figure, NodeScore, NodeStatus, SubjectScore } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { Decimal, plainText, roundDecimal } from '@anjie/kernel'
import { compare, isZero } from '../ranking/compare.ts'
import { type AggregatedChild, aggregate } from './aggregate.ts'
import type { BoundBranch, BoundLeaf, BoundNode, BoundTree } from './boundTree.ts'
import type { Subject } from './cell.ts'
import type { SubjectFigures } from './figures.ts'
import { figure } from './figureText.ts'
import type { Explanation, Outcome } from './method.ts'
import { PeerColumn } from './peerColumn.ts'
import { consequence, isDisqualified, isTriggered, openVetoes } from './vetoes.ts'

const ZERO = new Decimal(0)
const ONE = new Decimal(1)
const nothing = (): Explanation => ({ figures: [], next: null })

/** What became of one node for one subject, while it is being worked out. */
interface NodeResult {
  status: NodeStatus
  points: Decimal | null
  /** Does not apply, and its share goes to the siblings. */
  redistributed: boolean
  explain: () => Explanation
  /** What modifiers, limits and policies added. */
  remarks: readonly Figure[]
}

const NO_REMARKS: readonly Figure[] = []

/** A scored subject before it is placed: its row, and the exact figures that its place is decided by. The row has them as text only. */
export interface ScoredSubject {
  readonly row: SubjectScore
  /** Total with its parts; `null` without a score. */
  readonly total: Total | null
  /** Points of the nodes that a grade asks for. */
  readonly nodePoints: ReadonlyMap<string, Decimal | null>
  /** Of how many leaves that apply there is a usable figure. */
  readonly share: DataShare
  /** The total under other weights, by these same rules; only where the cycle was scored as `reweighable`. */
  readonly reweighed: ((factors: ExactFactors) => Decimal | null) | null
}

/** By how much nodes count more or less than in the scheme; those that are not named count as they do. */
export type ExactFactors = ReadonlyMap<string, Decimal>

export interface Total {
  readonly exact: Decimal
  readonly base: Decimal
  readonly bonus: Decimal
}

export interface DataShare {
  readonly scored: number
  readonly applicable: number
}

function remark(result: NodeResult, entry: Figure): void {
  result.remarks = [...result.remarks, entry]
}

/** Scores all members of one group; ranks and grades come later. */
export function scoreGroup(
  scheme: Scheme,
  tree: BoundTree,
  members: readonly SubjectFigures[],
  explain: 'full' | 'points',
  isReweighable = false,
): ScoredSubject[] {
  const peers =
    scheme.ranking.unrankedAsPeer === 'left-out' ? members.filter((member) => !isDisqualified(scheme, member)) : members
  const means = groupMeans(tree.leaves, peers)
  // One subject after the other, so that what is only needed on the way does not pile up.
  return members.map((member) => {
    const leafResults = tree.leaves.map((leaf) => scoreLeaf(leaf, member))
    for (const [leaf, mean] of means) giveGroupMean(leafResults[leaf.index], mean)
    return scoreSubject(scheme, tree, member, leafResults, explain, isReweighable)
  })
}

function scoreLeaf(leaf: BoundLeaf, subject: SubjectFigures): NodeResult {
  const outcome: Outcome = leaf.scorer(subject)
  if (outcome.kind === 'none') return withoutFigure(leaf, outcome)
  const result: NodeResult = {
    status: 'scored',
    points: outcome.points,
    redistributed: false,
    explain: outcome.explain,
    remarks: NO_REMARKS,
  }
  return leaf.modifiers.length === 0 ? result : modified(leaf, result, subject)
}

/** What the scheme's policy gives a leaf without a usable figure. */
function withoutFigure(leaf: BoundLeaf, outcome: Extract<Outcome, { kind: 'none' }>): NodeResult {
  const result: NodeResult = {
    status: outcome.status,
    points: null,
    redistributed: false,
    explain: nothing,
    remarks: [figure('未计分原因', outcome.reason)],
  }
  if (outcome.status === 'not-applicable') {
    switch (leaf.notApplicable) {
      case 'redistribute':
        result.redistributed = true
        remark(result, figure('不适用的处理', '分值由同级其他指标分摊'))
        break
      case 'full':
        result.points = leaf.unimpaired
        remark(result, figure('不适用的处理', '按满分计'))
        break
      case 'group-mean':
      case 'no-score':
        break
    }
  } else if (leaf.missing !== 'no-score') {
    result.points = leaf.missing === 'zero' ? ZERO : leaf.unimpaired
    remark(result, figure('无数据的处理', leaf.missing === 'zero' ? '计0分' : '按满分计'))
  }
  return result
}

function modified(node: BoundNode, result: NodeResult, subject: SubjectFigures): NodeResult {
  for (const modifier of node.modifiers) {
    if (result.points === null) break
    const change = modifier(result.points, subject)
    if (change.kind === 'none') {
      result.status = change.status
      result.points = null
      remark(result, figure('未计分原因', change.reason))
    } else {
      result.points = change.points
      if (change.figure !== null) remark(result, change.figure)
    }
  }
  return result
}

/** “不适用取组均值”: for the leaves that say so, the mean of the members that the indicator does apply to. */
function groupMeans(leaves: readonly BoundLeaf[], members: readonly SubjectFigures[]): ReadonlyMap<BoundLeaf, Decimal> {
  const means = new Map<BoundLeaf, Decimal>()
  for (const leaf of leaves) {
    if (leaf.notApplicable !== 'group-mean') continue
    const scored = members.flatMap((member) => {
      const { status, points } = scoreLeaf(leaf, member)
      return status === 'scored' && points !== null ? [points] : []
    })
    const { mean } = new PeerColumn(scored)
    if (mean !== undefined) means.set(leaf, mean)
  }
  return means
}

function giveGroupMean(result: NodeResult | undefined, mean: Decimal): void {
  if (result?.status !== 'not-applicable') return
  result.points = mean
  remark(result, figure('不适用的处理：取组均值', mean))
}

/**
 * Gives back what the deductions (or takes off what the bonuses) of a limited group exceed, the last nodes first. `scaled`: what
 * each node counts for once the points of siblings that do not apply are shared out.
 */
function holdCapGroup(
  cap: CapGroup,
  tree: BoundTree,
  results: readonly (NodeResult | undefined)[],
  scaled: readonly Decimal[] | null,
): void {
  let room = new Decimal(cap.points)
  const capped = new Set(cap.nodes)
  for (const node of tree.leaves) {
    if (!capped.has(node.code)) continue
    const result = results[node.place]
    if (result === undefined || result.points === null) continue
    const full = node.points ?? ZERO
    const factor = scaled?.[node.place] ?? ONE
    const amount = Decimal.max(ZERO, cap.limits === 'deductions' ? full.minus(result.points) : result.points)
    const held = Decimal.min(amount, factor.eq(ONE) ? room : room.div(factor))
    room = held.eq(amount) ? room.minus(amount.times(factor)) : ZERO
    if (held.eq(amount)) continue
    result.points = cap.limits === 'deductions' ? full.minus(held) : held
    remark(
      result,
      figure(
        `“${cap.name}”${scaled === null ? '' : '分摊后'}合计${cap.limits === 'deductions' ? '限扣' : '限加'}${cap.points}分，本项计`,
        held,
      ),
    )
  }
}

/** By how much the points of each node grow when its siblings, or those of its headings, do not apply. */
function shareFactors(tree: BoundTree, results: readonly (NodeResult | undefined)[]): readonly Decimal[] {
  const absent: boolean[] = new Array(tree.nodes.length).fill(false)
  for (const node of tree.nodes.toReversed())
    absent[node.place] =
      node.kind === 'leaf'
        ? (results[node.place]?.redistributed ?? false)
        : node.children.every((child) => absent[child.place] === true)
  const factors: Decimal[] = new Array(tree.nodes.length).fill(ONE)
  for (const node of tree.nodes) {
    if (node.kind === 'leaf') continue
    const own = factors[node.place] ?? ONE
    const fullOfChild = (child: BoundNode): Decimal => (child.part === node.part ? (child.points ?? ZERO) : ZERO)
    const left = node.children.filter((child) => absent[child.place] !== true)
    const all = node.children.reduce((sum, child) => sum.plus(fullOfChild(child)), ZERO)
    const kept = left.reduce((sum, child) => sum.plus(fullOfChild(child)), ZERO)
    const grows = node.aggregation === 'sum' && left.length < node.children.length && !kept.isZero()
    for (const child of left)
      factors[child.place] = grows && !fullOfChild(child).isZero() ? own.times(all).div(kept) : own
  }
  return factors
}

function scoreSubject(
  scheme: Scheme,
  tree: BoundTree,
  subject: SubjectFigures,
  leafResults: readonly NodeResult[],
  explain: 'full' | 'points',
  isReweighable: boolean,
): ScoredSubject {
  const results: (NodeResult | undefined)[] = new Array(tree.nodes.length).fill(undefined)
  for (const leaf of tree.leaves) results[leaf.place] = leafResults[leaf.index]
  for (const cap of scheme.capGroups)
    holdCapGroup(cap, tree, results, cap.order === 'scale-first' ? shareFactors(tree, results) : null)
  const leavesOnly = isReweighable ? results.slice() : null
  const total = putTogether(scheme, tree, results, subject)
  const vetoes = scheme.vetoes.flatMap((veto) => (isTriggered(veto, subject) ? [consequence(veto, scheme)] : []))
  const open = openVetoes(scheme, subject)
  const share = dataShare(tree.leaves, leafResults)
  const root = results[tree.root.place]
  const row: SubjectScore = {
    subject: subject.subject.code,
    name: subject.subject.name,
    group: subject.subject.group,
    exact: total === null ? null : plainText(total.exact),
    published: total === null ? null : publishedText(total.exact, scheme),
    parts:
      total === null || !scheme.totals.keepApart
        ? null
        : { base: publishedText(total.base, scheme), bonus: publishedText(total.bonus, scheme) },
    rank: null,
    rankedOf: 0,
    rankChange: null,
    grade: null,
    vetoes,
    ...(open.length === 0 ? {} : { openVetoes: [...open] }),
    notRanked:
      total === null ? { code: 'no-score', reason: `没有总分：${root?.remarks.at(-1)?.value ?? '数据不足'}` } : null,
    dataShare: shareText(share),
    nodes: tree.nodes.map((node) => nodeScore(node, results[node.place], subject, explain)),
  }
  const reweighed =
    leavesOnly === null
      ? null
      : (factors: ExactFactors) => putTogether(scheme, tree, leavesOnly.slice(), subject, factors)?.exact ?? null
  return { row, total: placedBy(scheme, total), share, nodePoints: askedPoints(scheme, tree, results), reweighed }
}

/**
 * What a place is decided by. Where only published figures count, the exact ones are let go, and with them all that they were
 * made of, so that a province does not pile up.
 */
function placedBy({ ranking, rounding }: Scheme, total: Total | null): Total | null {
  if (total === null || ranking.basis === 'exact' || ranking.numbering === '1234' || ranking.gradeBasis === 'exact')
    return total
  const published = (figure: Decimal): Decimal => roundDecimal(figure, rounding.digits, rounding.mode)
  return { exact: published(total.exact), base: published(total.base), bonus: published(total.bonus) }
}

const AS_THEY_ARE: ExactFactors = new Map()

/** Fills in the branches, from the leaves up, and makes the total. */
function putTogether(
  scheme: Scheme,
  tree: BoundTree,
  results: (NodeResult | undefined)[],
  subject: SubjectFigures,
  factors: ExactFactors = AS_THEY_ARE,
): Total | null {
  for (let at = tree.nodes.length - 1; at >= 0; at -= 1) {
    const node = tree.nodes[at]
    if (node?.kind === 'branch') results[node.place] = scoreBranch(node, results, subject, factors)
  }
  return totalOf(scheme, tree, results, subject, factors)
}

/** Points of the nodes that grades ask for. */
function askedPoints(
  { grades }: Scheme,
  { nodes }: BoundTree,
  results: readonly (NodeResult | undefined)[],
): ReadonlyMap<string, Decimal | null> {
  const asked = new Map<string, Decimal | null>()
  for (const grade of grades)
    for (const { node } of grade.minNodes ?? []) {
      const place = nodes.find(({ code }) => code === node)?.place
      if (place !== undefined) asked.set(node, results[place]?.points ?? null)
    }
  return asked
}

function totalOf(
  { totals, vetoes: rules }: Scheme,
  { root: top, nodes }: BoundTree,
  all: readonly (NodeResult | undefined)[],
  subject: SubjectFigures,
  factors: ExactFactors,
): Total | null {
  const points = all[top.place]?.points
  if (points === undefined || points === null) return null
  let bonus = ZERO
  if (top.kind === 'branch' && top.aggregation === 'sum')
    for (const child of nodes)
      if (child.part === 'bonus' && top.children.includes(child))
        bonus = bonus.plus(times(all[child.place]?.points ?? ZERO, factors.get(child.code)))
  let base = points.minus(bonus).plus(totals.start)
  if (totals.bonusCap !== undefined) bonus = Decimal.min(bonus, totals.bonusCap)
  for (const veto of rules)
    if (veto.effect.kind === 'fixed-deduction' && isTriggered(veto, subject)) base = base.minus(veto.effect.points)
  let exact = base.plus(bonus)
  if (totals.min !== undefined) exact = Decimal.max(totals.min, exact)
  if (totals.max !== undefined) exact = Decimal.min(totals.max, exact)
  return { exact, base, bonus }
}

function scoreBranch(
  node: BoundBranch,
  results: readonly (NodeResult | undefined)[],
  subject: SubjectFigures,
  factors: ExactFactors,
): NodeResult {
  const children = node.children.map((child) => {
    const result = results[child.place]
    return {
      points: result?.points ?? null,
      redistributed: result?.redistributed ?? false,
      weight: child.weight,
      // A bonus stands beside the heading's points: it neither gives nor takes a share of what does not apply.
      full: child.part === node.part ? (child.points ?? ZERO) : ZERO,
    }
  })
  const aggregated = aggregate(
    factors.size === 0 ? children : emphasised(node, children, factors),
    node.aggregation,
    node.missing,
  )
  if (aggregated.kind === 'none')
    return {
      status: aggregated.status,
      points: null,
      redistributed: aggregated.status === 'not-applicable',
      explain: nothing,
      remarks: [figure('未计分原因', aggregated.reason)],
    }
  // Under a mean, children stand on 100 and the branch's points say what 100 is worth.
  const points =
    node.aggregation === 'sum' || node.points === null
      ? aggregated.points
      : aggregated.points.times(node.points).div(100)
  return modified(
    node,
    { status: 'scored', points, redistributed: false, explain: nothing, remarks: NO_REMARKS },
    subject,
  )
}

const times = (points: Decimal, factor: Decimal | undefined): Decimal =>
  factor === undefined ? points : points.times(factor)

/** Under a mean the weight is multiplied; under a sum the points earned, and the heading's total stays what it was. */
function emphasised(
  node: BoundBranch,
  children: readonly AggregatedChild[],
  factors: ExactFactors,
): readonly AggregatedChild[] {
  const factorOf = (at: number): Decimal | undefined => factors.get(node.children[at]?.code ?? '')
  if (node.aggregation !== 'sum')
    return children.map((child, at) => ({ ...child, weight: times(child.weight, factorOf(at)) }))
  let full = ZERO
  let wanted = ZERO
  for (const [at, child] of children.entries()) {
    full = full.plus(child.full)
    wanted = wanted.plus(times(child.full, factorOf(at)))
  }
  return children.map((child, at) => {
    const own = child.points === null ? null : times(child.points, factorOf(at))
    const isScaled = own !== null && !child.full.isZero() && !wanted.isZero()
    return { ...child, points: isScaled ? own.times(full).div(wanted) : own, full: times(child.full, factorOf(at)) }
  })
}

function nodeScore(
  node: BoundNode,
  result: NodeResult | undefined,
  subject: SubjectFigures,
  explain: 'full' | 'points',
): NodeScore {
  const points = result?.points ?? null
  const explanation = explain === 'full' && result !== undefined ? result.explain() : nothing()
  return {
    node: node.code,
    status: result?.status ?? 'no-score',
    raw: node.kind === 'leaf' && explain === 'full' ? rawFigures(node, subject) : [],
    figures:
      explain === 'points' || result === undefined
        ? []
        : result.remarks.length === 0
          ? explanation.figures
          : [...explanation.figures, ...result.remarks],
    points: points === null ? null : pointsText(node, points),
    fullPoints: node.fullText,
    lost: points === null ? null : lostText(node, points),
    clause: node.clause,
    next: explanation.next,
  }
}

/** Text of points that are very often exactly the full ones or none. */
function pointsText(node: BoundNode, points: Decimal): string {
  if (isZero(points)) return '0'
  return node.points !== null && node.fullText !== null && compare(points, node.points) === 0
    ? node.fullText
    : plainText(points)
}

function lostText(node: BoundNode, points: Decimal): string {
  if (node.points === null) return node.kind === 'leaf' && compare(points, ZERO) < 0 ? plainText(points.neg()) : '0'
  return compare(points, node.points) >= 0 ? '0' : plainText(node.points.minus(points))
}

function rawFigures(leaf: BoundLeaf, subject: SubjectFigures): NodeScore['raw'] {
  return leaf.items.map(({ code, name, unit }) => {
    const cell = subject.cell(code)
    return {
      item: code,
      name,
      unit,
      period: cell.period,
      status: cell.status,
      value: cell.status === 'reported' ? (cell.text ?? plainText(cell.value)) : null,
    }
  })
}

function dataShare(leaves: readonly BoundLeaf[], all: readonly NodeResult[]): DataShare {
  const results = all.filter((_, index) => leaves[index]?.counts === true)
  return {
    applicable: results.filter((result) => result.status !== 'not-applicable').length,
    scored: results.filter((result) => result.status === 'scored').length,
  }
}

const shareText = ({ scored, applicable }: DataShare): string =>
  applicable === 0 ? '0' : plainText(new Decimal(scored).div(applicable).toDecimalPlaces(4))

/** The one rounding: exactly the scheme's digits, never negative zero. */
export function publishedText(exact: Decimal, scheme: Pick<Scheme, 'rounding'>): string {
  const { digits, mode } = scheme.rounding
  return roundDecimal(exact, digits, mode).toFixed(digits)
}

/** A subject that stands in the run without any score. */
export function unscored(subject: Subject, reason: string): ScoredSubject {
  const row: SubjectScore = {
    subject: subject.code,
    name: subject.name,
    group: subject.group,
    exact: null,
    published: null,
    parts: null,
    rank: null,
    rankedOf: 0,
    rankChange: null,
    grade: null,
    vetoes: [],
    notRanked: { code: 'excluded', reason },
    dataShare: '0',
    nodes: [],
  }
  return { row, total: null, nodePoints: new Map(), share: { scored: 0, applicable: 0 }, reweighed: null }
}
