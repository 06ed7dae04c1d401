/**
 * The hash tree of an append-only log, RFC 9162 §2.1: leaves behind 0x00, nodes behind 0x01, and a tree of n leaves splits at the
 * largest power of two below n. Proofs name complete subtrees only, so whoever stores those of every eighth level (tiles) can answer
 * for a log of any length.
 */

/** SHA-256 of bytes; given, because this room has no machine under it. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** Leaves from `start` up to `end`, which is not among them. */
export interface LeafRange {
  readonly start: number
  readonly end: number
}

/** A complete subtree: 2^level leaves from index × 2^level on. */
export interface TreeNode {
  readonly level: number
  readonly index: number
}

/** A complete subtree on the right edge of a growing tree, with its hash; larger ones stand before smaller ones. */
export interface EdgeNode {
  readonly level: number
  readonly hash: Uint8Array
}

export const leafHash = (sha256: Sha256, leaf: Uint8Array): Uint8Array => sha256(joined(LEAF, leaf))
export const nodeHash = (sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(joined(NODE, left, right))

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The edge after one leaf more, and the subtrees that this leaf completed, the smallest first. */
export function appendLeaf(
  sha256: Sha256,
  edge: readonly EdgeNode[],
  leaf: Uint8Array,
): { readonly edge: readonly EdgeNode[]; readonly completed: readonly EdgeNode[] } {
  const next = [...edge]
  const completed: EdgeNode[] = []
  let node: EdgeNode = { level: 0, hash: leaf }
  for (let last = next.at(-1); last?.level === node.level; last = next.at(-1)) {
    next.pop()
    node = { level: node.level + 1, hash: nodeHash(sha256, last.hash, node.hash) }
    completed.push(node)
  }
  next.push(node)
  return { edge: next, completed }
}

/** The root over the subtrees of an edge, or of a range, from left to right; of none it is the hash of nothing. */
export function rootOfNodes(sha256: Sha256, hashes: readonly Uint8Array[]): Uint8Array {
  const last = hashes.at(-1)
  if (last === undefined) return sha256(new Uint8Array())
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(sha256, left, right), last)
}

/** The root of a whole list of leaf hashes. */
export function rootOfLeaves(sha256: Sha256, leaves: readonly Uint8Array[]): Uint8Array {
  let edge: readonly EdgeNode[] = []
  for (const leaf of leaves) edge = appendLeaf(sha256, edge, leaf).edge
  return rootOfNodes(
    sha256,
    edge.map(({ hash }) => hash),
  )
}

/** The complete subtrees that a range of a proof consists of, from left to right. Ranges of proofs begin where such a subtree does. */
export function nodesOfRange({ start, end }: LeafRange): readonly TreeNode[] {
  const nodes: TreeNode[] = []
  let at = start
  while (at < end) {
    const level = levelBelow(end - at)
    nodes.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return nodes
}

/** §2.1.3.1: the subtrees whose roots prove that leaf `index` lies in the tree of the first `size` leaves, in the order of the proof. */
export function inclusionRanges(index: number, size: number): readonly LeafRange[] {
  if (!(Number.isInteger(index) && index >= 0 && index < size))
    throw new Error('there is no such leaf in a tree of this size')
  const path = (range: LeafRange): readonly LeafRange[] => {
    if (range.end - range.start === 1) return []
    const { left, right } = split(range)
    return index < left.end ? [...path(left), right] : [...path(right), left]
  }
  return path({ start: 0, end: size })
}

/** §2.1.4.1: the subtrees whose roots prove that the tree of `to` leaves begins with that of `from`. */
export function consistencyRanges(from: number, to: number): readonly LeafRange[] {
  if (!(Number.isInteger(from) && from > 0 && from <= to))
    throw new Error('a tree grows from one leaf on and never shrinks')
  const subproof = (range: LeafRange, isWhole: boolean): readonly LeafRange[] => {
    if (from === range.end) return isWhole ? [] : [range]
    const { left, right } = split(range)
    return from <= left.end ? [...subproof(left, isWhole), right] : [...subproof(right, false), left]
  }
  return subproof({ start: 0, end: to }, true)
}

/** §2.1.3.2 */
export function isIncluded(
  sha256: Sha256,
  proof: {
    readonly leaf: Uint8Array
    readonly index: number
    readonly size: number
    readonly path: readonly Uint8Array[]
    readonly root: Uint8Array
  },
): boolean {
  const { index, size, path, root } = proof
  if (!(Number.isInteger(index) && index >= 0 && index < size)) return false
  let [fn, sn, hash] = [index, size - 1, proof.leaf]
  for (const step of path) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(sha256, step, hash)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else hash = nodeHash(sha256, hash, step)
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && equal(hash, root)
}

/** §2.1.4.2 */
export function isConsistent(
  sha256: Sha256,
  proof: {
    readonly from: number
    readonly to: number
    readonly fromRoot: Uint8Array
    readonly toRoot: Uint8Array
    readonly path: readonly Uint8Array[]
  },
): boolean {
  const { from, to, fromRoot, toRoot } = proof
  if (!(Number.isInteger(from) && from > 0 && from <= to)) return false
  if (from === to) return proof.path.length === 0 && equal(fromRoot, toRoot)
  const path = isPowerOfTwo(from) ? [fromRoot, ...proof.path] : proof.path
  const [first, ...rest] = path
  if (first === undefined) return false
  let [fn, sn] = [from - 1, to - 1]
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)]
  let [older, newer] = [first, first]
  for (const step of rest) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      older = nodeHash(sha256, step, older)
      newer = nodeHash(sha256, step, newer)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else newer = nodeHash(sha256, newer, step)
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && equal(older, fromRoot) && equal(newer, toRoot)
}

function split({ start, end }: LeafRange): { readonly left: LeafRange; readonly right: LeafRange } {
  const size = end - start
  const level = levelBelow(size)
  const middle = start + (2 ** level === size ? size / 2 : 2 ** level)
  return { left: { start, end: middle }, right: { start: middle, end } }
}

/** The largest power of two that is not above a number, as its exponent. */
function levelBelow(size: number): number {
  let level = 0
  while (2 ** (level + 1) <= size) level += 1
  return level
}

const isPowerOfTwo = (size: number): boolean => 2 ** levelBelow(size) === size
/** Not by shifting: a log may be longer than 2^31. */
const half = (number: number): number => Math.floor(number / 2)
const equal = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at])
