import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions'
import type { RecordStore, Scope } from '@anjie/use-cases/ports'

const KEPT_MS = 60_000

/** The province's division tree from its record, read again after a minute: it changes a few times a year. */
export function keptDivisionTree(nowMilliseconds: () => number = Date.now) {
  const kept = new Map<string, { readonly tree: DivisionTree; readonly at: number }>()
  return async ({ province }: Scope, store: RecordStore): Promise<DivisionTree> => {
    const found = kept.get(province)
    if (found !== undefined && nowMilliseconds() - found.at < KEPT_MS) return found.tree
    const record = await store.get('divisions', `${province}.divisions`)
    if (record === undefined) throw new Error(`the division tree of province ${province} was never loaded`)
    kept.set(province, { tree: record.state, at: nowMilliseconds() })
    return record.state
  }
}
