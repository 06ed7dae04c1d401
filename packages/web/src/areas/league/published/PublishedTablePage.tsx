import { OPERATIONS } from '@anjie/contracts/operations/index'
import { Button } from 'antd'
import { useNavigate, useParams } from 'react-router'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { runWords as words } from '../../../locales/zh-CN/cycles.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { LeagueTable } from '../table/LeagueTable.tsx'

/** The published table, as every level of the province reads it. The province opens any scorecard, a county its own. */
export default function PublishedTablePage() {
  const { cycleId = '' } = useParams()
  const me = useMe()
  const navigate = useNavigate()
  const table = useRead(OPERATIONS.getLeagueTable, { params: { cycleId } })
  const cycle = useRead(OPERATIONS.getCycle, { params: { cycleId } })
  const run = cycle.data?.state.publishedRun
  const asProvince = mayCall(me.roles, OPERATIONS.getScorecard) && run !== undefined
  const own = me.jurisdiction.level === 'county' ? me.jurisdiction.code : undefined
  return (
    <ReadState read={table}>
      {(found) => (
        <>
          <PageHead
            title={`${found.cycleName} ${words.title}`}
            state={<StateMark tone="good">{words.published}</StateMark>}
            back={{ to: `/cycles/${cycleId}`, label: found.cycleName }}
          >
            <div className="row no-print">
              {own !== undefined && mayCall(me.roles, OPERATIONS.getOwnScorecard) && (
                <Button onClick={() => void navigate(`/cycles/${cycleId}/scorecard`)}>{words.own}</Button>
              )}
              <Button onClick={() => window.print()}>{words.printTable}</Button>
            </div>
          </PageHead>
          <LeagueTable
            groups={found.groups}
            rows={found.rows}
            notes={found.notes}
            caption={words.title}
            {...(asProvince
              ? {
                  onOpen: (row) => void navigate(`/runs/${run}/scorecards/${row.subject}`),
                  onReceipt: (row, node) =>
                    void navigate(`/runs/${run}/scorecards/${row.subject}?node=${encodeURIComponent(node)}`),
                }
              : {})}
          />
        </>
      )}
    </ReadState>
  )
}
