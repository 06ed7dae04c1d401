import type { Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { scoringRules } from '@anjie/domain/scoring/index'
import type { FormulaItem } from './tryFormula.ts'

export interface CodeOption {
  readonly value: string
  readonly label: string
}

/** What the codes of a scheme stand for, so that forms offer names and people never type a code. */
export interface SchemeNames {
  readonly subjectKind: Scheme['subjectKind']
  readonly groups: readonly CodeOption[]
  /** What a formula may refer to. */
  readonly formulaItems: readonly FormulaItem[]
  /** What may stand in a field that holds a code; undefined for a code of one's own, which is typed. */
  optionsFor(field: string): readonly CodeOption[] | undefined
  methodTitle(method: string): string
}

const METHOD_TITLES: ReadonlyMap<string, string> = new Map(
  Object.entries(scoringRules).map(([code, rule]) => [code, rule.title]),
)

const option = (each: { readonly code: string; readonly name: string }): CodeOption => ({
  value: each.code,
  label: each.name === '' ? each.code : `${each.name}（${each.code}）`,
})

export function schemeNamesOf(scheme: Scheme): SchemeNames {
  const items = scheme.items.map(option)
  const nodes = allNodes(scheme.root).map(option)
  const groups = scheme.groups.map(option)
  const grades = scheme.grades.map(option)
  return {
    subjectKind: scheme.subjectKind,
    groups,
    formulaItems: scheme.items,
    optionsFor(field) {
      switch (field) {
        case 'code':
          return undefined
        case 'node':
        case 'nodes':
          return nodes
        case 'group':
          return groups
        case 'grade':
        case 'barredGrades':
          return grades
        default:
          return items
      }
    },
    methodTitle: (method) => METHOD_TITLES.get(method) ?? method,
  }
}

/** Every node, parents before their children. */
export function allNodes(root: SchemeNode): SchemeNode[] {
  return root.kind === 'leaf' ? [root] : [root, ...root.children.flatMap(allNodes)]
}
