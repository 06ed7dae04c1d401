import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import { parseFormula, referenceKey, referencesOf } from '../scoring/formula/index.ts'

/** The items themselves, and for those that a formula works out, what it works them out of. */
export function itemsBehind(
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
