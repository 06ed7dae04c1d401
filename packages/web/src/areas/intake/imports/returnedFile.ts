import type { ShownRows } from '@anjie/contracts/vocabulary/intake/importBatch'
import type { RowAnswer } from '@anjie/documents/intake/returnedWorkbook'
import type { ApiClient } from '../../../app/api/apiClient.ts'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { importWords as words } from '../../../locales/zh-CN/imports.ts'
import { downloadFile } from '../../../ui/downloadFile.ts'
import { type ImportRow, toldOfRow } from './toldOfRow.ts'

/** What was said of a row this one time, such as the code of an invitation. */
export type ToldOfRow = NonNullable<Answer<(typeof OPERATIONS)['carryImportOn']>['told']>[number]

const KINDS: readonly ShownRows[] = ['changing', 'same', 'refused']

/** The file that was sent, with every wrong cell marked and a column that says of each row what becomes or became of it. It is opened here, at the desk of whoever asks. */
export async function returnedFile(
  api: ApiClient,
  { state, template }: Answer<(typeof OPERATIONS)['getImportBatch']>,
  told: readonly ToldOfRow[],
): Promise<void> {
  const params = { batchId: state.id }
  const [rows, { url }] = await Promise.all([everyRow(api, state.id), api.call(OPERATIONS.openImportFile, { params })])
  const sent = await fetch(url)
  if (!sent.ok) throw new Error('the file is not there')
  const { openIntake, readTables } = await import('@anjie/documents/intake/readIntake')
  const { returnedWorkbook, readerAnswers } = await import('@anjie/documents/intake/returnedWorkbook')
  const tables = await openIntake(new Uint8Array(await sent.arrayBuffer()))
  const reading = tables.ok ? readTables(tables.value, template) : tables
  if (!tables.ok || !reading.ok) throw new Error('the file cannot be opened')
  const bytes = await returnedWorkbook(tables.value, reading.value, [
    ...readerAnswers(reading.value).filter(({ wrong }) => !wrong),
    ...rows.flatMap((row) => answersOf(row, told)),
  ])
  downloadFile(words.returnedName(state.fileName), 'xlsx', bytes)
}

async function everyRow(api: ApiClient, batchId: string): Promise<readonly ImportRow[]> {
  const all: ImportRow[] = []
  for (const shown of KINDS) {
    let part: number | undefined = 0
    while (part !== undefined) {
      const page: Answer<(typeof OPERATIONS)['listImportRows']> = await api.call(OPERATIONS.listImportRows, {
        params: { batchId },
        query: { shown, part: String(part) },
      })
      all.push(...page.rows)
      part = page.next
    }
  }
  return all
}

function answersOf(row: ImportRow, told: readonly ToldOfRow[]): readonly RowAnswer[] {
  const place = { sheet: row.sheet, row: row.row }
  if (row.effect === 'refused')
    return row.faults.map(({ column, heading, message }) => ({
      ...place,
      column,
      message: heading === undefined ? message : `“${heading}”${message}`,
      wrong: true,
    }))
  const isWrong = row.outcome?.status === 'refused' || row.outcome?.status === 'stays'
  const state = row.outcome === undefined ? (row.verb ?? words.effects[row.effect]) : words.outcomes[row.outcome.status]
  const said = [
    toldOfRow(row),
    ...told.filter((each) => each.sheet === row.sheet && each.row === row.row).map(({ message }) => message),
  ].filter((text) => text !== '')
  return [{ ...place, column: '', message: [state, ...said].join('：'), wrong: isWrong }]
}
