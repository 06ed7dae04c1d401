import type { IntakeField, IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import type { Form } from '../submissions/form.ts'

const LONGEST_HEADING = 60
const LONGEST_UNIT = 10

export const SUBJECT_FIELD = 'subject'
/** Columns that one sheet takes beside its subjects. */
export const MOST_FIGURES = 299

/** Column of a figure, by its cell's place in the form. */
export const figureField = (at: number): string => `f${at + 1}`

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
  const figures = form.cells.slice(0, MOST_FIGURES).map(({ item, period }, at): IntakeField => {
    const name = period === form.period ? item.name : `${item.name} ${about.periodText(period)}`
    return {
      code: figureField(at),
      name: name.slice(0, LONGEST_HEADING),
      ...(period === form.period ? { also: [item.code] } : {}),
      type: 'decimal',
      words: [...words],
      help: item.definition.replace(/\s+/g, ' ').slice(0, 200),
      ...(item.unit === '' || item.unit.length > LONGEST_UNIT ? {} : { unit: item.unit }),
    }
  })
  return {
    code: 'commission-figures',
    name: about.title,
    notes: [`没有数的写${words.map((word) => `“${word}”`).join('、')}，或留空不改。`],
    fields: [subject, ...figures],
  }
}
