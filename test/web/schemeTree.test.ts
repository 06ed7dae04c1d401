import type { SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import {
  findNode,
  freeCode,
  insertNode,
  mayMove,
  moveNode,
  nudge,
  type Place,
  parentOf,
  removeNode,
  sumCheck,
  visibleRows,
} from '@anjie/web/areas/schemes/editor/tree'
import { allNodes } from '@anjie/web/areas/schemes/fields/schemeNames'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const leaf = (code: string, points = '1'): SchemeNode => ({
  kind: 'leaf',
  code,
  name: code,
  points,
  scoredBy: '',
  evidence: [],
  scoring: { method: 'fixed_deduct', item: 'D', points: '1' },
})
const branch = (code: string, children: SchemeNode[], points?: string): SchemeNode => ({
  kind: 'branch',
  code,
  name: code,
  aggregation: 'sum',
  children,
  ...(points === undefined ? {} : { points }),
})
const tree = branch('T', [branch('A', [leaf('A1'), leaf('A2')]), branch('B', [leaf('B1')]), leaf('C')])
const codes = (root: SchemeNode): string[] => allNodes(root).map((node) => node.code)

describe('moving a node', () => {
  test('up, down, out and in', () => {
    expect(codes(nudge(tree, 'A2', 'up'))).toEqual(['T', 'A', 'A2', 'A1', 'B', 'B1', 'C'])
    expect(codes(nudge(tree, 'A1', 'down'))).toEqual(['T', 'A', 'A2', 'A1', 'B', 'B1', 'C'])
    expect(parentOf(nudge(tree, 'A2', 'left'), 'A2')?.code).toBe('T')
    expect(parentOf(nudge(tree, 'C', 'right'), 'C')?.code).toBe('B')
  })

  test('beyond an end changes nothing', () => {
    expect(nudge(tree, 'A1', 'up')).toEqual(tree)
    expect(nudge(tree, 'A', 'left')).toEqual(tree)
    expect(nudge(tree, 'T', 'down')).toEqual(tree)
  })

  test('into itself or what hangs below it is refused', () => {
    expect(mayMove(tree, 'A', 'A1', 'inside')).toBe(false)
    expect(mayMove(tree, 'A', 'A', 'before')).toBe(false)
    expect(mayMove(tree, 'T', 'A', 'inside')).toBe(false)
    expect(mayMove(tree, 'A1', 'T', 'before')).toBe(false)
  })

  test('never loses or doubles a node', () => {
    const anyCode = fc.constantFrom(...codes(tree))
    const move = fc.tuple(anyCode, anyCode, fc.constantFrom<Place>('before', 'after', 'inside'))
    fc.assert(
      fc.property(fc.array(move, { maxLength: 20 }), (moves) => {
        const after = moves.reduce((root, [code, target, place]) => moveNode(root, code, target, place), tree)
        expect(codes(after).toSorted()).toEqual(codes(tree).toSorted())
        expect(after.code).toBe('T')
      }),
    )
  })
})

describe('a node', () => {
  test('put inside a leaf stands after it', () => {
    expect(codes(insertNode(tree, 'A1', 'inside', leaf('N')))).toEqual(['T', 'A', 'A1', 'N', 'A2', 'B', 'B1', 'C'])
  })
  test('is removed with what hangs below it', () => {
    expect(codes(removeNode(tree, 'A'))).toEqual(['T', 'B', 'B1', 'C'])
    expect(findNode(removeNode(tree, 'A'), 'A2')).toBeUndefined()
  })
  test('gets a code that nobody has', () => {
    expect(freeCode(['N1', 'N2'], 'N')).toBe('N3')
  })
  test('inside a folded branch is not shown', () => {
    expect(visibleRows(tree, new Set(['A'])).map((row) => row.node.code)).toEqual(['T', 'A', 'B', 'B1', 'C'])
  })
})

describe('the margin of a parent', () => {
  test('names the village sheet that totals 110 or 100', () => {
    // 镇综治工作考评办法: part four says 20, its two items make 10.
    const duty = branch('综治责任', [leaf('领导责任制落实', '5'), leaf('综治中心作用', '5')], '20')
    expect(sumCheck(duty)).toEqual({ sum: '10', stated: '20', agrees: false })
  })
  test('agrees on exact decimals', () => {
    expect(sumCheck(branch('X', [leaf('a', '0.1'), leaf('b', '0.2')], '0.3'))).toMatchObject({ agrees: true })
  })
  test('says nothing where there is nothing to add up', () => {
    expect(sumCheck(leaf('a'))).toBeNull()
    expect(sumCheck(branch('X', [leaf('a', '')]))).toBeNull()
  })
})
