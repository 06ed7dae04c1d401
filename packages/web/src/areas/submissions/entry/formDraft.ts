import { ItemValueStatus } from '@anjie/contracts/vocabulary/scoring/itemValue'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { cellKey } from '@anjie/domain/submissions/cellKey'
import type { Form, FormCell } from '@anjie/domain/submissions/form'
import { type CellDraft, draftedValue, draftOf, fingerprint } from './cellDraft.ts'

/** What was typed and not saved yet, by cell. */
export type Edits = ReadonlyMap<string, CellDraft>

export const keyOf = (cell: FormCell): string => cellKey({ item: cell.item.code, period: cell.period })

export interface EntryRow {
  readonly key: string
  readonly cell: FormCell
  readonly draft: CellDraft
  readonly saved: FormValue | undefined
  readonly edited: boolean
  /** Why the draft cannot be saved. */
  readonly fault: string | null
  /** Somebody else saved another value for this cell after the typing began. */
  readonly conflict: boolean
  /** What would be saved of it. */
  readonly kept: FormValue | undefined
}

/**
 * The form as it stands on the page: the saved values with what was typed laid over them. A row that says the same as the one
 * before is that one again: of thousands of cells only those that changed are read and drawn anew.
 */
export function entryRows(
  form: Form,
  saved: readonly FormValue[],
  edits: Edits,
  before: readonly EntryRow[] = [],
): EntryRow[] {
  const byCell = new Map(saved.map((value) => [cellKey(value), value]))
  const known = new Map(before.map((row) => [row.key, row]))
  return form.cells.map((cell) => {
    const key = keyOf(cell)
    const value = byCell.get(key)
    const edit = edits.get(key)
    const same = known.get(key)
    if (
      same !== undefined &&
      same.cell === cell &&
      same.saved === value &&
      (edit === undefined ? !same.edited : same.draft === edit)
    )
      return same
    const draft = edit ?? draftOf(value)
    const read = draftedValue(cell, draft)
    const conflict = edit !== undefined && edit.base !== fingerprint(value)
    return {
      key,
      cell,
      draft,
      saved: value,
      edited: edit !== undefined,
      fault: read.ok ? null : read.error,
      conflict,
      kept: !read.ok || conflict ? value : (read.value ?? undefined),
    }
  })
}

/**
 * Every value of the form as it would be saved. One cell does not hold back the others: a draft that cannot be kept, or whose
 * cell somebody else has changed meanwhile, is left at what was saved.
 */
export function valuesOf(rows: readonly EntryRow[]): FormValue[] {
  return rows.flatMap(({ kept }) => (kept === undefined ? [] : [kept]))
}

/** The cells that are saved with another content than was read, and what was read. */
export const changedCells = (rows: readonly EntryRow[]) =>
  rows
    .filter((row) => row.edited && !row.conflict && row.fault === null)
    .map((row) => ({ item: row.cell.item.code, period: row.cell.period, was: row.saved ?? null }))

/** What stands in the cells that ask for a word. 未报 is a word, and no figure. */
export interface Completeness {
  /** With a figure, or not applicable. */
  readonly filled: number
  readonly missing: number
  /** With nothing, or with something that cannot be kept. */
  readonly open: number
  readonly all: number
}

export function completeness(rows: readonly EntryRow[]): Completeness {
  const required = rows.filter((row) => row.cell.required)
  const fit = required.filter((row) => row.fault === null)
  const filled = fit.filter(({ draft }) => draft.status === 'reported' || draft.status === 'not-applicable').length
  const missing = fit.filter(({ draft }) => draft.status === 'missing').length
  return { filled, missing, open: required.length - filled - missing, all: required.length }
}

/** Edits that a save leaves on the page: what cannot be kept as it is typed, and what somebody else has changed meanwhile. */
export function editsAfterSave(edits: Edits, rows: readonly EntryRow[]): Edits {
  const kept = new Set(rows.filter((row) => row.edited && (row.fault !== null || row.conflict)).map(({ key }) => key))
  return new Map([...edits].filter(([key]) => kept.has(key)))
}

/** The edits with these drafts among them, without those that no longer differ from what is saved. */
export function withEdits(
  edits: Edits,
  drafts: readonly { readonly row: Pick<EntryRow, 'key' | 'saved'>; readonly draft: CellDraft }[],
): Edits {
  const next = new Map(edits)
  for (const { row, draft } of drafts) {
    const same = draftOf(row.saved)
    const unchanged = same.status === draft.status && same.text === draft.text && same.note === draft.note
    if (unchanged) next.delete(row.key)
    else next.set(row.key, draft)
  }
  return next
}

const isDraft = (value: unknown): value is CellDraft =>
  typeof value === 'object' &&
  value !== null &&
  'status' in value &&
  (value.status === '' || ItemValueStatus.safeParse(value.status).success) &&
  'text' in value &&
  typeof value.text === 'string' &&
  'note' in value &&
  typeof value.note === 'string' &&
  'base' in value &&
  typeof value.base === 'string'

/** Edits as they are kept beside the page: pairs of cell and draft. */
export const keptEdits = (edits: Edits): readonly (readonly [string, CellDraft])[] => [...edits]

/** Edits out of what was kept; undefined for anything else. */
export function readKeptEdits(kept: unknown): Edits | undefined {
  if (!Array.isArray(kept) || kept.length === 0) return undefined
  const pairs = kept.flatMap((pair: unknown) =>
    Array.isArray(pair) && typeof pair[0] === 'string' && isDraft(pair[1]) ? [[pair[0], pair[1]] as const] : [],
  )
  return pairs.length === kept.length ? new Map(pairs) : undefined
}
