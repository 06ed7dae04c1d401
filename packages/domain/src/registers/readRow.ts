import type { RegisterDefinition } from '@anjie/contracts/vocabulary/registers/register'
import type { Cells, KeptRow } from '@anjie/contracts/vocabulary/registers/registerRow'
import { textKey } from '@anjie/kernel'
import type { RowContent } from './changeRows.ts'
import { type KnownUnits, readCell } from './readCell.ts'

/** Why a row is not taken: by its column, or as a whole. */
export interface CellFault {
  readonly column?: string
  readonly detail: string
}

export interface GivenRow {
  /** Text as it was typed; a column that is not named keeps what it has, an empty one is emptied. */
  readonly cells: Readonly<Record<string, string>>
  readonly from?: KeptRow['from'] | undefined
  readonly until?: KeptRow['until'] | undefined
}

/** A row as it will be kept, over the one that is there, or everything that is wrong with it. */
export function readRow(
  {
    columns,
    term,
  }: Pick<RegisterDefinition, 'term'> & { readonly columns: readonly RegisterDefinition['columns'][number][] },
  given: GivenRow,
  before: RowContent | undefined,
  units: KnownUnits,
): { readonly content: RowContent } | { readonly faults: readonly CellFault[] } {
  const faults: CellFault[] = []
  const cells: Record<string, string> = { ...before?.cells }
  const names: Record<string, string> = { ...before?.names }
  for (const code of Object.keys(given.cells))
    if (!columns.some((column) => column.code === code && column.ended === undefined))
      faults.push({ column: code, detail: `本台账没有“${code}”这一栏或已停用` })
  for (const column of columns) {
    if (column.ended === true) continue
    const text = given.cells[column.code]
    if (text !== undefined) {
      const read = readCell(column, text, units)
      if (!read.ok) {
        faults.push({ column: column.code, detail: read.error })
        continue
      }
      delete cells[column.code]
      delete names[column.code]
      if (read.value.cell !== undefined) cells[column.code] = read.value.cell
      if (read.value.name !== undefined) names[column.code] = read.value.name
    }
    if (column.required && cells[column.code] === undefined)
      faults.push({ column: column.code, detail: `${column.name}为必填，没有填写` })
  }
  const from = given.from ?? before?.from
  const until = given.until ?? before?.until
  if (term !== 'standing' && (from !== undefined || until !== undefined))
    faults.push({ detail: '按期台账的行没有起止日' })
  if (from !== undefined && until !== undefined && until < from) faults.push({ detail: `止日${until}早于起日${from}` })
  if (faults.length > 0) return { faults }
  return {
    content: { cells, names, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) },
  }
}

/** The key of a row, alike for all that look alike; undefined where the register has none. */
export const keyTextOf = ({ key }: Pick<RegisterDefinition, 'key'>, cells: Cells): string | undefined =>
  key.length === 0 ? undefined : JSON.stringify(key.map((code) => textKey(cells[code] ?? '')))

/** What a row is called in a sentence. */
export function rowTitle({ title, columns }: Pick<RegisterDefinition, 'title' | 'columns'>, row: RowContent): string {
  const cell = row.names?.[title] ?? row.cells[title]
  const choice = columns.find(({ code }) => code === title)?.choices?.find(({ code }) => code === cell)
  return choice?.name ?? cell ?? '（未填名称）'
}
