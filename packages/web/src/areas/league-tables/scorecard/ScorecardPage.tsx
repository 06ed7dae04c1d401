import { useParams, useSearchParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { runWords as words } from '../../../locales/zh-CN/runs.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { TrendPanel } from '../trend/TrendPanel.tsx'
import { ScorecardView } from './ScorecardView.tsx'

/** The scorecard of one subject in one run, as the commission sees it. */
export default function ScorecardPage() {
  const { runId = '', subject = '' } = useParams()
  const [search] = useSearchParams()
  const scorecard = useRead(OPERATIONS.getScorecard, { params: { runId, subject } })
  return (
    <ReadState read={scorecard}>
      {(found) => (
        <>
          <PageHead
            title={`${found.row.name} ${words.scorecard}`}
            sub={found.cycle.name}
            back={{ to: `/runs/${runId}`, label: words.title }}
          />
          <ScorecardView
            scorecard={found}
            submissionId={found.submissionId}
            openedNode={search.get('node') ?? undefined}
            seal={found.seal}
          />
          <div className="no-print below">
            <TrendPanel cycle={found.cycle} rows={[found.row]} />
          </div>
        </>
      )}
    </ReadState>
  )
}
