import { createHash } from 'node:crypto'
import {
  appendLeaf,
  consistencyRanges,
  type EdgeNode,
  inclusionRanges,
  isConsistent,
  isIncluded,
  type LeafRange,
  leafHash,
  nodeHash,
  nodesOfRange,
  rootOfLeaves,
  rootOfNodes,
  type Sha256,
} from '@anjie/kernel/merkle'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest()
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** The test leaves of Certificate Transparency, and the roots that everybody knows of their trees. */
const KNOWN_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((text) => leafHash(sha256, Buffer.from(text, 'hex')))
const KNOWN_ROOTS: Readonly<Record<number, string>> = {
  0: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  1: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  2: 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  3: 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  4: 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  5: '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  6: '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  7: 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  8: '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
}

const leavesOf = (count: number) =>
  Array.from({ length: count }, (_, at) => leafHash(sha256, Buffer.from(`line ${at}`)))
/** By the definition, over all leaves: nothing that the proofs are made with. */
function rootByDefinition(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves
  if (leaves.length === 0) return sha256(new Uint8Array())
  if (only !== undefined && leaves.length === 1) return only
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return nodeHash(sha256, rootByDefinition(leaves.slice(0, k)), rootByDefinition(leaves.slice(k)))
}
/** The proof out of stored complete subtrees alone, as the public site has them. */
const proofFrom = (leaves: readonly Uint8Array[], ranges: readonly LeafRange[]) =>
  ranges.map((range) =>
    rootOfNodes(
      sha256,
      nodesOfRange(range).map(({ level, index }) =>
        rootByDefinition(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)),
      ),
    ),
  )
const altered = (hash: Uint8Array): Uint8Array => hash.map((byte, at) => (at === 5 ? byte ^ 1 : byte))

test.each(Object.keys(KNOWN_ROOTS).map(Number))('the root of %i known leaves is the known one', (size) => {
  expect(hex(rootOfLeaves(sha256, KNOWN_LEAVES.slice(0, size)))).toBe(KNOWN_ROOTS[size])
})

test('a growing tree has the root of its definition at every size, and tells of each complete subtree once', () => {
  const leaves = leavesOf(300)
  let edge: readonly EdgeNode[] = []
  const completed: number[] = []
  leaves.forEach((leaf, at) => {
    const grown = appendLeaf(sha256, edge, leaf)
    edge = grown.edge
    completed.push(...grown.completed.map(({ level }) => level))
    const root = rootOfNodes(
      sha256,
      edge.map(({ hash }) => hash),
    )
    if (at % 13 === 0 || at > 250) expect(hex(root)).toBe(hex(rootByDefinition(leaves.slice(0, at + 1))))
  })
  const perLevel = (level: number) => completed.filter((each) => each === level).length
  expect([1, 2, 7, 8].map(perLevel)).toEqual([150, 75, 2, 1])
})

const SIZES = fc.integer({ min: 1, max: 300 })
const leaves = leavesOf(300)
const rootAt = (size: number) => rootByDefinition(leaves.slice(0, size))

describe('a proof', () => {
  test('of inclusion holds for every leaf of a tree of any size; shortened, lengthened, altered or for another leaf it does not', () => {
    fc.assert(
      fc.property(SIZES, fc.nat(), fc.nat(), (size, anyIndex, anyStep) => {
        const index = anyIndex % size
        const path = proofFrom(leaves, inclusionRanges(index, size))
        const leaf = leaves[index] ?? expect.fail()
        const root = rootAt(size)
        const proof = { leaf, index, size, path, root }
        expect(isIncluded(sha256, proof)).toBe(true)
        expect(isIncluded(sha256, { ...proof, leaf: altered(leaf) })).toBe(false)
        expect(isIncluded(sha256, { ...proof, path: [...path, root] })).toBe(false)
        expect(isIncluded(sha256, { ...proof, index: size })).toBe(false)
        if (path.length === 0) return
        const at = anyStep % path.length
        expect(isIncluded(sha256, { ...proof, path: path.slice(0, -1) })).toBe(false)
        expect(
          isIncluded(sha256, { ...proof, path: path.map((step, each) => (each === at ? altered(step) : step)) }),
        ).toBe(false)
      }),
    )
  })

  test('of consistency holds between any two sizes; shortened, altered or with another root it does not', () => {
    fc.assert(
      fc.property(SIZES, fc.nat(), fc.nat(), (to, anyFrom, anyStep) => {
        const from = 1 + (anyFrom % to)
        const path = proofFrom(leaves, consistencyRanges(from, to))
        const proof = { from, to, fromRoot: rootAt(from), toRoot: rootAt(to), path }
        expect(isConsistent(sha256, proof)).toBe(true)
        expect(isConsistent(sha256, { ...proof, fromRoot: altered(proof.fromRoot) })).toBe(false)
        expect(isConsistent(sha256, { ...proof, toRoot: altered(proof.toRoot) })).toBe(false)
        expect(isConsistent(sha256, { ...proof, path: [...path, proof.toRoot] })).toBe(false)
        if (path.length === 0) return
        const at = anyStep % path.length
        expect(isConsistent(sha256, { ...proof, path: path.slice(0, -1) })).toBe(false)
        expect(
          isConsistent(sha256, { ...proof, path: path.map((step, each) => (each === at ? altered(step) : step)) }),
        ).toBe(false)
      }),
    )
  })

  test('of a log of a thousand million lines names some thirty subtrees', () => {
    const size = 1_000_000_007
    expect(inclusionRanges(123_456_789, size).length).toBeLessThan(31)
    expect(consistencyRanges(123_456_789, size).flatMap(nodesOfRange).length).toBeLessThan(90)
  })

  test('of a leaf that is not there, or of a shrinking tree, is not made', () => {
    expect(() => inclusionRanges(3, 3)).toThrow()
    expect(() => consistencyRanges(4, 3)).toThrow()
    expect(() => consistencyRanges(0, 3)).toThrow()
  })
})
