import { ITEM_VALUE_STATUSES } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { typedFault } from '@anjie/domain/counting/typedFault'
import type { Form } from '@anjie/domain/submissions/form'
import { useMemo } from 'react'
import { periodText } from '../../../locales/zh-CN/format.ts'
import { entryWords as words } from '../../../locales/zh-CN/submissions.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { CellPlace, TableColumn } from '../../../ui/table/tableColumn.ts'
import { usePrinting } from '../../../ui/usePrinting.ts'
import { FigureShown } from '../grid/FigureShown.tsx'
import { type CellPart, figureMark, figureText, readFigureText, readStatusText } from '../grid/figureCell.ts'
import { CountedOrigin, type ShownCount } from './CountedOrigin.tsx'
import type { EntryRow } from './formDraft.ts'

export interface EntryChange {
  readonly row: EntryRow
  readonly part: CellPart
  readonly text: string
}

interface EntryTableProps {
  readonly form: Form
  readonly rows: readonly EntryRow[]
  readonly editable: boolean
  /** Where one is led to, by row key. */
  readonly goTo: CellPlace | undefined
  /** Items with a finding of the cross-checks. */
  readonly remarked: ReadonlyMap<string, string>
  readonly evidenceCounts: ReadonlyMap<string, number>
  /** Cells that are counted from ledgers, by row key. */
  readonly counted: ReadonlyMap<string, ShownCount>
  readonly onActivate: (key: string) => void
  readonly onEdit: (changes: readonly EntryChange[]) => void
  readonly onLeave: () => void
}

const STATUSES = ITEM_VALUE_STATUSES.map((status) => words.statuses[status])

/** A county's form as a spreadsheet: one row a figure, its status and its note; a block out of a spreadsheet goes in as it is. */
export function EntryTable(props: EntryTableProps) {
  const { form, rows, remarked, evidenceCounts, counted, onActivate, onEdit } = props
  // On paper nothing is filled in, and notes are written out.
  const editable = usePrinting() ? false : props.editable
  const columns = useMemo(() => {
    const lockedBecause = ({ cell }: EntryRow): string | undefined =>
      cell.item.countedFrom === undefined ? undefined : typedFault(cell.item)
    const editing = <T,>(read: T) => (editable ? { editing: { read, lockedBecause } } : {})
    const list: readonly TableColumn<EntryRow>[] = [
      { key: 'item', name: words.item, text: (row) => nameOf(row, form), isRowHead: true, wraps: true, width: 12 },
      { key: 'unit', name: words.unit, text: ({ cell }) => cell.item.unit, width: 4, isMinor: true },
      {
        key: 'definition',
        name: words.definition,
        text: ({ cell }) => cell.item.definition,
        wraps: true,
        width: 17,
        isMinor: true,
      },
      {
        key: 'value',
        name: words.value,
        kind: 'figure',
        width: 8,
        text: ({ draft }) => figureText(draft),
        show: (row) => <FigureShown row={row} empty={words.unfilled} testId={`cell-${testIdOf(row, form)}`} />,
        markOf: (row) => figureMark(row, editable, remarked.get(row.cell.item.code)),
        ...editing(readFigureText),
      },
      {
        key: 'status',
        name: words.status,
        width: 6.5,
        text: ({ draft }) => words.statuses[draft.status],
        show: (row) => <span data-testid={`status-${testIdOf(row, form)}`}>{words.statuses[row.draft.status]}</span>,
        ...(editable ? { editing: { read: readStatusText, choices: STATUSES, lockedBecause } } : {}),
      },
      {
        key: 'note',
        name: words.note,
        width: 11,
        wraps: true,
        text: ({ draft }) => draft.note,
        show: (row) => (
          <span data-testid={`note-${testIdOf(row, form)}`}>
            <CountedOrigin counted={counted.get(row.key)} />
            {row.draft.note === '' && isNoteWanted(row) && editable ? (
              <span className="value-missing">{words.needsNote}</span>
            ) : (
              row.draft.note
            )}
          </span>
        ),
        ...editing(readFigureText),
      },
      {
        key: 'evidence',
        name: words.evidence,
        width: 4.5,
        text: ({ cell }) => words.evidenceCount(evidenceCounts.get(cell.item.code) ?? 0),
        show: (row) => {
          const count = evidenceCounts.get(row.cell.item.code) ?? 0
          return (
            <button
              type="button"
              className="plain"
              tabIndex={-1}
              aria-label={words.evidenceOf(nameOf(row, form), count)}
              onClick={() => onActivate(row.key)}
            >
              {words.evidenceCount(count)}
            </button>
          )
        },
      },
    ]
    return list
  }, [form, editable, remarked, evidenceCounts, counted, onActivate, onEdit])
  return (
    <DataTable<EntryRow>
      caption={words.gridLabel}
      rows={rows}
      columns={columns}
      rowKey={({ key }) => key}
      isDense
      isUnsorted
      isPlain
      {...(props.goTo === undefined ? {} : { goTo: props.goTo })}
      {...(editable
        ? {
            onEdit: (changes) => onEdit(changes.map(({ row, column, text }) => ({ row, part: partOf(column), text }))),
          }
        : {})}
      onActivate={(row) => row !== undefined && onActivate(row.key)}
      onLeave={props.onLeave}
    />
  )
}

const partOf = (column: string): CellPart => (column === 'status' || column === 'note' ? column : 'value')

/** An item that is filled several times in the cycle is named with its period. */
const nameOf = ({ cell }: EntryRow, form: Form): string =>
  cell.period === form.period ? cell.item.name : `${cell.item.name}（${periodText(cell.period)}）`

const testIdOf = ({ cell }: EntryRow, form: Form): string =>
  cell.period === form.period ? cell.item.code : `${cell.item.code}-${cell.period}`

const isNoteWanted = ({ draft }: EntryRow): boolean =>
  draft.status === 'missing' || draft.status === 'not-applicable' || draft.status === 'invalid'
