import type { RowAnswer } from '@anjie/documents/intake/returnedWorkbook'
import { figureField, figuresForm, SUBJECT_FIELD } from '@anjie/domain/intake/figuresForm'
import { matchSubjects } from '@anjie/domain/intake/matchSubjects'
import type { Form } from '@anjie/domain/submissions/form'
import { useMemo, useState } from 'react'
import { FileChoice } from '../../../app/files/FileChoice.tsx'
import { LeftOut } from '../../../app/files/LeftOut.tsx'
import { periodText } from '../../../locales/zh-CN/format.ts'
import { intakeWords, figuresBySheetWords as words } from '../../../locales/zh-CN/intake.ts'
import { entryWords } from '../../../locales/zh-CN/submissions.ts'
import { Button } from '../../../ui/Button.tsx'
import { downloadFile } from '../../../ui/downloadFile.ts'
import type { EntryRow } from '../../submissions/entry/formDraft.ts'
import { figureText } from '../../submissions/grid/figureCell.ts'
import { type SheetFile, useSheetFile } from '../units/useSheetFile.ts'

interface Line {
  readonly subject: string
  readonly name: string
  readonly cells: readonly EntryRow[]
}

interface FiguresBySheetProps {
  readonly form: Form
  readonly title: string
  /** What a row is called: 县（市、区）, 乡镇 … */
  readonly subjectName: string
  readonly lines: readonly Line[]
  readonly onEdit: (
    changes: readonly { readonly subject: string; readonly row: EntryRow; readonly text: string }[],
  ) => void
}

const { missing, 'not-applicable': notApplicable, invalid } = entryWords.statuses
const STATUS_WORDS = [missing, notApplicable, invalid]

/** 用表格填: a template with the figures as they stand; what comes back goes into the grid, unsaved, where it is looked at and then saved. */
export function FiguresBySheet({ form, title, subjectName, lines, onEdit }: FiguresBySheetProps) {
  const sheetForm = useMemo(
    () => figuresForm(form, { title, subject: subjectName, periodText }, STATUS_WORDS),
    [form, title, subjectName],
  )
  const { file, fault, isReading, read } = useSheetFile(sheetForm)
  const [put, setPut] = useState<{ readonly figures: number; readonly answers: readonly RowAnswer[] } | undefined>(
    undefined,
  )
  const take = async (chosen: File) => {
    setPut(undefined)
    const found = await read(chosen)
    if (found === undefined) return
    const { changes, answers } = changesOf(found, lines)
    onEdit(changes)
    setPut({ figures: changes.length, answers })
  }
  const template = async () => {
    const { templateWorkbook } = await import('@anjie/documents/intake/templateWorkbook')
    const rows = lines.map(({ name, cells }) => ({
      values: new Map([[SUBJECT_FIELD, name], ...cells.flatMap(textOf)]),
    }))
    const bytes = await templateWorkbook({ form: sheetForm, rows, given: new Set([SUBJECT_FIELD]) })
    downloadFile(`${title}.xlsx`, 'xlsx', bytes)
  }
  const giveBack = async (sent: SheetFile, told: readonly RowAnswer[]) => {
    const { returnedWorkbook, readerAnswers } = await import('@anjie/documents/intake/returnedWorkbook')
    const bytes = await returnedWorkbook(sent.tables, sent.reading, [...readerAnswers(sent.reading), ...told])
    downloadFile(intakeWords.returnedName(sent.name), 'xlsx', bytes)
  }
  const wrong =
    put === undefined || file === undefined ? [] : [...readerFaults(file), ...put.answers.filter((each) => each.wrong)]
  return (
    <div className="stack">
      <FileChoice
        label={words.choose}
        accept=".xlsx,.csv,.txt"
        testId="figures-file"
        isReading={isReading}
        fault={fault}
        onPick={(chosen) => void take(chosen)}
        told={put && words.put(put.figures)}
      >
        <Button onClick={() => void template()}>{words.template}</Button>
      </FileChoice>
      {file !== undefined && put !== undefined && (
        <LeftOut title={words.leftOut(wrong.length)} lines={wrong.map(lineOf)}>
          <Button onClick={() => void giveBack(file, put.answers)}>{intakeWords.returned}</Button>
        </LeftOut>
      )}
    </div>
  )
}

const lineOf = ({ column, row, message }: RowAnswer) => `${column}${row === 0 ? '' : row} ${message}`

/** The rows of a line stand in the order of the form's cells, as the columns do. */
const textOf = (row: EntryRow, at: number): readonly (readonly [string, string])[] => {
  const text = figureText(row.draft)
  return text === '' ? [] : [[figureField(at), text]]
}

const readerFaults = ({ reading }: SheetFile): readonly RowAnswer[] =>
  reading.refusals.map(({ sheet, row, column, heading, message }) => ({
    sheet,
    row,
    column,
    message: heading === undefined ? message : `“${heading}”${message}`,
    wrong: true,
  }))

/** Figures that differ from what stands in the grid, and what is said of each row of the sheet. */
function changesOf({ reading }: SheetFile, lines: readonly Line[]) {
  const match = matchSubjects(lines)
  const bySubject = new Map(lines.map((line) => [line.subject, line]))
  const changes: { readonly subject: string; readonly row: EntryRow; readonly text: string }[] = []
  const answers: RowAnswer[] = []
  for (const { sheet, row, values } of reading.rows) {
    const found = match(String(values.get(SUBJECT_FIELD) ?? ''))
    const line = typeof found === 'string' ? undefined : bySubject.get(found.subject)
    if (typeof found === 'string' || line === undefined) {
      const column = reading.sheets.find(({ name }) => name === sheet)?.columns.get(SUBJECT_FIELD) ?? ''
      answers.push({ sheet, row, column, message: typeof found === 'string' ? found : '', wrong: true })
      continue
    }
    const own = line.cells.flatMap((cell, at) => {
      const text = values.get(figureField(at))
      return typeof text !== 'string' || text === figureText(cell.draft)
        ? []
        : [{ subject: line.subject, row: cell, text }]
    })
    changes.push(...own)
    answers.push({ sheet, row, column: '', message: words.rowPut(own.length), wrong: false })
  }
  return { changes, answers }
}
