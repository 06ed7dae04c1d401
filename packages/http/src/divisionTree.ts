import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { RecordStore, Scope } from '@anjie/use-cases/ports'

const KEPT_MS = 5_000

/** How old a tree may be: `fresh` for what decides by it, `recent` for reading. */
export type TreeAge = 'fresh' | 'recent'

/**
 * The province's division tree from its record. Reading goes by one that is a few seconds old at most, because a page asks
 * several times in a row; what decides by it reads it anew: a county that was merged a moment ago is not planned for.
 */
export function keptDivisionTree(nowMilliseconds: () => number = Date.now) {
  const kept = new Map<string, { readonly tree: DivisionTree; readonly at: number }>()
  return async ({ province }: Scope, store: RecordStore, age: TreeAge): Promise<DivisionTree> => {
    const found = kept.get(province)
    if (found !== undefined && age === 'recent' && nowMilliseconds() - found.at < KEPT_MS) return found.tree
    const record = await store.get('divisions', `${province}.divisions`)
    if (record === undefined) throw new Error(`the division tree of province ${province} was never loaded`)
    kept.set(province, { tree: record.state, at: nowMilliseconds() })
    return record.state
  }
}
