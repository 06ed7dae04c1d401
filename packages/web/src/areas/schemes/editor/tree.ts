import type { BranchNode, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { Decimal, plainText } from '@anjie/kernel'

/** Where a node is put in relation to another one. */
export type Place = 'before' | 'after' | 'inside'

export function findNode(root: SchemeNode, code: string): SchemeNode | undefined {
  if (root.code === code) return root
  if (root.kind === 'leaf') return undefined
  for (const child of root.children) {
    const found = findNode(child, code)
    if (found !== undefined) return found
  }
  return undefined
}

export function parentOf(root: SchemeNode, code: string): BranchNode | undefined {
  if (root.kind === 'leaf') return undefined
  if (root.children.some((child) => child.code === code)) return root
  for (const child of root.children) {
    const found = parentOf(child, code)
    if (found !== undefined) return found
  }
  return undefined
}

const withChildren = (node: SchemeNode, change: (children: readonly SchemeNode[]) => SchemeNode[]): SchemeNode =>
  node.kind === 'leaf' ? node : { ...node, children: change(node.children.map((child) => withChildren(child, change))) }

/** The tree with one node in the place of another; the new one may have another code. */
export function replaceNode(root: SchemeNode, code: string, next: SchemeNode): SchemeNode {
  if (root.code === code) return next
  if (root.kind === 'leaf') return root
  return { ...root, children: root.children.map((child) => replaceNode(child, code, next)) }
}

/** The tree without a node and what hangs below it. The root stays. */
export function removeNode(root: SchemeNode, code: string): SchemeNode {
  return withChildren(root, (children) => children.filter((child) => child.code !== code))
}

/** The tree with a node put before, after or (as the last child) inside another. Inside a leaf it is put after it. */
export function insertNode(root: SchemeNode, target: string, place: Place, node: SchemeNode): SchemeNode {
  const found = findNode(root, target)
  if (found === undefined) return root
  if (place === 'inside' && found.kind === 'branch') {
    return replaceNode(root, target, { ...found, children: [...found.children, node] })
  }
  const parent = parentOf(root, target)
  if (parent === undefined) return root
  const at = parent.children.findIndex((child) => child.code === target) + (place === 'before' ? 0 : 1)
  return replaceNode(root, parent.code, { ...parent, children: parent.children.toSpliced(at, 0, node) })
}

/** Whether a node may be moved there: never beside the root, nor into itself or what hangs below it. */
export function mayMove(root: SchemeNode, code: string, target: string, place: Place): boolean {
  const node = findNode(root, code)
  if (node === undefined || code === root.code || code === target) return false
  if (findNode(node, target) !== undefined) return false
  return target !== root.code || (place === 'inside' && root.kind === 'branch')
}

export function moveNode(root: SchemeNode, code: string, target: string, place: Place): SchemeNode {
  const node = findNode(root, code)
  if (node === undefined || !mayMove(root, code, target, place)) return root
  return insertNode(removeNode(root, code), target, place, node)
}

/** One step up or down among the siblings, or a level out of (`left`) or into the sibling above (`right`). */
export function nudge(root: SchemeNode, code: string, direction: 'up' | 'down' | 'left' | 'right'): SchemeNode {
  const parent = parentOf(root, code)
  if (parent === undefined) return root
  const at = parent.children.findIndex((child) => child.code === code)
  const above = parent.children[at - 1]
  const below = parent.children[at + 1]
  switch (direction) {
    case 'up':
      return above === undefined ? root : moveNode(root, code, above.code, 'before')
    case 'down':
      return below === undefined ? root : moveNode(root, code, below.code, 'after')
    case 'left':
      return parent.code === root.code ? root : moveNode(root, code, parent.code, 'after')
    case 'right':
      return above?.kind === 'branch' ? moveNode(root, code, above.code, 'inside') : root
  }
}

export interface SumCheck {
  /** Sum of the children's points, or weights under a mean. */
  readonly sum: string
  /** The parent's own points; `null` where it states none. */
  readonly stated: string | null
  readonly agrees: boolean
}

/** What stands in the margin of a parent: its children's points against its own. `null` where there is nothing to add up. */
export function sumCheck(node: SchemeNode): SumCheck | null {
  if (node.kind === 'leaf') return null
  const byWeight = node.aggregation !== 'sum'
  const figures = node.children.map((child) => decimalOf(byWeight ? (child.weight ?? '1') : child.points))
  const given = figures.filter((figure) => figure !== null)
  if (given.length === 0) return null
  const sum = given.reduce((total, figure) => total.plus(figure), new Decimal(0))
  if (byWeight) return { sum: plainText(sum), stated: null, agrees: true }
  const stated = decimalOf(node.points)
  return {
    sum: plainText(sum),
    stated: stated === null ? null : plainText(stated),
    agrees: stated === null || stated.eq(sum),
  }
}

const decimalOf = (text: string | undefined): Decimal | null =>
  text !== undefined && /^-?\d+(\.\d+)?$/.test(text) ? new Decimal(text) : null

/** A code that no other node has: the stem and a number. */
export function freeCode(taken: readonly string[], stem: string): string {
  for (let number = 1; ; number += 1) {
    const code = `${stem}${number}`
    if (!taken.includes(code)) return code
  }
}

/** Rows of the tree as they are shown, with their depth; the children of folded branches are left out. */
export function visibleRows(
  root: SchemeNode,
  folded: ReadonlySet<string>,
): { readonly node: SchemeNode; readonly depth: number }[] {
  const rows: { node: SchemeNode; depth: number }[] = []
  const walk = (node: SchemeNode, depth: number) => {
    rows.push({ node, depth })
    if (node.kind === 'branch' && !folded.has(node.code)) for (const child of node.children) walk(child, depth + 1)
  }
  walk(root, 0)
  return rows
}
