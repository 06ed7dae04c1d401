import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { Link } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { mayCall, useMe } from '../../../app/me.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { subjectKindName } from '../../../ui/assessmentRow.ts'
import type { TableColumn } from '../../../ui/table/tableColumn.ts'

const words = listWords.leagueTables

const hasResults = (row: ListRowOf<'cycle'>): boolean => row.status === 'preview' || row.status === 'final'

/** Every cycle whose results may be seen, with the way to its table and to one's own scorecard. */
export default function LeagueTablesPage() {
  const me = useMe()
  const { level } = me.jurisdiction
  const own: TableColumn<ListRowOf<'cycle'>> = {
    key: 'own',
    name: words.own[level],
    text: (row) => (row.fields.subjectKind === level ? words.own[level] : ''),
    show: (row) =>
      row.fields.subjectKind === level ? <Link to={`/cycles/${row.id}/scorecard`}>{words.own[level]}</Link> : null,
  }
  return (
    <ListPage
      title={words.title}
      operation={OPERATIONS.listCycles}
      keep={hasResults}
      empty={words.empty}
      columns={[
        { key: 'kind', name: words.subjects, text: (row) => subjectKindName(row), filtered: true },
        { key: 'year', name: words.year, text: (row) => String(row.fields.year), filtered: true },
        {
          key: 'table',
          name: words.table,
          text: (row) => (row.status === 'final' ? words.table : ''),
          show: (row) =>
            row.status === 'final' ? <Link to={`/cycles/${row.id}/league-table`}>{words.table}</Link> : null,
        },
        ...(mayCall(me.roles, OPERATIONS.getOwnScorecard) ? [own] : []),
      ]}
    />
  )
}
