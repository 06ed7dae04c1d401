import type { RegisterColumn, RegisterTerm } from '@anjie/contracts/vocabulary/registers/register'
import { registerWords as words } from '../../../locales/zh-CN/registers.ts'
import { Button } from '../../../ui/Button.tsx'
import type { CellMark, TableColumn } from '../../../ui/table/tableColumn.ts'
import { type GridColumn, type GridRow, ROW_DAYS, type RowsAnswer, readTyped, shownCell } from './gridRows.ts'

interface Grid {
  readonly columns: readonly RegisterColumn[]
  /** Of rows of several units: what these are called. */
  readonly holderNames: Readonly<Record<string, string>> | undefined
  readonly mayFill: boolean
  readonly term: RegisterTerm
  readonly titleCode: string
  readonly totals: RowsAnswer['totals'] | undefined
  readonly onHistory: (row: GridRow) => void
}

/** Further columns are there to be chosen: more do not fit a screen. */
const SHOWN_AT_FIRST = 10

/** A column for each of the register, and the way to a row's history. */
export function gridColumns({
  columns,
  holderNames,
  mayFill,
  term,
  titleCode,
  totals,
  onHistory,
}: Grid): readonly TableColumn<GridRow>[] {
  const current = columns.filter(({ ended }) => ended === undefined)
  const head = current.find(({ code }) => code === titleCode)
  const ordered = head === undefined ? current : [head, ...current.filter(({ code }) => code !== titleCode)]
  return [
    ...(holderNames === undefined
      ? []
      : [
          {
            key: 'holder',
            name: words.holder,
            text: ({ stored }: GridRow) => (stored === undefined ? '' : (holderNames[stored.holder] ?? '')),
          },
        ]),
    ...ordered.map((column, at) => ({
      ...gridColumn(column, column.code === titleCode, mayFill, totals),
      hidden: at >= SHOWN_AT_FIRST && !column.required,
    })),
    ...(term === 'standing'
      ? [ROW_DAYS.from, ROW_DAYS.until].map((day) => ({
          ...gridColumn(day, false, mayFill, undefined),
          hidden: ordered.length >= SHOWN_AT_FIRST,
        }))
      : []),
    {
      key: 'history',
      name: words.history,
      width: 5,
      isControl: true,
      text: () => '',
      show: (row) =>
        row.stored !== undefined && (
          <Button isSmall onClick={() => onHistory(row)}>
            {words.history}
          </Button>
        ),
    },
  ]
}

function gridColumn(
  column: GridColumn,
  isHead: boolean,
  mayFill: boolean,
  totals: RowsAnswer['totals'] | undefined,
): TableColumn<GridRow> {
  const { code, name, type, measure, choices, required } = column
  const isFigure = type === 'integer' || type === 'decimal'
  const offered =
    type === 'yesNo'
      ? [words.yes, words.no]
      : choices?.filter(({ ended }) => ended === undefined).map((choice) => choice.name)
  const sum = isFigure ? totals?.sums[code] : undefined
  return {
    key: code,
    name: required ? `${name}＊` : name,
    ...(measure === undefined ? {} : { unit: measure }),
    ...(isFigure ? { kind: 'figure' as const } : type === 'date' ? { kind: 'day' as const } : {}),
    isRowHead: isHead,
    text: (row) => shownCell(column, row),
    markOf: (row) => markOf(column, row),
    ...(sum === undefined ? {} : { total: () => sum }),
    ...(mayFill
      ? {
          editing: {
            read: (row, typed) => readTyped(column, typed, row),
            ...(offered === undefined ? {} : { choices: offered }),
          },
        }
      : {}),
  }
}

function markOf({ code, required }: GridColumn, { stored, typed, faults }: GridRow): CellMark | undefined {
  const fault = faults[code] ?? faults['']
  if (fault !== undefined && (faults[code] !== undefined || typed[code] !== undefined))
    return { kind: 'wrong', reason: fault }
  if (typed[code] !== undefined) return { kind: 'changed', reason: words.unsaved }
  if (required && stored !== undefined && stored.cells[code] === undefined)
    return { kind: 'waiting', reason: words.required }
  return undefined
}
