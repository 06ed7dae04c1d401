import type { OperationId } from '@anjie/contracts/operations/index'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { RecordStore, Scope } from '@anjie/use-cases/ports'

const KEPT_MS = 5_000

/** How old a tree may be: `fresh` for what decides by it, `recent` for reading, `any` for what does not look at it. */
export type TreeAge = 'fresh' | 'recent' | 'any'

/** Steps of a form go by the form, its cycle and its rules, which name their unit themselves. */
const NOT_BY_DIVISIONS: ReadonlySet<string> = new Set<OperationId>([
  'saveValues',
  'requestEvidenceUpload',
  'attachEvidence',
  'removeEvidence',
  'submitSubmission',
  'withdrawSubmission',
  'verifySubmission',
  'acceptSubmission',
  'returnSubmission',
])

/** How old a tree a command of this operation may go by. */
export const treeAgeOf = (operationId: string): TreeAge => (NOT_BY_DIVISIONS.has(operationId) ? 'any' : 'fresh')

/**
 * The province's division tree from its record. Reading goes by one that is a few seconds old at most, because a page asks
 * several times in a row; what decides by it reads it anew: a county that was merged a moment ago is not planned for.
 */
export function keptDivisionTree(nowMilliseconds: () => number = Date.now) {
  const kept = new Map<string, { readonly tree: DivisionTree; readonly at: number }>()
  return async ({ province }: Scope, store: RecordStore, age: TreeAge = 'recent'): Promise<DivisionTree> => {
    const found = kept.get(province)
    if (found !== undefined && (age === 'any' || (age === 'recent' && nowMilliseconds() - found.at < KEPT_MS)))
      return found.tree
    const record = await store.get('divisions', `${province}.divisions`)
    if (record === undefined) throw new Error(`the division tree of province ${province} was never loaded`)
    kept.set(province, { tree: record.state, at: nowMilliseconds() })
    return record.state
  }
}
