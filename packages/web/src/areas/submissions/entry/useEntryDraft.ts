import { sumsOf } from '@anjie/domain/submissions/belowSums'
import { besidesOf } from '@anjie/domain/submissions/besides'
import { cellKey } from '@anjie/domain/submissions/cellKey'
import { crossChecks } from '@anjie/domain/submissions/crossChecks'
import { unplacedMessage } from '@anjie/domain/submissions/unplacedRows'
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { editsWith } from '../grid/figureCell.ts'
import type { CellDraft } from './cellDraft.ts'
import type { EntryChange } from './EntryTable.tsx'
import { type Edits, type EntryRow, entryRows, valuesOf, withEdits } from './formDraft.ts'
import { formOfCase } from './formOfCase.ts'
import type { SubmissionCase } from './submissionCase.ts'

/** The form of a submission as it stands on the page: what is saved, what is typed over it, and what the checks say of both. */
export function useEntryDraft(found: SubmissionCase) {
  const { state } = found
  // The same after every save but for its version: cells that were not touched stay what they are.
  const form = useStable(useMemo(() => formOfCase(found), [found]))
  const [edits, setEdits] = useState<Edits>(new Map())
  const before = useRef<readonly EntryRow[]>([])
  const rows = useMemo(() => {
    const made = entryRows(form, state.values, edits, before.current)
    before.current = made
    return made
  }, [form, state.values, edits])
  const laterRows = useDeferredValue(rows)
  const past = useRead(OPERATIONS.getPastValues, { params: { submissionId: state.id } })
  const sums = useStable(found.below)
  const besides = useStable(found.beside)
  const around = useMemo(
    () => ({ past: past.data?.values ?? [], below: sumsOf(sums), beside: besidesOf(besides) }),
    [past.data, sums, besides],
  )
  const {
    checks: relations,
    undecided,
    derived,
  } = useMemo(() => crossChecks(form, valuesOf(laterRows), around), [form, laterRows, around])
  const checks = useMemo(() => [...relations, ...unplacedFindings(found)], [relations, found])
  const counted = useMemo(() => new Map(found.counted.map((cell) => [cellKey(cell), cell] as const)), [found.counted])
  const remarked = useMemo(
    () => new Map(checks.flatMap((check) => (check.item === null ? [] : [[check.item, check.message] as const]))),
    [checks],
  )
  const evidenceCounts = useMemo(() => {
    const counts = new Map<string, number>()
    for (const file of state.evidence)
      if (file.status === 'attached') counts.set(file.item, (counts.get(file.item) ?? 0) + 1)
    return counts
  }, [state.evidence])
  const onEdit = useCallback((changes: readonly EntryChange[]) => setEdits((typed) => editsWith(typed, changes)), [])
  const setDraft = useCallback(
    (row: EntryRow, draft: CellDraft) => setEdits((typed) => withEdits(typed, [{ row, draft }])),
    [],
  )
  return {
    form,
    rows,
    /** A moment behind while one types fast; what is shown beside the grid. */
    laterRows,
    edits,
    setEdits,
    checks,
    undecided,
    derived,
    remarked,
    evidenceCounts,
    counted,
    onEdit,
    setDraft,
    conflicts: rows.filter((row) => row.conflict),
    faults: rows.filter((row) => row.edited && row.fault !== null),
  }
}

/** 未归类的行: rows of a counted whole that none of its parts counts. */
const unplacedFindings = ({ counted, items }: SubmissionCase) =>
  counted.flatMap(({ item, period, ledger, unplaced }) => {
    const name = items.find(({ code }) => code === item)?.name ?? item
    return unplaced === undefined
      ? []
      : [
          {
            severity: 'warning' as const,
            item,
            message: unplacedMessage(name, ledger, unplaced),
            rule: 'cell' as const,
            period,
          },
        ]
  })

/** The value before, for as long as the new one says the same. */
function useStable<T>(value: T): T {
  const kept = useRef(value)
  if (kept.current !== value && JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value
  return kept.current
}
