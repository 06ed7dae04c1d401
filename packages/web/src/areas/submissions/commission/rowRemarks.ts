import { crossChecks } from '@anjie/domain/submissions/crossChecks'
import type { Form } from '@anjie/domain/submissions/form'
import { type EntryRow, valuesOf } from '../entry/formDraft.ts'

/** What looks wrong about one subject's figures as they stand in the grid, by item. A cell that cannot be saved says so itself. */
export function rowRemarks(form: Form, cells: readonly EntryRow[]): ReadonlyMap<string, string> {
  const findings = crossChecks(form, valuesOf(cells)).checks
  return new Map(
    findings.flatMap(({ item, message }) => (item === null ? [] : [[item, message] as const])).toReversed(),
  )
}
