import { ITEM_VALUE_STATUSES } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { entryWords as words } from '../../../locales/zh-CN/submissions.ts'
import type { CellMark, CellReading } from '../../../ui/table/tableColumn.ts'
import { type CellDraft, tidied, typeInto } from '../entry/cellDraft.ts'
import { type Edits, type EntryRow, withEdits } from '../entry/formDraft.ts'

/** The part of a cell of the form that has a column of its own. */
export type CellPart = 'value' | 'status' | 'note'

/** What stands in the cell for a figure, and what a spreadsheet gets of it: the figure as typed, or the word of its status. */
export const figureText = (draft: CellDraft): string =>
  draft.status === 'reported' ? draft.text : draft.status === '' ? '' : words.statuses[draft.status]

const CHOICES = ['', ...ITEM_VALUE_STATUSES] as const

/** The status that a word names; a cell without a status may be left empty as well. */
const statusOf = (text: string): CellDraft['status'] | undefined =>
  text.trim() === '' ? '' : CHOICES.find((status) => words.statuses[status] === text.trim())

/** Whatever is typed for a figure is kept as it is, with its fault beside it: nothing that came in is lost by being wrong. */
export const readFigureText = (_row: unknown, typed: string): CellReading => ({ ok: true, text: typed })

export const readStatusText = (_row: unknown, typed: string): CellReading =>
  statusOf(typed) === undefined
    ? { ok: false, reason: words.statusOnly(CHOICES.map((status) => words.statuses[status])) }
    : { ok: true, text: typed.trim() }

function typedInto(draft: CellDraft, row: EntryRow, part: CellPart, text: string): CellDraft {
  switch (part) {
    case 'value':
      return tidied(typeInto(draft, text), row.cell.item)
    case 'note':
      return { ...draft, note: text }
    case 'status': {
      const status = statusOf(text) ?? draft.status
      return { ...draft, status, text: status === 'reported' ? draft.text : '' }
    }
  }
}

interface CellChanged {
  readonly row: EntryRow
  readonly part: CellPart
  readonly text: string
}

/** The edits after everything that one key or one paste changed; a figure and its note may come in together. */
export function editsWith(edits: Edits, changes: readonly CellChanged[]): Edits {
  const drafts = new Map<string, { readonly row: EntryRow; readonly draft: CellDraft }>()
  for (const { row, part, text } of changes) {
    const draft = drafts.get(row.key)?.draft ?? edits.get(row.key) ?? row.draft
    drafts.set(row.key, { row, draft: typedInto(draft, row, part, text) })
  }
  return withEdits(edits, [...drafts.values()])
}

/** The one mark at a cell's left edge: the worst thing that there is to say about it. */
export function figureMark(row: EntryRow, editable: boolean, remark: string | undefined): CellMark | undefined {
  if (row.conflict) return { kind: 'changed', reason: words.marks.changed }
  if (row.fault !== null && (row.edited || row.draft.status !== '')) return { kind: 'wrong', reason: row.fault }
  if (row.edited) return { kind: 'waiting', reason: words.marks.waiting }
  if (row.saved?.status === 'reported' && row.saved.origin !== undefined && row.saved.origin.confirmedBy === undefined)
    return { kind: 'remarked', reason: words.marks.unconfirmed }
  if (remark !== undefined) return { kind: 'remarked', reason: remark }
  return editable ? undefined : { kind: 'locked', reason: words.marks.locked }
}
