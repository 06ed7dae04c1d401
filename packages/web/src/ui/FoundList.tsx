import type { ListRow } from '@anjie/contracts/vocabulary/listRow'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { commonWords as words } from '../locales/zh-CN/common.ts'
import { ListCell, type ListColumn } from './ListTable.tsx'

interface FoundListProps<R extends ListRow> {
  readonly caption: string
  readonly rows: readonly R[]
  readonly pathOf: (row: R) => string | undefined
  readonly columns: readonly ListColumn<R>[]
  readonly nameOfTitle: string
  readonly nameOfPlace?: string
  /** What it is narrowed by; stays while the next page is fetched. */
  readonly filters: ReactNode
  readonly isNarrowed: boolean
  readonly empty: string
  /** Address of the next page; undefined at the end. */
  readonly nextPage: string | undefined
  /** Address of the first page; undefined on it. */
  readonly firstPage: string | undefined
}

/** One page of a list that the server narrows and orders. Earlier pages are where the browser's Back leads. */
export function FoundList<R extends ListRow>({
  caption,
  rows,
  pathOf,
  columns,
  nameOfTitle,
  nameOfPlace = words.place,
  filters,
  isNarrowed,
  empty,
  nextPage,
  firstPage,
}: FoundListProps<R>) {
  const all: readonly ListColumn<R>[] = [
    { key: 'title', name: nameOfTitle, text: (row) => row.title },
    { key: 'place', name: nameOfPlace, text: (row) => row.place },
    ...columns,
    { key: 'status', name: words.status, text: (row) => row.statusName },
    { key: 'updated', name: words.updated, text: (row) => row.updatedAt },
  ]
  return (
    <section aria-label={caption}>
      <div className="list-tools">
        {filters}
        <span className="count" role="status">
          {words.pageRows(rows.length)}
        </span>
      </div>
      <div className="table-scroll">
        <table className="list">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {all.map((column) => (
                <th key={column.key} scope="col" className={column.figure === true ? 'figure' : ''}>
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                {all.map((column) => (
                  <td key={column.key} className={column.figure === true ? 'figure' : ''}>
                    <ListCell column={column} row={row} path={pathOf(row)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && (
          <p className="empty">{nextPage !== undefined ? words.noneSoFar : isNarrowed ? words.nothingFound : empty}</p>
        )}
      </div>
      {(nextPage !== undefined || firstPage !== undefined) && (
        <nav className="row" style={{ justifyContent: 'center', gap: 16, padding: 8 }} aria-label={words.pages}>
          {firstPage !== undefined && <Link to={firstPage}>{words.firstPage}</Link>}
          {nextPage !== undefined && <Link to={nextPage}>{words.nextPage}</Link>}
        </nav>
      )}
    </section>
  )
}
