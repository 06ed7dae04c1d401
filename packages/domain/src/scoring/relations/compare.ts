import type { ItemCheck } from '@anjie/contracts/vocabulary/schemes/scheme'
import { Decimal } from '@anjie/kernel'
import { figureText } from '../figureText.ts'
import { type FormulaValue, parseFormula, referenceKey, referencesOf } from '../formula/index.ts'
import { COMPARISON_PASSES, COMPARISON_WORDS } from './comparison.ts'
import { HOLDS, type RelationRule } from './relation.ts'

type Compare = Extract<ItemCheck, { kind: 'compare' }>

/** The items that a side names, by code. */
function itemsOf(text: string, names: ReadonlyMap<string, string>): readonly string[] {
  const parsed = parseFormula(text)
  if (!parsed.ok) return []
  return referencesOf(parsed.value).map(({ name }) => names.get(referenceKey(name)) ?? name)
}

/** 两式比较: each side is worked out exactly; a side without a value decides nothing. */
export const compare: RelationRule<Compare> = {
  items: ({ left, right }, names) => [...new Set([...itemsOf(left, names), ...itemsOf(right, names)])],
  decide: (check, figures) => {
    const left = figures.formula(check.left)
    const right = figures.formula(check.right)
    const named = firstNamed(check)
    const first = named === null ? null : figures.code(named)
    const open = [left, right].find((side) => side.kind !== 'number')
    if (left.kind !== 'number' || right.kind !== 'number')
      return { kind: 'undecided', item: first, message: `${check.name}：${reasonOf(open)}，无法核对` }
    if (COMPARISON_PASSES[check.is](left.value, right.value, new Decimal(check.tolerance ?? 0))) return HOLDS
    const within = check.tolerance === undefined ? '' : `（允许相差${check.tolerance}）`
    return {
      kind: 'broken',
      item: first,
      message: `${check.name}：${shown(check.left)}为${figureText(left.value)}，应${COMPARISON_WORDS[check.is]}${shown(check.right)}的${figureText(right.value)}${within}，请核对`,
    }
  },
}

const reasonOf = (side: FormulaValue | undefined): string =>
  side !== undefined && 'reason' in side ? side.reason.replaceAll(/[[\]]/g, '').replaceAll(' ', '') : '缺少数值'

/** A side as people read it: names without the signs of the notation. */
const shown = (text: string): string => `“${text.replaceAll(/[[\]]/g, '')}”`

/** The name of the first item, as written: whoever follows the finding is led to its cell. */
function firstNamed({ left, right }: Compare): string | null {
  for (const side of [left, right]) {
    const parsed = parseFormula(side)
    const [first] = parsed.ok ? referencesOf(parsed.value) : []
    if (first !== undefined) return first.name
  }
  return null
}
