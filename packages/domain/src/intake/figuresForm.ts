import type { IntakeField, IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import { cellKey } from '../submissions/cellKey.ts'
import type { Form, FormCell } from '../submissions/form.ts'

export const SUBJECT_FIELD = 'subject'

const keyOf = ({ item, period }: FormCell): string => cellKey({ item: item.code, period })

/**
 * 考评方数据表: one row a subject, one column a figure of the form; the same columns as the grid. `words`: what may stand in place of a
 * figure.
 */
export function figuresForm(
  form: Form,
  about: { readonly title: string; readonly subject: string; readonly periodText: (period: string) => string },
  words: readonly string[],
): IntakeForm {
  const subject: IntakeField = {
    code: SUBJECT_FIELD,
    name: about.subject,
    also: ['单位', '单位名称', '名称', '地区', '县（市、区）', '市（州）', '被考评单位', '对象'],
    type: 'text',
    required: true,
    key: true,
    longest: 60,
  }
  const figures = form.cells.map((cell): IntakeField => {
    const { item, period } = cell
    return {
      code: keyOf(cell),
      name: period === form.period ? item.name : `${item.name} ${about.periodText(period)}`,
      ...(period === form.period ? { also: [item.code] } : {}),
      type: 'decimal',
      words: [...words],
      help: item.definition.slice(0, 200),
      ...(item.unit === '' ? {} : { unit: item.unit }),
    }
  })
  return {
    code: 'commission-figures',
    name: about.title,
    notes: [`没有数的写${words.map((word) => `“${word}”`).join('、')}，或留空不改。`],
    fields: [subject, ...figures],
  }
}
