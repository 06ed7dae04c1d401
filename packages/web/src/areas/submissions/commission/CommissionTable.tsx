import type { Cycle } from '@anjie/contracts/vocabulary/cycles/cycle'
import { SUBJECT_KIND_NAMES } from '@anjie/contracts/vocabulary/schemes/subjectKindNames'
import type { Form } from '@anjie/domain/submissions/form'
import { useMemo } from 'react'
import { commissionWords as words } from '../../../locales/zh-CN/cycles.ts'
import { periodText } from '../../../locales/zh-CN/format.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../../ui/table/tableColumn.ts'
import { FiguresBySheet } from '../../intake/figures/FiguresBySheet.tsx'
import type { EntryRow } from '../entry/formDraft.ts'
import { FigureShown } from '../grid/FigureShown.tsx'
import { figureMark, figureText, readFigureText } from '../grid/figureCell.ts'

/** One subject's line in the grid. */
export interface CommissionRow {
  readonly subject: string
  readonly name: string
  readonly group: string
  /** One a column of the form, in its order. */
  readonly cells: readonly EntryRow[]
  readonly remarks: ReadonlyMap<string, string>
}

export interface CommissionChange {
  readonly subject: string
  readonly row: EntryRow
  readonly text: string
}

interface CommissionTableProps {
  readonly form: Form
  readonly subjectKind: Cycle['subjectKind']
  readonly rows: readonly CommissionRow[]
  readonly editable: boolean
  readonly onEdit: (changes: readonly CommissionChange[]) => void
}

/** 考评方数据 as a spreadsheet: one row a subject, one column a figure; a block out of a spreadsheet goes in as it is. */
export function CommissionTable({ form, subjectKind, rows, editable, onEdit }: CommissionTableProps) {
  const columns = useMemo((): readonly TableColumn<CommissionRow>[] => {
    return [
      { key: 'name', name: SUBJECT_KIND_NAMES[subjectKind], text: ({ name }) => name, isRowHead: true },
      { key: 'group', name: words.group, text: ({ group }) => group, filtered: true },
      ...form.cells.map(({ item, period }, at): TableColumn<CommissionRow> => {
        const own = period === form.period
        const empty = item.absentMeans === 'zero' ? words.zero : words.unfilled
        return {
          key: String(at),
          name: own ? item.name : `${item.name} ${periodText(period)}`,
          unit: item.unit,
          kind: 'figure',
          width: 7.5,
          wraps: true,
          text: ({ cells }) => (cells[at] === undefined ? '' : figureText(cells[at].draft)),
          show: ({ subject, cells }) => {
            const cell = cells[at]
            if (cell === undefined) return null
            const testId = `cell-${subject}-${item.code}${own ? '' : `-${period}`}`
            return <FigureShown row={cell} empty={empty} isZero={item.absentMeans === 'zero'} testId={testId} />
          },
          markOf: ({ cells, remarks }) =>
            cells[at] === undefined ? undefined : figureMark(cells[at], editable, remarks.get(item.code)),
          ...(editable ? { editing: { read: readFigureText } } : {}),
        }
      }),
    ]
  }, [form, subjectKind, editable])
  return (
    <>
      {editable && (
        <FiguresBySheet
          form={form}
          title={words.label}
          subjectName={SUBJECT_KIND_NAMES[subjectKind]}
          lines={rows}
          onEdit={onEdit}
        />
      )}
      <DataTable<CommissionRow>
        caption={words.label}
        rows={rows}
        columns={columns}
        rowKey={({ subject }) => subject}
        isDense
        {...(editable
          ? {
              onEdit: (changes) =>
                onEdit(
                  changes.flatMap(({ row, column, text }) => {
                    const cell = row.cells[Number(column)]
                    return cell === undefined ? [] : [{ subject: row.subject, row: cell, text }]
                  }),
                ),
            }
          : {})}
      />
    </>
  )
}
