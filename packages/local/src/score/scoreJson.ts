import type { Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ScoreRun, SubjectScore } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { treeOfGroup } from '@anjie/domain/scoring/boundTree'
import { printableJson } from './printable.ts'

type NamedNodes = ReadonlyMap<string, { readonly name: string; readonly weight: string | null }>

/** Names and weights of the nodes as they count in each group. */
function nodesByGroup(scheme: Scheme): ReadonlyMap<string, NamedNodes> {
  return new Map(
    scheme.groups.map((group) => {
      const nodes = new Map<string, { name: string; weight: string | null }>()
      const add = (node: SchemeNode): void => {
        nodes.set(node.code, { name: node.name, weight: node.weight ?? null })
        if (node.kind === 'branch') node.children.forEach(add)
      }
      const root = treeOfGroup(scheme.root, group)
      if (root !== null) add(root)
      return [group.code, nodes] as const
    }),
  )
}

const named = (row: SubjectScore, nodes: NamedNodes | undefined) => ({
  ...row,
  nodes: row.nodes.map(({ node, ...score }) => ({
    node,
    name: nodes?.get(node)?.name ?? node,
    weight: nodes?.get(node)?.weight ?? null,
    ...score,
  })),
})

const text = (content: unknown, indent: string): string =>
  printableJson(JSON.stringify(content, null, 2).replaceAll('\n', `\n${indent}`))

/** A run as JSON, in pieces of one subject each: a province's receipts are longer than one text can be. */
export function* scoreJson(run: ScoreRun, scheme: Scheme): Generator<string> {
  const groups = nodesByGroup(scheme)
  const { subjects, ...head } = run
  yield `${text(head, '').slice(0, -2)},\n  "subjects": [`
  for (const [at, row] of subjects.entries())
    yield `${at === 0 ? '' : ','}\n    ${text(named(row, groups.get(row.group)), '    ')}`
  yield '\n  ]\n}\n'
}

/** One subject's receipt as JSON. */
export const subjectJson = (row: SubjectScore, scheme: Scheme): string =>
  `${text(named(row, nodesByGroup(scheme).get(row.group)), '')}\n`
