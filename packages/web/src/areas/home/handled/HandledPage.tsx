import { useState } from 'react'
import { Link } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { WorkTabs } from '../../../app/WorkTabs.tsx'
import { handledWords as words } from '../../../locales/zh-CN/actions.ts'
import { instantText } from '../../../locales/zh-CN/format.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../../ui/table/tableColumn.ts'
import { type HomeLine, useHomePath } from '../home/homePath.ts'

type Handled = Answer<(typeof OPERATIONS)['listHandled']>['rows'][number]

const PAGES: ReadonlySet<string> = new Set(['submission', 'application', 'appeal', 'scheme', 'cycle', 'run', 'batch'])
const COLUMNS: readonly TableColumn<Handled>[] = [
  { key: 'case', name: words.case, text: nameOf, show: (row) => <Name row={row} />, isRowHead: true },
  { key: 'act', name: words.act, text: (row) => row.act, filtered: true },
  { key: 'state', name: words.state, text: (row) => row.statusName, filtered: true },
  { key: 'by', name: words.by, text: (row) => row.personName },
  { key: 'at', name: words.at, kind: 'day', text: (row) => row.at, show: (row) => instantText(row.at) },
]

/** What this level did last with each case, the newest first; a case out of sight opens to what was done with it. */
export default function HandledPage() {
  const [before, setBefore] = useState<string | undefined>(undefined)
  const read = useRead(OPERATIONS.listHandled, { query: before === undefined ? {} : { before } })
  return (
    <>
      <PageHead title={words.title} sub={words.sub} />
      <WorkTabs />
      <ReadState read={read}>
        {({ rows, more }) =>
          rows.length === 0 ? (
            <p className="quiet">{words.empty}</p>
          ) : (
            <>
              <DataTable
                caption={words.title}
                name=""
                rows={rows}
                rowKey={(row) => `${row.kind} ${row.id}`}
                columns={COLUMNS}
                isDense
              />
              {more && (
                <p>
                  <button type="button" className="plain" onClick={() => setBefore(rows.at(-1)?.at)}>
                    {words.more}
                  </button>
                </p>
              )}
            </>
          )
        }
      </ReadState>
    </>
  )
}

function nameOf({ place, title }: Handled): string {
  return `${place === '' ? '' : `${place} `}${title}`
}

function Name({ row }: { row: Handled }) {
  const pathOf = useHomePath()
  const path = PAGES.has(row.kind) ? pathOf({ page: row.kind as HomeLine['page'], pageId: row.id }) : undefined
  return path === undefined ? nameOf(row) : <Link to={path}>{nameOf(row)}</Link>
}
