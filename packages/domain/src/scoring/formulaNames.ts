import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import { referenceKey } from './formula/index.ts'

/** Names under which formulas may refer to data items, each to the item's code: the Chinese name, or the code itself. */
export function formulaNames(items: readonly DataItem[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const item of items) names.set(referenceKey(item.code), item.code)
  for (const item of items) names.set(referenceKey(item.name), item.code)
  return names
}
