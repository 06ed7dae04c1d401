import type {
  Aggregation,
  BranchMissing,
  BranchNode,
  DataItem,
  LeafMissing,
  LeafNode,
  NotApplicable,
  Scheme,
  SchemeGroup,
  SchemeNode,
} from '@anjie/contracts/vocabulary/schemes/scheme'
import { Decimal, plainText } from '@anjie/kernel'
import { nodeClause } from './clauseOf.ts'
import { ClauseWords } from './clauseWords.ts'
import type { Figures } from './figures.ts'
import { formulaNames } from './formulaNames.ts'
import type { Scorer } from './method.ts'
import { ruleOf } from './methods/index.ts'
import { type BoundModifier, bindModifier, modifierItems } from './modifiers.ts'

interface BoundCommon {
  readonly code: string
  /** Place in the tree's list of nodes. */
  readonly place: number
  /** 分值, `null` in a tree of weights. */
  readonly points: Decimal | null
  readonly weight: Decimal
  readonly part: 'base' | 'bonus'
  readonly modifiers: readonly BoundModifier[]
  readonly clause: string
  /** The points as text, for the receipts. */
  readonly fullText: string | null
}

export interface BoundLeaf extends BoundCommon {
  readonly kind: 'leaf'
  readonly node: LeafNode
  /** Place among the leaves of the tree. */
  readonly index: number
  /** Does it have any part in the total? Not where it, or a heading above it, has weight 0 in a mean. */
  readonly counts: boolean
  readonly scorer: Scorer
  /** Items whose figures the receipt shows, each once. */
  readonly items: readonly Pick<DataItem, 'code' | 'name' | 'unit'>[]
  readonly missing: LeafMissing
  readonly notApplicable: NotApplicable
  /** What “按满分计” gives: the points; in a tree of weights 100; an entry without points in a list of deductions is not deducted: 0. */
  readonly unimpaired: Decimal
}

export interface BoundBranch extends BoundCommon {
  readonly kind: 'branch'
  readonly node: BranchNode
  readonly aggregation: Aggregation
  readonly missing: BranchMissing
  readonly children: readonly BoundNode[]
}

export type BoundNode = BoundLeaf | BoundBranch

/** A scheme's tree as it holds for one group, its parameters read and its peers' figures at hand. */
export interface BoundTree {
  readonly group: string
  readonly root: BoundNode
  readonly leaves: readonly BoundLeaf[]
  /** Parents before children, in the order of the scheme. */
  readonly nodes: readonly BoundNode[]
}

/** The scheme's tree for one group: overrides applied, excluded nodes left out; `null` when nothing is left. */
export function treeOfGroup(root: SchemeNode, group: SchemeGroup): SchemeNode | null {
  if (group.overrides.length === 0) return root
  const overrides = new Map(group.overrides.map((override) => [override.node, override]))
  const apply = (node: SchemeNode): SchemeNode | null => {
    const override = overrides.get(node.code)
    if (override?.excluded === true) return null
    const changed = {
      ...(override?.weight === undefined ? {} : { weight: override.weight }),
      ...(override?.points === undefined ? {} : { points: override.points }),
    }
    if (node.kind === 'leaf')
      return {
        ...node,
        ...changed,
        ...(override?.scoring === undefined ? {} : { scoring: override.scoring }),
      }
    const children = node.children.map(apply).filter((child) => child !== null)
    return children.length === 0 ? null : { ...node, ...changed, children }
  }
  return apply(root)
}

const ONE = new Decimal(1)
const ZERO = new Decimal(0)
const HUNDRED = new Decimal(100)

/** What a full score is: the points, or 100 in a tree of weights. */
export const fullOf = (points: Decimal | null): Decimal => points ?? HUNDRED

/** What the groups of a scheme share: the names that formulas use, and the clauses of nodes that no group overrides. */
export interface SharedWords {
  readonly names: ReadonlyMap<string, string>
  readonly clauses: Map<SchemeNode, string>
}

export const sharedWords = ({ items }: Pick<Scheme, 'items'>): SharedWords => ({
  names: formulaNames(items),
  clauses: new Map(),
})

export function bindTree(
  scheme: Scheme,
  group: SchemeGroup,
  figures: Figures,
  { names, clauses }: SharedWords = sharedWords(scheme),
): BoundTree | null {
  const root = treeOfGroup(scheme.root, group)
  if (root === null) return null
  const items = new Map(scheme.items.map((item) => [item.code, item]))
  const itemName = (item: string): string => items.get(item)?.name ?? item
  const leaves: BoundLeaf[] = []
  const nodes: BoundNode[] = []
  const bind = (node: SchemeNode, inheritedPart: 'base' | 'bonus', under: Aggregation, within: boolean): BoundNode => {
    const points = node.points === undefined ? null : new Decimal(node.points)
    const part = node.part ?? inheritedPart
    const place = nodes.length
    const weight = node.weight === undefined ? ONE : new Decimal(node.weight)
    const counts = within && (under === 'sum' || !weight.isZero())
    // An overridden node is another object, so its clause is never taken for that of the scheme.
    const clause = clauses.get(node) ?? nodeClause(node, new ClauseWords(items, scheme.groups, points))
    clauses.set(node, clause)
    const common = {
      code: node.code,
      place,
      points,
      fullText: points === null ? null : plainText(points),
      weight,
      part,
      modifiers: (node.modifiers ?? []).map((modifier) => bindModifier(modifier, points ?? ZERO, itemName)),
      clause,
    }
    if (node.kind === 'branch') {
      // Holds the branch's place before its children take theirs.
      const children: BoundNode[] = []
      const branch: BoundBranch = {
        kind: 'branch',
        node,
        ...common,
        aggregation: node.aggregation,
        missing: node.missing ?? scheme.missing.branch,
        children,
      }
      nodes[place] = branch
      for (const child of node.children) children.push(bind(child, part, node.aggregation, counts))
      return branch
    }
    const rule = ruleOf(node.scoring)
    const leaf: BoundLeaf = {
      kind: 'leaf',
      node,
      ...common,
      index: leaves.length,
      counts,
      scorer: rule.bind(node.scoring, {
        node: node.code,
        group: group.code,
        points,
        full: fullOf(points),
        figures,
        formulaNames: names,
      }),
      items: [...new Set([...rule.itemsOf(node.scoring, names), ...(node.modifiers ?? []).flatMap(modifierItems)])].map(
        (item) => figures.item(item),
      ),
      missing: node.missing ?? scheme.missing.leaf,
      notApplicable: node.notApplicable ?? scheme.missing.notApplicable,
      unimpaired: points ?? (under === 'sum' ? ZERO : HUNDRED),
    }
    leaves.push(leaf)
    nodes[place] = leaf
    return leaf
  }
  return { group: group.code, root: bind(root, 'base', 'sum', true), leaves, nodes }
}
