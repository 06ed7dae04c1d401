import { beijingDay } from '@anjie/kernel'
import { Link } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { disputeWords as words } from '../../../locales/zh-CN/disputes.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'

type Row = Answer<(typeof OPERATIONS)['listDisputeSystems']>['systems'][number]

/** 纠纷系统字段对照: each system with the layout that holds here, and the way to bring its export in. */
export default function SystemsPage() {
  const me = useMe()
  const read = useRead(OPERATIONS.listDisputeSystems, {})
  const year = beijingDay(new Date().toISOString()).slice(0, 4)
  const mayBring = mayCall(me.roles, OPERATIONS.saveDisputeEntry)
  return (
    <ReadState read={read}>
      {({ systems }) => (
        <>
          <PageHead
            title={words.systemsTitle}
            sub={words.systemsSub}
            {...(mayBring ? { back: { to: '/disputes', label: words.back } } : {})}
          />
          <DataTable<Row>
            caption={words.systemsTitle}
            name=""
            rows={systems}
            rowKey={({ mapping }) => mapping.system}
            isUnsorted
            columns={[
              {
                key: 'name',
                name: words.system,
                isRowHead: true,
                text: ({ mapping }) => mapping.name,
                show: ({ mapping }) => <Link to={`/dispute-systems/${mapping.system}`}>{mapping.name}</Link>,
              },
              { key: 'of', name: words.systems, text: ({ of }) => words.of[of] },
              {
                key: 'columns',
                name: words.columns,
                kind: 'figure',
                text: ({ mapping }) => String(Object.keys(mapping.columns).length),
              },
              {
                key: 'edition',
                name: words.edition,
                text: ({ version }) => (version === 0 ? words.notWritten : String(version)),
              },
              {
                key: 'lacking',
                name: words.missingHere,
                isControl: true,
                text: () => '',
                show: ({ mapping }) =>
                  mayBring && (
                    <Link to={`/dispute-systems/${mapping.system}/outgoing?from=${year}-01-01&to=${year}-12-31`}>
                      {words.makeOutgoing}
                    </Link>
                  ),
              },
              {
                key: 'go',
                name: words.importNow,
                isControl: true,
                text: () => '',
                show: ({ mapping }) =>
                  mayBring && (
                    <Link to={`/imports/new?list=disputes&target=${mapping.system}`}>{words.importExport}</Link>
                  ),
              },
            ]}
          />
        </>
      )}
    </ReadState>
  )
}
