import type { DataItem, Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { parseFormula, referenceKey, referencesOf } from '../scoring/formula/index.ts'
import { formulaNames } from '../scoring/formulaNames.ts'
import { ruleOf } from '../scoring/methods/index.ts'
import type { Form } from './form.ts'

export interface MissingEvidence {
  /** Name of the indicator. */
  readonly indicator: string
  /** What its rule asks to see. */
  readonly wanted: readonly string[]
}

/**
 * 缺佐证材料: indicators that ask for evidence, have a figure in this form, and no file beside any of their figures. Said before a
 * form is submitted; whether it is enough is for the reviewer to judge.
 */
export function missingEvidence(
  scheme: Scheme,
  form: Form,
  values: readonly FormValue[],
  withFile: ReadonlySet<string>,
): readonly MissingEvidence[] {
  const names = formulaNames(scheme.items)
  const asked = new Set(form.cells.map(({ item }) => item.code))
  const reported = new Set(values.filter(({ status }) => status === 'reported').map(({ item }) => item))
  return leavesOf(scheme.root).flatMap((leaf) => {
    if (leaf.evidence.length === 0) return []
    const items = [...filledFor(ruleOf(leaf.scoring).itemsOf(leaf.scoring, names), scheme.items, names)].filter(
      (item) => asked.has(item),
    )
    const hasFigure = items.some((item) => reported.has(item))
    return hasFigure && !items.some((item) => withFile.has(item))
      ? [{ indicator: leaf.name, wanted: leaf.evidence }]
      : []
  })
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
