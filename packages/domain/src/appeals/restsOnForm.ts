import type { Receipt } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import { formulaNames } from '../scoring/formulaNames.ts'
import type { Form } from '../submissions/form.ts'
import { itemsBehind } from '../submissions/itemsBehind.ts'

/**
 * Whether points rest on a figure of the form, which then is the one to be corrected, or on figures of the commission alone.
 * A branch of the tree names no figures: it may rest on any.
 */
export function restsOnForm({ rawValues }: Receipt, items: readonly DataItem[], form: Form): boolean {
  if (rawValues.length === 0) return true
  const filled = new Set(form.cells.map(({ item }) => item.code))
  const behind = itemsBehind(
    rawValues.map(({ item }) => item),
    items,
    formulaNames(items),
  )
  return [...behind].some((item) => filled.has(item))
}
