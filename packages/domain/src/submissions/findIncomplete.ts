import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { FormValue, Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { cellKey } from './cellKey.ts'
import { cellName } from './cellName.ts'
import { crossChecks, NOTHING_AROUND, type Surroundings } from './crossChecks.ts'
import { explanationOf } from './explanationOf.ts'
import type { Form } from './form.ts'
import { missingItemEvidence } from './missingEvidence.ts'
import { valueFault } from './valueFault.ts'

/** What of a form decides whether it is complete. */
export type Filled = Pick<Submission, 'values' | 'explanations' | 'evidence'>

/**
 * What keeps a form from being submitted, all at once; `null` when nothing does. A required cell is reported, does not
 * apply, or is missing; the latter two with a word of explanation, because a blank is not a zero and somebody will ask. A figure
 * that was taken over from elsewhere was confirmed by a person, what must be proved has its file, and no file carries a virus.
 */
export function findIncomplete(form: Form, filled: Filled, around: Surroundings = NOTHING_AROUND): Problem | null {
  const { values, evidence } = filled
  const byCell = new Map(values.map((value) => [cellKey(value), value]))
  const errors: { pointer: string; detail: string }[] = []
  for (const cell of form.cells) {
    const value = byCell.get(cellKey({ item: cell.item.code, period: cell.period }))
    const detail = faultOf(cell.item, cell.required, value, cellName(cell.item, cell.period, form.period))
    if (detail !== null) errors.push({ pointer: `/values/${cell.item.code}/${cell.period}`, detail })
  }
  for (const finding of crossChecks(form, values, around).checks) {
    if (finding.severity !== 'error' || finding.rule !== 'relation') continue
    if (finding.mayExplain && explanationOf(filled, finding) !== undefined) continue
    const remedy = finding.mayExplain ? '；情况属实的，请填写情况说明' : ''
    errors.push({
      pointer: `/values/${finding.item ?? ''}/${form.period}`,
      detail: `${finding.message}${remedy}`,
    })
  }
  for (const { item, blocks } of missingItemEvidence(form, filled))
    if (blocks)
      errors.push({ pointer: `/values/${item.code}/${form.period}`, detail: `${item.name}须附${item.evidence}` })
  for (const { fileName, scan } of evidence)
    if (scan?.result === 'found')
      errors.push({ pointer: '/evidence', detail: `“${fileName}”检出病毒（${scan.name}），请移除后再提交` })
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
      if (value.origin !== undefined && value.origin.confirmedBy === undefined)
        return `${name}由“${value.origin.from}”带入，请核对后确认`
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
