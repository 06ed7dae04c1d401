import type { ListRow } from '@anjie/contracts/vocabulary/listRow'
import { type ReactNode, useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { commonWords } from '../../locales/zh-CN/common.ts'
import { listWords } from '../../locales/zh-CN/lists.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Choice, type ChoiceOption } from '../../ui/form/Choice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { ReadState } from '../../ui/ReadState.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../ui/table/tableColumn.ts'
import { useApi } from '../api/ApiContext.ts'
import type { Operation } from '../api/operations.ts'
import type { Answer, CallInput } from '../api/operationTypes.ts'
import { useRead } from '../api/useRead.ts'
import { mayCall, useMe } from '../me.ts'
import { pathOf } from '../paths.ts'
import './ListPage.css'
import { listColumns } from './listColumns.tsx'
import { useListQuery } from './useListQuery.ts'

type RowOf<O extends Operation> = Answer<O> extends { readonly rows: readonly (infer R extends ListRow)[] } ? R : never
interface Page<R> {
  readonly rows: readonly R[]
  readonly cursor?: string | undefined
}

/** One thing that the server narrows a list by: a name that is typed, or one of a few choices. */
export interface ListFilter {
  /** As the operation's query calls it. */
  readonly name: string
  readonly label: string
  /** What may be typed. */
  readonly hint?: string
  /** What it says when nothing is chosen. */
  readonly all?: string
  /** Without choices it is the beginning of a name, in characters, pinyin or initials. */
  readonly choices?: readonly ChoiceOption[]
  /** Chosen as long as nobody chose otherwise. */
  readonly preset?: string
}

interface ListPageProps<O extends Operation> {
  readonly title: string
  readonly operation: O
  /** With filters the server narrows and orders the list, page by page; without, all of it comes and is sorted here. */
  readonly filters?: readonly ListFilter[]
  readonly columns?: readonly TableColumn<RowOf<O>>[]
  readonly nameOfTitle?: string
  readonly nameOfPlace?: string
  readonly withPlace?: boolean
  readonly keep?: (row: RowOf<O>) => boolean
  readonly linkTo?: (row: RowOf<O>) => string | undefined
  /** What stands in an empty list: what it will hold, and when. */
  readonly empty: string
  readonly sub?: ReactNode
  /** Buttons at the right of the title, where there is more to do than to create. */
  readonly tools?: ReactNode
  readonly create?: { readonly operation: Operation; readonly to: string; readonly label: string }
}

/** Every page that is a list of cases: its title, the way to a new one, what narrows it, and the table. */
export function ListPage<O extends Operation>(props: ListPageProps<O>) {
  const { operation, filters = [], create } = props
  const me = useMe()
  const api = useApi()
  const navigate = useNavigate()
  const isServed = filters.length > 0
  const { query, isNarrowed, choose, pageAt } = useListQuery(
    filters.map(({ name }) => name),
    Object.fromEntries(filters.flatMap(({ name, preset }) => (preset === undefined ? [] : [[name, preset]]))),
  )
  const input = (isServed ? { query } : {}) as CallInput<O>
  const read = useRead(operation, input, { keepsShown: true })
  const linkTo = (props.linkTo ?? pathOf) as (row: ListRow) => string | undefined
  const mayCreate = create !== undefined && mayCall(me.roles, create.operation)
  const page = read.data as Page<RowOf<O>> | undefined
  const rows = useMemo(
    () => (props.keep === undefined ? (page?.rows ?? []) : (page?.rows ?? []).filter(props.keep)),
    [page, props.keep],
  )
  const columns = listColumns<RowOf<O>>({
    rows,
    columns: props.columns ?? [],
    nameOfTitle: props.nameOfTitle ?? commonWords.name,
    nameOfPlace: props.nameOfPlace ?? commonWords.place,
    withPlace: props.withPlace ?? isServed,
    isServed,
    linkTo,
  })
  const next = page?.cursor === undefined ? undefined : pageAt(page.cursor)
  const first = query['cursor'] === undefined ? undefined : pageAt()
  return (
    <>
      <PageHead title={props.title} sub={props.sub}>
        {props.tools}
        {mayCreate && (
          <Button isMain onClick={() => void navigate(create.to)}>
            {create.label}
          </Button>
        )}
      </PageHead>
      <ReadState read={read}>
        {() => (
          <>
            <DataTable
              caption={props.title}
              name=""
              rows={rows}
              rowKey={(row) => `${row.kind} ${row.id}`}
              columns={columns}
              isServed={isServed}
              {...(isServed ? {} : { sortedBy: { column: 'updated', down: true } })}
              {...(isServed
                ? {
                    countText: commonWords.pageRows(rows.length),
                    everyRow: async (gathering) => {
                      const { everyPage } = await import('./everyPage.ts')
                      const every = (await everyPage(api, operation, input, gathering)) as readonly RowOf<O>[]
                      return props.keep === undefined ? every : every.filter(props.keep)
                    },
                  }
                : {})}
              tools={filters.map((filter) =>
                filter.choices === undefined ? (
                  <SearchField
                    key={filter.name}
                    label={filter.label}
                    initial={query[filter.name] ?? ''}
                    hint={filter.hint ?? listWords.nameHint}
                    onSearch={(text) => choose(filter.name, text)}
                  />
                ) : filter.choices.length === 0 ? null : (
                  <Choice
                    key={filter.name}
                    isInline
                    aria-label={filter.label}
                    value={query[filter.name] ?? ''}
                    none={filter.all ?? commonWords.all}
                    choices={filter.choices}
                    onChange={(value) => choose(filter.name, value)}
                  />
                ),
              )}
              empty={
                next !== undefined ? (
                  commonWords.noneSoFar
                ) : isNarrowed ? (
                  commonWords.nothingFound
                ) : (
                  <Empty {...(mayCreate ? { next: <Link to={create.to}>{create.label}</Link> } : {})}>
                    {props.empty}
                  </Empty>
                )
              }
            />
            {(next !== undefined || first !== undefined) && (
              <nav className="list-pages no-print" aria-label={commonWords.pages}>
                {first !== undefined && <Link to={first}>{commonWords.firstPage}</Link>}
                {next !== undefined && <Link to={next}>{commonWords.nextPage}</Link>}
              </nav>
            )}
          </>
        )}
      </ReadState>
    </>
  )
}
