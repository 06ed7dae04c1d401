import { periodText } from '@anjie/calendar-cn'
import type { RowChange } from '@anjie/contracts/vocabulary/intake/importBatch'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { cellKey } from '../submissions/cellKey.ts'
import type { Form } from '../submissions/form.ts'
import { valueFault } from '../submissions/valueFault.ts'
import { type EntryValues, figureWritten, shownFigure } from './entryForm.ts'
import { figureField } from './figuresForm.ts'

interface FieldFault {
  readonly field: string
  readonly message: string
}

/** What one row of 考评方数据 changes in the figures of its subject: an empty cell changes nothing. All its faults at once. */
export function planFiguresRow(
  form: Form,
  values: readonly FormValue[],
  row: EntryValues,
): { readonly faults: readonly FieldFault[] } | { readonly cells: FormValue[]; readonly changes: RowChange[] } {
  const known = new Map(values.map((value) => [cellKey(value), value]))
  const faults: FieldFault[] = []
  const cells: FormValue[] = []
  const changes: RowChange[] = []
  for (const [at, cell] of form.cells.entries()) {
    const field = figureField(at)
    const written = row.get(field)
    const { item, period } = cell
    const before = known.get(cellKey({ item: item.code, period }))
    if (typeof written !== 'string' || written === shownFigure(before)) continue
    const after = figureWritten(cell, written, before?.note)
    const fault = valueFault(item, after)
    if (fault !== null) {
      faults.push({ field, message: fault })
      continue
    }
    cells.push(after)
    changes.push({
      name: period === form.period ? item.name : `${item.name}（${periodText(period)}）`,
      ...(before === undefined ? {} : { before: shownFigure(before) }),
      after: shownFigure(after),
    })
  }
  return faults.length > 0 ? { faults } : { cells, changes }
}
