import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { Link } from 'react-router'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { pathOf } from '../../../app/paths.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { subjectKindName } from '../../../ui/assessmentRow.ts'
import { ListTable } from '../../../ui/ListTable.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'

const words = listWords.leagueTables

/** Every cycle whose results may be seen, with the way to its table and to one's own scorecard. */
export default function LeagueTablesPage() {
  const me = useMe()
  const cycles = useRead(OPERATIONS.listCycles, {})
  const { level } = me.jurisdiction
  const own = mayCall(me.roles, OPERATIONS.getOwnScorecard)
  return (
    <>
      <PageHead title={words.title} />
      <ReadState read={cycles}>
        {({ rows }) => (
          <ListTable
            caption={words.title}
            rows={rows.filter((row) => row.status === 'preview' || row.status === 'final')}
            pathOf={pathOf}
            empty={words.empty}
            columns={[
              { key: 'kind', name: words.subjects, text: (row) => subjectKindName(row) },
              { key: 'year', name: words.year, text: (row) => String(row.fields.year) },
              {
                key: 'table',
                name: words.table,
                text: (row) => (row.status === 'final' ? words.table : ''),
                show: (row) =>
                  row.status === 'final' ? <Link to={`/cycles/${row.id}/league-table`}>{words.table}</Link> : null,
              },
              ...(own
                ? [
                    {
                      key: 'own',
                      name: words.own[level],
                      text: (row: ListRowOf<'cycle'>) => (row.fields.subjectKind === level ? words.own[level] : ''),
                      show: (row: ListRowOf<'cycle'>) =>
                        row.fields.subjectKind === level ? (
                          <Link to={`/cycles/${row.id}/scorecard`}>{words.own[level]}</Link>
                        ) : null,
                    },
                  ]
                : []),
            ]}
          />
        )}
      </ReadState>
    </>
  )
}
