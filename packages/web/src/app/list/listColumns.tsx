import type { ListRow } from '@anjie/contracts/vocabulary/listRow'
import { Link } from 'react-router'
import { commonWords as words } from '../../locales/zh-CN/common.ts'
import { dueText, instantText, isOverdue } from '../../locales/zh-CN/format.ts'
import { StateMark } from '../../ui/StateMark.tsx'
import { toneOf } from '../../ui/stateTones.ts'
import type { TableColumn } from '../../ui/table/tableColumn.ts'

interface ListColumnsInput<R extends ListRow> {
  readonly rows: readonly R[]
  readonly columns: readonly TableColumn<R>[]
  readonly nameOfTitle: string
  readonly nameOfPlace: string
  readonly withPlace: boolean
  readonly isServed: boolean
  readonly linkTo: (row: R) => string | undefined
}

/** The columns of every list of cases around those of its kind: its name opens it, its state has a mark, its days are written as days. */
export function listColumns<R extends ListRow>(input: ListColumnsInput<R>): readonly TableColumn<R>[] {
  const { rows, linkTo } = input
  return [
    {
      key: 'title',
      name: input.nameOfTitle,
      text: (row) => row.title,
      show: (row) => {
        const path = linkTo(row)
        return path === undefined ? row.title : <Link to={path}>{row.title}</Link>
      },
      isRowHead: true,
    },
    ...(input.withPlace
      ? [{ key: 'place', name: input.nameOfPlace, text: (row: R) => row.place, filtered: !input.isServed }]
      : []),
    ...input.columns,
    {
      key: 'status',
      name: words.status,
      text: (row) => row.statusName,
      show: (row) => <StateMark tone={toneOf(row.status)}>{row.statusName}</StateMark>,
      filtered: !input.isServed,
    },
    ...(rows.some(({ dueOn }) => dueOn !== null)
      ? [
          {
            key: 'due',
            name: words.due,
            kind: 'day' as const,
            text: (row: R) => row.dueOn ?? '',
            show: ({ dueOn }: R) =>
              dueOn === null ? null : <span className={isOverdue(dueOn) ? 'error-text' : ''}>{dueText(dueOn)}</span>,
          },
        ]
      : []),
    {
      key: 'updated',
      name: words.updated,
      kind: 'day',
      text: (row) => row.updatedAt,
      show: (row) => <time dateTime={row.updatedAt}>{instantText(row.updatedAt)}</time>,
    },
  ]
}
