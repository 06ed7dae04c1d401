import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { cellKey } from './cellKey.ts'
import { cellName } from './cellName.ts'
import { crossChecks } from './crossChecks.ts'
import type { Form } from './form.ts'
import { valueFault } from './valueFault.ts'

/**
 * What keeps a form from being submitted, all at once; `null` when nothing does. A required cell is reported, does not
 * apply, or is missing; the latter two with a word of explanation, because a blank is not a zero and somebody will ask.
 */
export function findIncomplete(form: Form, values: readonly FormValue[]): Problem | null {
  const byCell = new Map(values.map((value) => [cellKey(value), value]))
  const errors: { pointer: string; detail: string }[] = []
  for (const cell of form.cells) {
    const value = byCell.get(cellKey({ item: cell.item.code, period: cell.period }))
    const detail = faultOf(cell.item, cell.required, value, cellName(cell.item, cell.period, form.period))
    if (detail !== null) errors.push({ pointer: `/values/${cell.item.code}/${cell.period}`, detail })
  }
  for (const finding of crossChecks(form, values).checks)
    if (finding.severity === 'error' && finding.rule === 'relation')
      errors.push({ pointer: `/values/${finding.item ?? ''}/${form.period}`, detail: finding.message })
  if (errors.length === 0) return null
  return {
    code: 'incomplete',
    detail: `还有${errors.length}处需要处理：${errors
      .slice(0, 3)
      .map((error) => error.detail)
      .join('；')}${errors.length > 3 ? '等' : ''}`,
    errors,
  }
}

function faultOf(
  item: Form['items'][number],
  required: boolean,
  value: FormValue | undefined,
  name: string,
): string | null {
  if (value === undefined) return required ? `${name}未填` : null
  switch (value.status) {
    case 'reported':
      return valueFault(item, value)
    case 'invalid':
      return `${name}填写的内容不能使用：${value.note}`
    case 'missing':
      return hasNote(value.note) ? null : `${name}未填，请说明原因`
    case 'not-applicable':
      return hasNote(value.note) ? null : `${name}标为不适用，请说明理由`
  }
}

function hasNote(note: string | undefined): boolean {
  return note !== undefined && note.trim() !== ''
}
