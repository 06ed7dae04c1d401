import type { BranchNode, Finding, LeafNode, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { schemeLimits } from '@anjie/contracts/vocabulary/schemes/schemeLimits'
import { Decimal, plainText } from '@anjie/kernel'
import { fullOf, treeOfGroup } from '../boundTree.ts'
import { ClauseWords } from '../clauseWords.ts'
import type { Reach } from '../method.ts'
import { ruleOf } from '../methods/index.ts'
import { type Check, type CheckContext, domainOf, finding } from './checkContext.ts'

const ZERO = new Decimal(0)

/** Points, weights and means: for the tree as written and for each group's own. */
export const checkTree: Check = (context) => {
  const { scheme, nodes } = context
  if (nodes.length > schemeLimits.nodes || nodes.some(({ depth }) => depth > schemeLimits.depth)) return []
  const findings = new Map<string, Finding>()
  const keep = (entry: Finding): void => {
    const key = `${entry.check}\n${entry.node}\n${entry.message}`
    if (!findings.has(key)) findings.set(key, entry)
  }
  walk(context, scheme.root, null, keep)
  for (const group of scheme.groups) {
    if (group.overrides.length === 0) continue
    const root = treeOfGroup(scheme.root, group)
    if (root === null) keep(finding('error', 'group-empty', group.code, `分组“${group.name}”没有任何适用的指标`))
    else walk(context, root, null, (entry) => keep({ ...entry, message: entry.message }))
  }
  return [...findings.values()]
}

/** Reports on a node and everything below it; returns the least and most points that it can have. */
export function walk(
  context: CheckContext,
  node: SchemeNode,
  parent: BranchNode | null,
  report: (entry: Finding) => void,
): Reach {
  const own = node.kind === 'leaf' ? checkLeaf(context, node, parent, report) : checkBranch(context, node, report)
  checkMultipliers(context, node, own, report)
  return modifiedReach(node, own)
}

/** A multiplier must not make a deduction heavier by accident, nor one for repeats lighter. */
function checkMultipliers(
  { items }: CheckContext,
  node: SchemeNode,
  own: Reach,
  report: (entry: Finding) => void,
): void {
  for (const [index, modifier] of (node.modifiers ?? []).entries()) {
    if (modifier.kind === 'repeat-multiplier' && new Decimal(modifier.factor).lt(1))
      report(
        finding(
          'warning',
          'multiplier-lightens',
          node.code,
          `指标“${node.name}”“${modifier.when}”按${modifier.factor}倍扣分，倍数小于1反而少扣；加倍请填大于1的数`,
        ),
      )
    if (modifier.kind !== 'difficulty') continue
    const factors = coefficients(modifier.coefficient)
    const highest =
      modifier.coefficient.kind === 'item'
        ? domainOf(items, modifier.coefficient.item).most
        : (factors?.reduce((most, factor) => Decimal.max(most, factor)) ?? null)
    if (highest?.lte(1)) continue
    const before = modifiedReach({ ...node, modifiers: (node.modifiers ?? []).slice(0, index) }, own)
    if (before.least?.gte(0)) continue
    const most = highest === null ? '可能大于1' : `最大${plainText(highest)}`
    report(
      before.most?.lte(0)
        ? finding(
            'error',
            'multiplier-worsens',
            node.code,
            `指标“${node.name}”只会扣分，乘难度系数（${most}）会扣得更重，与难度系数照顾困难单位的本意相反；请去掉系数，或改用不大于1的系数`,
          )
        : finding(
            'warning',
            'multiplier-worsens',
            node.code,
            `指标“${node.name}”可能得负分，那时乘难度系数（${most}）会扣得更重；请在乘系数之前先规定“最低0分”`,
          ),
    )
  }
}

function checkLeaf(
  { scheme, items, names }: CheckContext,
  node: LeafNode,
  parent: BranchNode | null,
  report: (entry: Finding) => void,
): Reach {
  const points = node.points === undefined ? null : new Decimal(node.points)
  const rule = ruleOf(node.scoring)
  const checked = {
    node,
    points,
    full: fullOf(points),
    domainOf: (item: string) => domainOf(items, item),
    words: new ClauseWords(items, scheme.groups, points),
    formulaNames: names,
  }
  for (const { severity, check, message } of rule.check(node.scoring, checked))
    report(finding(severity, check, node.code, `指标“${node.name}”：${message}`))
  const reach = rule.reach(node.scoring, checked)
  if (parent?.aggregation === 'sum' && points === null && reach.most?.eq(100))
    report(finding('error', 'points-missing', node.code, `指标“${node.name}”没有写明分值，将按100分计入合计`))
  const modified = modifiedReach(node, reach)
  if (points?.gt(0)) {
    if (modified.most?.lt(points))
      report(
        finding(
          'warning',
          'maximum-unreachable',
          node.code,
          `指标“${node.name}”分值${plainText(points)}分，按规则最多只能得${plainText(modified.most)}分`,
        ),
      )
    if (modified.most?.gt(points))
      report(
        finding(
          'warning',
          'maximum-exceeded',
          node.code,
          `指标“${node.name}”分值${plainText(points)}分，按规则最多可得${plainText(modified.most)}分`,
        ),
      )
  }
  if (rule.isPeerRelative(node.scoring) && node.scoring.method === 'rank_step') {
    const item = items.get(node.scoring.item)
    if (node.scoring.periods === 'each-period' && item?.period === 'year')
      report(
        finding(
          'error',
          'period-too-long',
          node.code,
          `指标“${node.name}”按期排名，但数据项“${item.name}”一年只报一次`,
        ),
      )
  }
  return reach
}

function checkBranch(context: CheckContext, node: BranchNode, report: (entry: Finding) => void): Reach {
  const reaches = node.children.map((child) => ({ child, reach: walk(context, child, node, report) }))
  if (node.aggregation === 'sum') return checkSum(node, reaches, report)
  checkMean(context, node, reaches, report)
  const least = extreme(
    reaches.map(({ reach }) => reach.least),
    (...values) => Decimal.min(...values),
  )
  const most = extreme(
    reaches.map(({ reach }) => reach.most),
    (...values) => Decimal.max(...values),
  )
  const factor = node.points === undefined ? new Decimal(1) : new Decimal(node.points).div(100)
  return { least: least?.times(factor) ?? null, most: most?.times(factor) ?? null }
}

interface ChildReach {
  readonly child: SchemeNode
  readonly reach: Reach
}

function checkSum(node: BranchNode, reaches: readonly ChildReach[], report: (entry: Finding) => void): Reach {
  // Bonuses stand beside the heading's points, not within them.
  const base = node.children.filter((child) => child.part !== 'bonus')
  const sum = base.reduce((total, child) => total.plus(child.points ?? 0), ZERO)
  if (node.points !== undefined && !sum.eq(node.points))
    report(
      finding(
        'error',
        'children-sum',
        node.code,
        `“${node.name}”标题写${node.points}分，下级指标合计${plainText(sum)}分，请核对`,
      ),
    )
  for (const child of base)
    if (child.kind === 'branch' && child.aggregation !== 'sum' && child.points === undefined)
      report(
        finding(
          'error',
          'points-missing',
          child.code,
          `“${child.name}”没有写明分值，将按100分计入“${node.name}”的合计`,
        ),
      )
  if (node.children.some((child) => child.weight !== undefined))
    report(finding('warning', 'weight-ignored', node.code, `“${node.name}”按分值合计，下级指标的权重不起作用`))
  const total = (side: 'least' | 'most') =>
    reaches.reduce<Decimal | null>((points, { reach }) => {
      const bound = reach[side]
      return points === null || bound === null ? null : points.plus(bound)
    }, ZERO)
  return { least: total('least'), most: total('most') }
}

function checkMean(
  { scheme }: CheckContext,
  node: BranchNode,
  reaches: readonly ChildReach[],
  report: (entry: Finding) => void,
): void {
  const weights = node.children.reduce((total, child) => total.plus(child.weight ?? 1), ZERO)
  if (weights.isZero()) report(finding('error', 'weights-zero', node.code, `“${node.name}”下级指标的权重合计为0`))
  else if (node.children.some((child) => child.weight !== undefined) && !weights.eq(1) && !weights.eq(100))
    report(
      finding(
        'hint',
        'weights-sum',
        node.code,
        `“${node.name}”下级指标的权重合计为${plainText(weights)}，不是1或100；计算时按比例归一`,
      ),
    )
  const odd = node.children.find((child) => child.points !== undefined && !new Decimal(child.points).eq(100))
  if (node.points !== undefined && odd !== undefined)
    report(
      finding(
        'warning',
        'mean-of-points',
        node.code,
        `“${node.name}”取平均再折算为${node.points}分，下级指标“${odd.name}”却不是100分制`,
      ),
    )
  const scales = new Set(node.children.flatMap((child) => scaleOf(child) ?? []))
  if (node.points === undefined && scales.size > 1)
    report(
      finding(
        'warning',
        'mean-of-points',
        node.code,
        `“${node.name}”取平均，下级指标的满分却不相同（${[...scales].join('、')}分）`,
      ),
    )
  if (node.aggregation === 'arithmetic') return
  const name = node.aggregation === 'geometric' ? '几何平均' : '调和平均'
  const strategy = (node.missing ?? scheme.missing.branch).strategy
  if (strategy === 'as-zero')
    report(finding('error', 'zero-into-mean', node.code, `“${node.name}”取${name}，缺数据却按0计，会使整组无法计分`))
  for (const { child, reach } of reaches) {
    if (reach.least === null || reach.least.lte(0))
      report(
        finding(
          'error',
          'zero-into-mean',
          child.code,
          `“${node.name}”取${name}，下级指标“${child.name}”可能得${reach.least === null ? '零分或负分' : `${plainText(reach.least)}分`}，会使整组无法计分；请设大于0的下限，或把计分区间改为从1起`,
        ),
      )
    if (child.kind === 'leaf' && (child.missing ?? scheme.missing.leaf) === 'zero')
      report(
        finding(
          'error',
          'zero-into-mean',
          child.code,
          `“${node.name}”取${name}，下级指标“${child.name}”缺数据却计0分，会使整组无法计分`,
        ),
      )
  }
}

/** Full mark of a child; `null` where a branch does not state one. */
function scaleOf(child: SchemeNode): string | null {
  if (child.points !== undefined) return plainText(new Decimal(child.points))
  return child.kind === 'leaf' || child.aggregation !== 'sum' ? '100' : null
}

function extreme(bounds: readonly (Decimal | null)[], pick: (...values: Decimal[]) => Decimal): Decimal | null {
  const known = bounds.filter((bound) => bound !== null)
  return known.length === bounds.length && known.length > 0 ? pick(...known) : null
}

function modifiedReach(node: SchemeNode, reach: Reach): Reach {
  let { least, most } = reach
  for (const modifier of node.modifiers ?? []) {
    if (modifier.kind === 'floor') {
      least = least === null ? new Decimal(modifier.points) : Decimal.max(least, modifier.points)
      most = most === null ? null : Decimal.max(most, modifier.points)
    } else if (modifier.kind === 'cap') {
      most = most === null ? new Decimal(modifier.points) : Decimal.min(most, modifier.points)
      least = least === null ? null : Decimal.min(least, modifier.points)
    } else if (modifier.kind === 'deduction-cap') {
      const floor = new Decimal(node.points ?? 0).minus(modifier.points)
      least = least === null ? floor : Decimal.max(least, floor)
    } else if (modifier.kind === 'difficulty') {
      const factors = coefficients(modifier.coefficient)
      const highest = factors === null ? null : factors.reduce((most, factor) => Decimal.max(most, factor))
      const lowest = factors === null ? null : factors.reduce((least, factor) => Decimal.min(least, factor))
      most = most === null || highest === null ? null : most.times(highest)
      if (modifier.cap !== undefined) most = most === null ? new Decimal(modifier.cap) : Decimal.min(most, modifier.cap)
      least = least === null || lowest === null ? null : least.gte(0) ? least.times(lowest) : least.times(highest ?? 1)
    } else if (modifier.kind === 'repeat-multiplier') {
      const full = new Decimal(node.points ?? 0)
      least = least === null ? null : Decimal.min(least, full.minus(full.minus(least).times(modifier.factor)))
    }
  }
  return { least, most }
}

function coefficients(
  coefficient: Extract<NonNullable<SchemeNode['modifiers']>[number], { kind: 'difficulty' }>['coefficient'],
): readonly Decimal[] | null {
  switch (coefficient.kind) {
    case 'constant':
      return [new Decimal(coefficient.value)]
    case 'by-group':
    case 'by-subject': {
      const values = Object.values(coefficient.values).map((value) => new Decimal(value))
      return values.length === 0 ? null : values
    }
    case 'item':
      return null
  }
}
