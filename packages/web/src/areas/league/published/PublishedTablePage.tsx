import { OPERATIONS } from '@anjie/contracts/operations/index'
import { Button } from 'antd'
import { Link, useNavigate, useParams } from 'react-router'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { runWords as words } from '../../../locales/zh-CN/cycles.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { useRunArchive } from '../archive/useRunArchive.ts'
import { ExportLeagueButton } from '../table/ExportLeagueButton.tsx'
import { LeagueTable } from '../table/LeagueTable.tsx'
import { TrendPanel } from '../trend/TrendPanel.tsx'
import { WhatIfPanel } from '../whatIf/WhatIfPanel.tsx'

/** The published table, as every level of the province reads it. The province opens any scorecard, a county its own. */
export default function PublishedTablePage() {
  const { cycleId = '' } = useParams()
  const me = useMe()
  const navigate = useNavigate()
  const table = useRead(OPERATIONS.getLeagueTable, { params: { cycleId } })
  const cycle = useRead(OPERATIONS.getCycle, { params: { cycleId } })
  const run = cycle.data?.state.publishedRun
  const asProvince = mayCall(me.roles, OPERATIONS.getScorecard) && run !== undefined
  const archive = useRunArchive(run ?? '')
  const mayReadArchive = mayCall(me.roles, OPERATIONS.getRunArchive) && run !== undefined
  const schemeId = cycle.data?.state.schemeId
  const own = me.jurisdiction.level === 'county' ? me.jurisdiction.code : undefined
  return (
    <ReadState read={table}>
      {(found) => (
        <>
          <PageHead
            title={`${found.cycleName} ${words.title}`}
            state={<StateMark tone="good">{words.published}</StateMark>}
            back={{ to: `/cycles/${cycleId}`, label: found.cycleName }}
            sub={schemeId !== undefined && <Link to={`/schemes/${schemeId}/method`}>{words.method}</Link>}
          >
            <div className="row no-print">
              {own !== undefined && mayCall(me.roles, OPERATIONS.getOwnScorecard) && (
                <Button onClick={() => void navigate(`/cycles/${cycleId}/scorecard`)}>{words.own}</Button>
              )}
              <Button onClick={() => window.print()}>{words.printTable}</Button>
              <ExportLeagueButton
                cycleName={found.cycleName}
                groups={found.groups}
                rows={found.rows}
                notes={found.notes}
              />
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
          <div className="stack no-print" style={{ marginTop: 12 }}>
            <WhatIfPanel groups={found.groups} rows={found.rows} archive={mayReadArchive ? archive : undefined} />
            <TrendPanel cycleId={cycleId} cycleName={found.cycleName} rows={found.rows} />
          </div>
        </>
      )}
    </ReadState>
  )
}
