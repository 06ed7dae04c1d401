import { SUBJECT_KIND_NAMES } from '@anjie/contracts/vocabulary/schemes/subjectKindNames'
import { Link, useNavigate, useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { runWords as words } from '../../../locales/zh-CN/runs.ts'
import { Button } from '../../../ui/Button.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { useRunArchive } from '../archive/useRunArchive.ts'
import { LeaguePictures } from '../pictures/LeaguePictures.tsx'
import { ExportLeagueButton } from '../table/ExportLeagueButton.tsx'
import { LeagueTable } from '../table/LeagueTable.tsx'
import { TrendPanel } from '../trend/TrendPanel.tsx'
import { WhatIfPanel } from '../whatIf/WhatIfPanel.tsx'

/** The published table. Who may read the run opens any scorecard, a county its own and its units'. */
export default function PublishedTablePage() {
  const { cycleId = '' } = useParams()
  const me = useMe()
  const navigate = useNavigate()
  const table = useRead(OPERATIONS.getLeagueTable, { params: { cycleId } })
  const state = table.data?.cycle
  const run = state?.publishedRun
  // Down one's own jurisdiction, and never sideways: the commission's own run, and those of the counties below.
  const readsRun =
    run !== undefined &&
    state !== undefined &&
    mayCall(me.roles, OPERATIONS.getScorecard) &&
    state.assessor.startsWith(me.jurisdiction.code)
  const archive = useRunArchive(run ?? '')
  const mayReadArchive = readsRun && mayCall(me.roles, OPERATIONS.getRunArchive)
  const schemeId = state?.schemeId
  const { level, code } = me.jurisdiction
  const seesOwn = mayCall(me.roles, OPERATIONS.getOwnScorecard)
  const isOwnRow = (subject: string) => subject === code || subject.startsWith(`${code}.`)
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
              {seesOwn && state?.subjectKind === level && (
                <Button onClick={() => void navigate(`/cycles/${cycleId}/scorecard`)}>{words.own[level]}</Button>
              )}
              <Button onClick={() => window.print()}>{words.printTable}</Button>
              <ExportLeagueButton
                cycleName={found.cycleName}
                groups={found.groups}
                rows={found.rows}
                notes={found.notes}
                seal={found.seal}
              />
            </div>
          </PageHead>
          <LeagueTable
            groups={found.groups}
            rows={found.rows}
            notes={found.notes}
            seal={found.seal}
            caption={`${found.cycleName} ${words.title}`}
            kindName={SUBJECT_KIND_NAMES[state?.subjectKind ?? 'county']}
            {...(readsRun
              ? {
                  onOpen: (row) => void navigate(`/runs/${run}/scorecards/${row.subject}`),
                  onReceipt: (row, node) =>
                    void navigate(`/runs/${run}/scorecards/${row.subject}?node=${encodeURIComponent(node)}`),
                }
              : seesOwn
                ? {
                    mayOpen: (row) => isOwnRow(row.subject),
                    onOpen: (row) =>
                      void navigate(
                        `/cycles/${cycleId}/scorecard${row.subject === code ? '' : `?subject=${row.subject}`}`,
                      ),
                  }
                : {})}
          />
          <div className="stack no-print below">
            <LeaguePictures
              cycleName={found.cycleName}
              groups={found.groups}
              rows={found.rows}
              kindName={SUBJECT_KIND_NAMES[state?.subjectKind ?? 'county']}
              ofCounties={state?.subjectKind === 'county'}
              {...(seesOwn ? { own: code } : {})}
            />
            <WhatIfPanel groups={found.groups} rows={found.rows} archive={mayReadArchive ? archive : undefined} />
            <TrendPanel cycle={found.cycle} rows={found.rows} />
          </div>
        </>
      )}
    </ReadState>
  )
}
