import type { LedgerRow } from '@anjie/contracts/vocabulary/counting/ledger'

/** What became of a row since it was frozen: it counts now and did not then, it counted then, or it counts with other cells. */
export interface RowChange {
  readonly kind: 'added' | 'removed' | 'changed'
  /** As it is now, or, of one that no longer counts, as it was. */
  readonly row: LedgerRow
}

/** 台账变动: by which rows a figure differs today from the one that was submitted. */
export function rowChanges(then: readonly LedgerRow[], now: readonly LedgerRow[]): readonly RowChange[] {
  const before = new Map(then.map((row) => [row.id, row]))
  const after = new Set(now.map(({ id }) => id))
  return [
    ...then.flatMap((row): RowChange[] => (after.has(row.id) ? [] : [{ kind: 'removed', row }])),
    ...now.flatMap((row): RowChange[] => {
      const was = before.get(row.id)
      if (was === undefined) return [{ kind: 'added', row }]
      return was.version === row.version ? [] : [{ kind: 'changed', row }]
    }),
  ]
}
