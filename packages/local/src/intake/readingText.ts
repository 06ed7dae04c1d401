import type { IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import type { IntakeReading, IntakeRefusal } from '@anjie/documents/intake/reading'
import { PASSED_OVER_NAMES } from '@anjie/documents/intake/rowKind'
import { printable } from '../score/printable.ts'

const ROWS_SHOWN = 20
const REFUSALS_SHOWN = 100

/** What was read, for a person at a terminal. */
export function* readingText(reading: IntakeReading, form: IntakeForm): Iterable<string> {
  const { rows, leftOut, refusals, passedOver, remarks } = reading
  yield `${printable(form.name)}\n  读入    ${rows.length} 行\n  没有读入 ${leftOut} 行，${refusals.length} 处\n`
  if (passedOver.length > 0) yield `  略过    ${passedOver.length} 行：${kindsOf(reading)}\n`
  for (const remark of remarks) yield `  注意：${printable(remark)}\n`
  for (const refusal of refusals.slice(0, REFUSALS_SHOWN))
    yield `  ${printable(placeOf(refusal))}：${printable(refusal.message)}\n`
  if (refusals.length > REFUSALS_SHOWN) yield `  另有 ${refusals.length - REFUSALS_SHOWN} 处，用 --json 看全部\n`
  for (const { row, values } of rows.slice(0, ROWS_SHOWN)) {
    const shown = form.fields.flatMap(({ code, name }) =>
      values.has(code) ? [`${name} ${String(values.get(code))}`] : [],
    )
    yield `  第 ${row} 行  ${printable(shown.join('；'))}\n`
  }
  if (rows.length > ROWS_SHOWN) yield `  另有 ${rows.length - ROWS_SHOWN} 行，用 --json 看全部\n`
}

const placeOf = ({ sheet, row, column, heading }: IntakeRefusal): string => {
  const where = `${sheet === '' ? '' : `工作表“${sheet}”`}${row === 0 ? '' : column === '' ? `第 ${row} 行` : ` ${column}${row}`}`
  return heading === undefined ? where : `${where}（${heading}）`
}

function kindsOf({ passedOver }: IntakeReading): string {
  const counts = new Map<string, number>()
  for (const { why } of passedOver) counts.set(PASSED_OVER_NAMES[why], (counts.get(PASSED_OVER_NAMES[why]) ?? 0) + 1)
  return [...counts].map(([name, count]) => `${name} ${count}`).join('、')
}
