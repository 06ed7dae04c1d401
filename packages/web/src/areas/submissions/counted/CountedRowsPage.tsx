import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { useApi } from '../../../app/api/ApiContext.ts'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { pagesOf } from '../../../app/list/everyPage.ts'
import { instantText, periodText } from '../../../locales/zh-CN/format.ts'
import { entryWords } from '../../../locales/zh-CN/submissions.ts'
import { Button } from '../../../ui/Button.tsx'
import { ItemFigure } from '../../../ui/ItemFigure.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Table } from '../../../ui/table/Table.tsx'
import type { EveryRow, TableColumn } from '../../../ui/table/tableColumn.ts'

type Found = Answer<(typeof OPERATIONS)['getCountedRows']>
type Row = Found['list'][number]
const words = entryWords.counted

/** Ledgers whose rows have pages of their own. */
const PAGES: { readonly [K in Found['ledgerKind']]?: string } = {
  rectifications: '/rectifications',
  disputes: '/disputes',
  'duty-posts': '/duty-posts',
  'duty-events': '/duty-events',
}

/** 台账取数的行: what a counted figure stands for, as it was frozen with its form, and by which rows it is another today. */
export default function CountedRowsPage() {
  const { submissionId = '', item = '', period = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const [cursor, setCursor] = useState<string | undefined>(undefined)
  const drawing = search.get('drawing')
  const compares = search.get('compare') === 'now'
  const read = useRead(OPERATIONS.getCountedRows, {
    params: { submissionId, item, period },
    query: {
      ...(cursor === undefined ? {} : { cursor }),
      ...(drawing === null ? {} : { drawing }),
      ...(compares ? { compare: 'now' as const } : {}),
    },
  })
  const api = useApi()
  const everyRow: EveryRow<Row> = async ({ told, signal }) => {
    const rows: Row[] = []
    const asked = { params: { submissionId, item, period }, query: drawing === null ? {} : { drawing } }
    for await (const page of pagesOf(api, OPERATIONS.getCountedRows, asked, signal)) {
      rows.push(...page.list)
      told(rows.length)
    }
    return rows
  }
  return (
    <ReadState read={read}>
      {(found) => (
        <>
          <PageHead
            title={found.item.name}
            back={{ to: `/submissions/${submissionId}`, label: words.back }}
            sub={`${found.place} · ${found.cycleName} · ${periodText(period)}`}
          />
          <div className="stack">
            <section className="panel">
              <h2>{words.title}</h2>
              <p>{found.words}</p>
              <p>
                <ItemFigure status={found.figure.status} value={found.figure.value ?? null} note={found.figure.note} />{' '}
                {found.item.unit} <span className="quiet">（{words.rows(found.rows, found.of)}）</span>
              </p>
              <p className="quiet small">
                {found.frozenAt === undefined ? words.live : words.frozen(instantText(found.frozenAt))}
                {found.digest !== undefined && (
                  <>
                    {' · '}
                    {words.digest} <code data-copied>{found.digest.slice(0, 16)}</code>
                  </>
                )}
              </p>
              {found.frozenAt !== undefined && !compares && (
                <Button
                  isSmall
                  onClick={() => {
                    const next = new URLSearchParams(search)
                    next.set('compare', 'now')
                    setSearch(next, { replace: true })
                  }}
                >
                  {words.compare}
                </Button>
              )}
            </section>
            {found.now !== undefined && <Changes now={found.now} />}
            <Rows found={found} everyRow={everyRow} />
            {(found.cursor !== undefined || cursor !== undefined) && (
              <div className="row no-print">
                {cursor !== undefined && <Button onClick={() => setCursor(undefined)}>{words.first}</Button>}
                {found.cursor !== undefined && <Button onClick={() => setCursor(found.cursor)}>{words.next}</Button>}
              </div>
            )}
          </div>
        </>
      )}
    </ReadState>
  )
}

function Changes({ now }: { now: NonNullable<Found['now']> }) {
  return (
    <section className="panel">
      <h2>{words.now(now.figure.value ?? words.none)}</h2>
      {now.changes.length === 0 ? (
        <p className="quiet">{words.same}</p>
      ) : (
        <Table
          caption={words.changed}
          rows={now.changes}
          rowKey={({ kind, id }) => `${kind} ${id}`}
          columns={[
            { key: 'title', name: words.row, text: ({ title }) => title, isRowHead: true },
            { key: 'kind', name: words.change, text: ({ kind }) => words.changes[kind] },
          ]}
        />
      )}
      {now.more > 0 && <p className="quiet small">{words.more(now.more)}</p>}
    </section>
  )
}

function Rows({ found, everyRow }: { readonly found: Found; readonly everyRow: EveryRow<Row> }) {
  const columns: TableColumn<Row>[] = [
    ...found.columns.map(
      ({ code, name, isFigure }, at): TableColumn<Row> => ({
        key: code,
        name,
        text: (row) => row.cells[code] ?? '',
        isRowHead: at === 0,
        ...(at === 0 && PAGES[found.ledgerKind] !== undefined
          ? {
              show: (row: Row) => <Link to={`${PAGES[found.ledgerKind]}/${row.id}`}>{row.cells[code] ?? ''}</Link>,
            }
          : {}),
        ...(isFigure ? { kind: 'figure' as const } : {}),
      }),
    ),
    ...(found.of === undefined
      ? []
      : [
          {
            key: '',
            name: words.isCounted,
            text: (row: Row) => (row.counted ? words.isCounted : words.onlyBase),
          },
        ]),
  ]
  return (
    <>
      <DataTable
        caption={found.ledger}
        rows={found.list}
        columns={columns}
        rowKey={({ id }) => id}
        isServed
        isWhole
        everyRow={everyRow}
        countText={words.rows(found.rows, found.of)}
        empty={<p className="quiet">{words.noRows}</p>}
      />
      {found.hiddenColumns > 0 && <p className="quiet small">{words.hidden(found.hiddenColumns)}</p>}
    </>
  )
}
