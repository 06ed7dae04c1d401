import type { DataItem, Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { FormValue, Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { formulaNames } from '../scoring/formulaNames.ts'
import { ruleOf } from '../scoring/methods/index.ts'
import type { Form } from './form.ts'
import { itemsBehind } from './itemsBehind.ts'

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
    const items = [...itemsBehind(ruleOf(leaf.scoring).itemsOf(leaf.scoring, names), scheme.items, names)].filter(
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

/** A figure of the form that asks for a file and has none: it warns, or it bars the form. */
export interface BareItem {
  readonly item: DataItem & { readonly evidence: string }
  readonly blocks: boolean
}

/** 须附佐证而未附的数据项. A blank proves nothing and needs no proof. */
export function missingItemEvidence(
  form: Form,
  { values, evidence }: Pick<Submission, 'values' | 'evidence'>,
): readonly BareItem[] {
  const reported = new Set(values.filter(({ status }) => status === 'reported').map(({ item }) => item))
  const withFile = new Set(evidence.filter(({ status }) => status === 'attached').map(({ item }) => item))
  const items = new Map(form.cells.map(({ item }) => [item.code, item]))
  return [...items.values()].flatMap((item): BareItem[] =>
    item.evidence === undefined || !reported.has(item.code) || withFile.has(item.code)
      ? []
      : [{ item: { ...item, evidence: item.evidence }, blocks: item.evidenceMissing === 'block' }],
  )
}

type Leaf = Extract<SchemeNode, { kind: 'leaf' }>
const leavesOf = (node: SchemeNode): readonly Leaf[] =>
  node.kind === 'leaf' ? [node] : node.children.flatMap(leavesOf)
