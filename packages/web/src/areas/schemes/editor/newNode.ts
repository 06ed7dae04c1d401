import type { LeafNode, Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { allNodes } from '../fields/schemeNames.ts'
import { freeCode } from './tree.ts'

/** An indicator or a heading with one, with nothing in it that could be taken for somebody's decision. */
export function newNode(scheme: Scheme, kind: 'leaf' | 'branch'): SchemeNode {
  const taken = allNodes(scheme.root).map((each) => each.code)
  const leaf: LeafNode = {
    kind: 'leaf',
    code: freeCode(taken, 'N'),
    name: '',
    points: '',
    scoredBy: '',
    evidence: [],
    scoring: { method: 'fixed_deduct', item: scheme.items[0]?.code ?? '', points: '' },
  }
  if (kind === 'leaf') return leaf
  return {
    kind: 'branch',
    code: freeCode([...taken, leaf.code], 'B'),
    name: '',
    aggregation: 'sum',
    children: [leaf],
  }
}
