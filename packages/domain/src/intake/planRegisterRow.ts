import type { RowChange } from '@anjie/contracts/vocabulary/intake/importBatch'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Register, RegisterColumn } from '@anjie/contracts/vocabulary/registers/register'
import type { Cells, RegisterRow } from '@anjie/contracts/vocabulary/registers/registerRow'
import { cellText } from '../counting/cellText.ts'
import type { RowContent } from '../registers/changeRows.ts'
import type { KnownUnits } from '../registers/readCell.ts'
import { readRow, rowTitle } from '../registers/readRow.ts'
import type { EntryValues } from './entryForm.ts'
import { columnField, REGISTER_FIELDS } from './registerForm.ts'

export type RegisterRowPlan =
  | { readonly faults: readonly { readonly field?: string; readonly message: string }[] }
  | {
      readonly title: string
      /** What the row holds then. */
      readonly content: RowContent
      readonly changes: readonly RowChange[]
      /** Cells that are sent; and what stood in them, empty where nothing did. */
      readonly cells: Cells
      readonly was: Cells
    }

/** What one row of the sheet makes of a register's row, by the rules by which a row is saved; an empty cell changes nothing. */
export function planRegisterRow(
  register: Register,
  columns: readonly RegisterColumn[],
  row: EntryValues,
  before: RegisterRow | undefined,
  units: KnownUnits,
): RegisterRowPlan {
  const given: Record<string, string> = {}
  for (const column of columns) {
    const text = writtenIn(row.get(columnField(column.code)))
    // A name stands for more than one unit at times: what was not touched is what it was.
    if (text !== undefined && (before === undefined || text !== shown(column, before))) given[column.code] = text
  }
  const day = (field: string) => PlainDate.safeParse(row.get(field)).data
  const [from, until] = [day(REGISTER_FIELDS.from), day(REGISTER_FIELDS.until)]
  const read = readRow({ columns, term: register.term }, { cells: given, from, until }, before, units)
  if ('faults' in read)
    return {
      faults: read.faults.map(({ column, detail }) => ({
        ...(column === undefined ? {} : { field: columnField(column) }),
        message: detail,
      })),
    }
  const { content } = read
  const cells: Record<string, string> = {}
  const was: Record<string, string> = {}
  const changes: RowChange[] = []
  const note = (name: string, then: string, now: string) =>
    changes.push({ name, ...(then === '' ? {} : { before: then }), after: now })
  for (const column of columns) {
    const [then, now] = [before?.cells[column.code] ?? '', content.cells[column.code] ?? '']
    if (then === now) continue
    cells[column.code] = now
    was[column.code] = then
    note(column.name, before === undefined ? '' : told(column, before), told(column, content))
  }
  if (content.from !== before?.from) note('起日', before?.from ?? '', content.from ?? '')
  if (content.until !== before?.until) note('止日', before?.until ?? '', content.until ?? '')
  return { title: rowTitle(register, content), content, changes, cells, was }
}

/** In words, a figure with its measure. */
function told(column: RegisterColumn, row: RowContent): string {
  const text = cellText(column, row)
  return text === '' ? '' : `${text}${column.measure ?? ''}`
}

function writtenIn(value: string | boolean | undefined): string | undefined {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value
}

/** As the sheet says it. */
const shown = (column: RegisterColumn, row: RegisterRow): string =>
  column.type === 'choice' || column.type === 'yesNo' ? (row.cells[column.code] ?? '') : cellText(column, row)
