import type { PlannedRow } from '@anjie/domain/intake/planUnitRows'
import { unitForm } from '@anjie/domain/intake/unitForm'
import { LeftOut } from '../../../app/files/LeftOut.tsx'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { stepText, intakeWords as words } from '../../../locales/zh-CN/intake.ts'
import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { downloadFile } from '../../../ui/downloadFile.ts'
import type { RowOutcome } from './applyPlan.ts'
import { countsOf } from './countsOf.ts'
import { returnedAnswers } from './returnedAnswers.ts'
import type { SheetFile } from './useSheetFile.ts'

interface SheetAnswerProps {
  readonly file: SheetFile
  readonly plan: readonly PlannedRow[]
  readonly outcomes: ReadonlyMap<PlannedRow, RowOutcome>
}

/** What the file holds, what of it stays out, and the way to have it back with every wrong cell marked. */
export function SheetAnswer({ file, plan, outcomes }: SheetAnswerProps) {
  const { refusals, leftOut, passedOver, remarks } = file.reading
  const failed = [...outcomes.values()].filter((outcome) => outcome !== undefined).length
  const giveBack = async () => {
    const { returnedWorkbook, readerAnswers } = await import('@anjie/documents/intake/returnedWorkbook')
    const told = returnedAnswers(plan, outcomes, (step) => stepText(step, dayText), columnOf(file))
    const bytes = await returnedWorkbook(file.tables, file.reading, [...readerAnswers(file.reading), ...told])
    downloadFile(words.returnedName(file.name), 'xlsx', bytes)
  }
  return (
    <>
      <p>
        {words.summary(countsOf(plan))}
        {passedOver.length > 0 && `；${words.passedOver(passedOver.length)}`}
      </p>
      {remarks.map((remark) => (
        <p key={remark} className="quiet small">
          {remark}
        </p>
      ))}
      <LeftOut
        title={words.leftOut(leftOut, refusals.length)}
        lines={refusals.map(
          ({ sheet, row, column, heading, message }) =>
            `${column}${row === 0 ? sheet : row}${heading === undefined ? '' : `（${heading}）`} ${message}`,
        )}
      />
      {failed > 0 && <Callout tone="stop" title={words.failed(failed)} isAlert />}
      <div className="row">
        <Button onClick={() => void giveBack()}>{words.returned}</Button>
      </div>
    </>
  )
}

/** Where a field stands in the file, so that a refusal marks its cell; the row alone where it has no column. */
const columnOf =
  ({ reading }: SheetFile) =>
  (sheet: string, field: string): string =>
    reading.sheets.find(({ name }) => name === sheet)?.columns.get(field) ??
    reading.sheets.find(({ name }) => name === sheet)?.columns.get(unitForm.fields[1]?.code ?? '') ??
    ''
