import { OPERATIONS } from '@anjie/contracts/operations/index'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { WorkTabs } from '../../../app/WorkTabs.tsx'
import { handledWords as words } from '../../../locales/zh-CN/actions.ts'
import { instantText } from '../../../locales/zh-CN/format.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { type HomeLine, homePathOf } from '../home/homePath.ts'

type Handled = Answer<(typeof OPERATIONS)['listHandled']>['rows'][number]

const PAGES: ReadonlySet<string> = new Set(['submission', 'application', 'appeal', 'scheme', 'cycle', 'run', 'batch'])
const pageOf = ({ kind, id }: Handled): string | undefined =>
  PAGES.has(kind) ? homePathOf({ page: kind as HomeLine['page'], pageId: id }) : undefined

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
              <div className="table-scroll">
                <table className="list dense">
                  <caption className="visually-hidden">{words.title}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{words.case}</th>
                      <th scope="col">{words.act}</th>
                      <th scope="col">{words.state}</th>
                      <th scope="col">{words.by}</th>
                      <th scope="col">{words.at}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <tr key={`${row.kind} ${row.id}`}>
                        <th scope="row">
                          <Name row={row} />
                        </th>
                        <td>{row.act}</td>
                        <td>{row.statusName}</td>
                        <td>{row.personName}</td>
                        <td>{instantText(row.at)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
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

function Name({ row }: { row: Handled }) {
  const path = pageOf(row)
  const name = `${row.place === '' ? '' : `${row.place} `}${row.title}`
  return path === undefined ? name : <Link to={path}>{name}</Link>
}
