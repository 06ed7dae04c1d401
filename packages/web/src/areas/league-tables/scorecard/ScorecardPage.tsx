import { useParams, useSearchParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { runWords as words } from '../../../locales/zh-CN/cycles.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { TrendPanel } from '../trend/TrendPanel.tsx'
import { ScorecardView } from './ScorecardView.tsx'

/** The scorecard of one subject in one run, as the commission sees it. */
export default function ScorecardPage() {
  const { runId = '', subject = '' } = useParams()
  const [search] = useSearchParams()
  const run = useRead(OPERATIONS.getRun, { params: { runId } })
  const cycleId = run.data?.state.cycleId
  const cycle = useRead(OPERATIONS.getCycle, { params: { cycleId: cycleId ?? '' } }, { enabled: cycleId !== undefined })
  const scorecard = useRead(OPERATIONS.getScorecard, { params: { runId, subject } })
  return (
    <ReadState read={scorecard}>
      {(found) => (
        <>
          <PageHead
            title={`${found.row.name} ${words.scorecard}`}
            sub={run.data?.state.cycleName}
            back={{ to: `/runs/${runId}`, label: words.title }}
          />
          <ScorecardView
            scorecard={found}
            submissionId={cycle.data?.state.subjects.find((each) => each.code === subject)?.submissionId}
            openedNode={search.get('node') ?? undefined}
            seal={run.data?.state.seal}
          />
          {cycleId !== undefined && (
            <div className="no-print below">
              <TrendPanel cycleId={cycleId} cycleName={run.data?.state.cycleName ?? ''} rows={[found.row]} />
            </div>
          )}
        </>
      )}
    </ReadState>
  )
}
