import type { DataItem, Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { parseFormula, referenceKey, referencesOf } from '../scoring/formula/index.ts'
import { formulaNames } from '../scoring/formulaNames.ts'
import { ruleOf } from '../scoring/methods/index.ts'
import type { Form } from './form.ts'

export interface WantedEvidence {
  /** Name of the indicator. */
  readonly indicator: string
  /** What its rule asks to see. */
  readonly wanted: readonly string[]
  /** The items of the form that it is worked out of. */
  readonly items: readonly string[]
}

/** 佐证要求: indicators that ask for evidence and are worked out of figures of this form. */
export function wantedEvidence(scheme: Scheme, form: Form): readonly WantedEvidence[] {
  const names = formulaNames(scheme.items)
  const asked = new Set(form.cells.map(({ item }) => item.code))
  return leavesOf(scheme.root).flatMap((leaf) => {
    if (leaf.evidence.length === 0) return []
    const items = [...filledFor(ruleOf(leaf.scoring).itemsOf(leaf.scoring, names), scheme.items, names)].filter(
      (item) => asked.has(item),
    )
    return items.length === 0 ? [] : [{ indicator: leaf.name, wanted: leaf.evidence, items }]
  })
}

/**
 * 缺佐证材料: indicators that ask for evidence, have a figure in this form, and no file beside any of their figures. Said before a
 * form is submitted; whether it is enough is for the reviewer to judge.
 */
export function missingEvidence(
  wanted: readonly WantedEvidence[],
  values: readonly FormValue[],
  withFile: ReadonlySet<string>,
): readonly WantedEvidence[] {
  const reported = new Set(values.filter(({ status }) => status === 'reported').map(({ item }) => item))
  return wanted.filter(
    ({ items }) => items.some((item) => reported.has(item)) && !items.some((item) => withFile.has(item)),
  )
}

/** The items themselves, and for those that a formula works out, what it works them out of. */
function filledFor(
  used: readonly string[],
  items: readonly DataItem[],
  names: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [...used]
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    if (found.has(code)) continue
    found.add(code)
    const formula = items.find((item) => item.code === code)?.formula
    const parsed = formula === undefined ? undefined : parseFormula(formula)
    if (parsed?.ok === true)
      for (const { name } of referencesOf(parsed.value)) open.push(names.get(referenceKey(name)) ?? code)
  }
  return found
}

type Leaf = Extract<SchemeNode, { kind: 'leaf' }>
const leavesOf = (node: SchemeNode): readonly Leaf[] =>
  node.kind === 'leaf' ? [node] : node.children.flatMap(leavesOf)
