import type { ListRow } from '@anjie/contracts/vocabulary/listRow'
import { type ReactNode, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { commonWords as words } from '../locales/zh-CN/common.ts'
import { dueText, instantText, isOverdue } from '../locales/zh-CN/format.ts'
import { SearchField } from './SearchField.tsx'
import { StateMark } from './StateMark.tsx'
import { toneOf } from './stateTones.ts'

export interface ListColumn<R extends ListRow = ListRow> {
  readonly key: string
  readonly name: string
  readonly text: (row: R) => string
  readonly show?: (row: R) => ReactNode
  /** Figures stand right-aligned and sort by value. */
  readonly figure?: boolean
}

interface ListTableProps<R extends ListRow> {
  readonly caption: string
  readonly rows: readonly R[]
  readonly pathOf: (row: R) => string | undefined
  readonly columns?: readonly ListColumn<R>[]
  readonly nameOfTitle?: string
  readonly withPlace?: boolean
  readonly empty?: string
}

const collator = new Intl.Collator('zh-CN', { numeric: true })
const PAGE = 100

/** A list of cases: find, filter by state, sort by any column, open by its name. */
export function ListTable<R extends ListRow>({
  caption,
  rows,
  pathOf,
  columns = [],
  nameOfTitle,
  withPlace = false,
  empty,
}: ListTableProps<R>) {
  const [search, setSearch] = useState('')
  const [status, setStatus] = useState('')
  const [sort, setSort] = useState<{ key: string; down: boolean }>({ key: 'updated', down: true })
  const [pages, setPages] = useState(1)

  const all: readonly ListColumn<R>[] = [
    { key: 'title', name: nameOfTitle ?? words.name, text: (row) => row.title },
    ...(withPlace ? [{ key: 'place', name: words.place, text: (row: R) => row.place }] : []),
    ...columns,
    { key: 'status', name: words.status, text: (row) => row.statusName },
    { key: 'due', name: words.due, text: (row) => row.dueOn ?? '' },
    { key: 'updated', name: words.updated, text: (row) => row.updatedAt },
  ]
  const withDue = rows.some((row) => row.dueOn !== null)
  const shownColumns = all.filter((column) => column.key !== 'due' || withDue)
  const statuses = useMemo(() => {
    const counts = new Map<string, number>()
    for (const row of rows) counts.set(row.statusName, (counts.get(row.statusName) ?? 0) + 1)
    return [...counts]
  }, [rows])

  const sorter = all.find((column) => column.key === sort.key)
  const found = rows
    .filter((row) => status === '' || row.statusName === status)
    .filter((row) => search === '' || all.some((column) => column.text(row).includes(search)))
    .toSorted((a, b) => {
      if (sorter === undefined) return 0
      const order = collator.compare(sorter.text(a), sorter.text(b))
      return sort.down ? -order : order
    })
  const shown = found.slice(0, pages * PAGE)

  return (
    <section aria-label={caption}>
      <div className="list-tools">
        <SearchField
          onSearch={(text) => {
            setSearch(text)
            setPages(1)
          }}
        />
        {statuses.length > 1 && (
          <select
            className="plain"
            style={{ minHeight: 32 }}
            aria-label={words.status}
            value={status}
            onChange={(event) => setStatus(event.target.value)}
          >
            <option value="">
              {words.all}（{rows.length}）
            </option>
            {statuses.map(([name, count]) => (
              <option key={name} value={name}>
                {name}（{count}）
              </option>
            ))}
          </select>
        )}
        <span className="count" role="status">
          {found.length === rows.length ? words.rows(rows.length) : words.rowsOf(found.length, rows.length)}
        </span>
      </div>
      <div className="table-scroll">
        <table className="list">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {shownColumns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  className={column.figure === true ? 'figure' : ''}
                  aria-sort={sort.key === column.key ? (sort.down ? 'descending' : 'ascending') : 'none'}
                >
                  <button
                    type="button"
                    className="sort"
                    title={words.sortBy(column.name)}
                    onClick={() => setSort({ key: column.key, down: sort.key === column.key ? !sort.down : false })}
                  >
                    {column.name}
                    <span aria-hidden="true">{sort.key === column.key ? (sort.down ? ' ↓' : ' ↑') : ''}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={`${row.kind} ${row.id}`}>
                {shownColumns.map((column) => (
                  <td key={column.key} className={column.figure === true ? 'figure' : ''}>
                    <ListCell column={column} row={row} path={pathOf(row)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {found.length === 0 && (
          <p className="empty">{rows.length === 0 ? (empty ?? words.nothing) : words.nothingFound}</p>
        )}
      </div>
      {shown.length < found.length && (
        <p className="row" style={{ justifyContent: 'center', padding: 8 }}>
          <button type="button" className="plain" onClick={() => setPages(pages + 1)}>
            {words.rowsOf(shown.length, found.length)} ▾
          </button>
        </p>
      )}
    </section>
  )
}

/** One cell of a list of cases: its name opens it, its state has a mark, its days are written as days. */
export function ListCell<R extends ListRow>({
  column,
  row,
  path,
}: {
  column: ListColumn<R>
  row: R
  path: string | undefined
}) {
  if (column.show !== undefined) return column.show(row)
  switch (column.key) {
    case 'title':
      return path === undefined ? row.title : <Link to={path}>{row.title}</Link>
    case 'status':
      return <StateMark tone={toneOf(row.status)}>{row.statusName}</StateMark>
    case 'due':
      if (row.dueOn === null) return null
      return <span className={isOverdue(row.dueOn) ? 'error-text' : ''}>{dueText(row.dueOn)}</span>
    case 'updated':
      return <time dateTime={row.updatedAt}>{instantText(row.updatedAt)}</time>
    default:
      return column.text(row)
  }
}
