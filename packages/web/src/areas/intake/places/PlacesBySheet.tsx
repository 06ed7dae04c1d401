import type { IntakeReading } from '@anjie/documents/intake/reading'
import { matchSubjects } from '@anjie/domain/intake/matchSubjects'
import { placesForm } from '@anjie/domain/intake/placesForm'
import { useMemo, useState } from 'react'
import { FileChoice } from '../../../app/files/FileChoice.tsx'
import { LeftOut } from '../../../app/files/LeftOut.tsx'
import { figuresBySheetWords, placesBySheetWords as words } from '../../../locales/zh-CN/intake.ts'
import { Button } from '../../../ui/Button.tsx'
import { downloadFile } from '../../../ui/downloadFile.ts'
import { useSheetFile } from '../units/useSheetFile.ts'

interface PlacesBySheetProps {
  /** 县（市、区） or 市（州）. */
  readonly subjectName: string
  readonly subjects: readonly { readonly code: string; readonly name: string; readonly places: string }[]
  readonly onRead: (places: ReadonlyMap<string, string>) => void
}

/** 用表格填名额: a template with the places as they stand; what comes back goes into the fields, where it is looked at and then sent. */
export function PlacesBySheet({ subjectName, subjects, onRead }: PlacesBySheetProps) {
  const form = useMemo(() => placesForm(words.title, subjectName), [subjectName])
  const { fault, isReading, read } = useSheetFile(form)
  const [told, setTold] = useState<{ readonly put: number; readonly wrong: readonly string[] } | undefined>(undefined)
  const take = async (chosen: File) => {
    setTold(undefined)
    const found = await read(chosen)
    if (found === undefined) return
    const { places, wrong } = placesOf(found.reading, subjects)
    onRead(places)
    setTold({ put: places.size, wrong })
  }
  const template = async () => {
    const { templateWorkbook } = await import('@anjie/documents/intake/templateWorkbook')
    const rows = subjects.map(({ code, name, places }) => ({
      values: new Map([['subject', name], ['code', code], ...(places === '' ? [] : [['places', places] as const])]),
    }))
    downloadFile(
      `${words.title}.xlsx`,
      'xlsx',
      await templateWorkbook({ form, rows, given: new Set(['subject', 'code']) }),
    )
  }
  return (
    <div className="stack">
      <FileChoice
        label={figuresBySheetWords.choose}
        accept=".xlsx,.csv,.txt"
        testId="places-file"
        isReading={isReading}
        fault={fault}
        onPick={(chosen) => void take(chosen)}
        told={told && words.put(told.put)}
      >
        <Button onClick={() => void template()}>{figuresBySheetWords.template}</Button>
      </FileChoice>
      {told !== undefined && <LeftOut title={figuresBySheetWords.leftOut(told.wrong.length)} lines={told.wrong} />}
    </div>
  )
}

/** The places of each subject that the sheet names, and what of it could not be taken. */
function placesOf({ rows, refusals, sheets }: IntakeReading, subjects: PlacesBySheetProps['subjects']) {
  const match = matchSubjects(subjects.map(({ code, name }) => ({ subject: code, name })))
  const places = new Map<string, string>()
  const wrong = refusals.map(({ column, row, message }) => `${column}${row === 0 ? '' : row} ${message}`)
  for (const { sheet, row, values } of rows) {
    const found = match(String(values.get('code') ?? values.get('subject') ?? ''))
    const byName = typeof found === 'string' ? match(String(values.get('subject') ?? '')) : found
    const column = sheets.find(({ name }) => name === sheet)?.columns.get('subject') ?? ''
    const count = values.get('places')
    if (typeof byName === 'string') wrong.push(`${column}${row} ${byName}`)
    else if (typeof count === 'string') places.set(byName.subject, count)
  }
  return { places, wrong }
}
