import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ItemValueStatus } from '@anjie/contracts/vocabulary/scoring/itemValue'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { readFigure } from '@anjie/domain/scoring/readFigure'
import type { FormCell } from '@anjie/domain/submissions/form'
import { valueFault } from '@anjie/domain/submissions/valueFault'
import { err, ok, type Result } from '@anjie/kernel'
import { entryWords as words } from '../../../locales/zh-CN/submissions.ts'

/** A cell as it is being typed. An empty status is a cell that nobody has touched: not missing, not zero. */
export interface CellDraft {
  readonly status: ItemValueStatus | ''
  /** As typed; only meaningful with status `reported`. */
  readonly text: string
  readonly note: string
  /** The saved value on which the typing began, to notice that somebody else changed it meanwhile. */
  readonly base: string
}

export const fingerprint = (value: FormValue | undefined): string => (value === undefined ? '' : JSON.stringify(value))

/** The draft that shows a saved value unchanged. */
export function draftOf(value: FormValue | undefined): CellDraft {
  return {
    status: value?.status ?? '',
    text: value?.status === 'reported' ? value.value : '',
    note: value?.note ?? '',
    base: fingerprint(value),
  }
}

/** A word typed into the value cell that names a status. */
const STATUS_WORDS: Readonly<Record<string, ItemValueStatus>> = {
  未报: 'missing',
  缺报: 'missing',
  不适用: 'not-applicable',
  无效: 'invalid',
}

/**
 * What was typed or pasted into the value cell: a status word chooses that status, any other text is a figure, and
 * clearing the cell makes it unfilled. An empty cell never becomes a zero.
 */
export function typeInto(draft: CellDraft, text: string): CellDraft {
  const status = new Map(Object.entries(STATUS_WORDS)).get(text.trim())
  if (status !== undefined) return { ...draft, status, text: '' }
  return { ...draft, text, status: text.trim() === '' ? '' : 'reported' }
}

/** The typed figure in plain form once the cell is left: full-width digits narrowed, separators and unit taken off. */
export function tidied(draft: CellDraft, item: DataItem): CellDraft {
  if (draft.status !== 'reported') return draft
  const figure = readFigure(draft.text, item.unit)
  return figure.ok ? { ...draft, text: figure.value } : draft
}

/** The value that a draft stands for; `null` for an unfilled cell; or in Chinese why it cannot be saved. */
export function draftedValue(cell: FormCell, draft: CellDraft): Result<FormValue | null, string> {
  const note = draft.note.trim()
  const common = { item: cell.item.code, period: cell.period, ...(note === '' ? {} : { note }) }
  switch (draft.status) {
    case '':
      return ok(null)
    case 'reported': {
      const figure = readFigure(draft.text, cell.item.unit)
      if (!figure.ok) return err(words.notNumber(figure.error))
      const value: FormValue = { ...common, status: 'reported', value: figure.value }
      const fault = valueFault(cell.item, value)
      return fault === null ? ok(value) : err(fault)
    }
    case 'missing':
      return ok({ ...common, status: 'missing' })
    case 'not-applicable':
      return ok({ ...common, status: 'not-applicable' })
    case 'invalid':
      return note === '' ? err(words.needsInvalidNote) : ok({ ...common, status: 'invalid', note })
  }
}
