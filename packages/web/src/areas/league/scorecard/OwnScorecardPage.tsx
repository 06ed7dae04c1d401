import { OPERATIONS } from '@anjie/contracts/operations/index'
import { useParams } from 'react-router'
import { useRead } from '../../../app/api/useRead.ts'
import { runWords as words } from '../../../locales/zh-CN/cycles.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { ScorecardView } from './ScorecardView.tsx'

/** A county's own scorecard, once the province has shown it. */
export default function OwnScorecardPage() {
  const { cycleId = '' } = useParams()
  const cycle = useRead(OPERATIONS.getCycle, { params: { cycleId } })
  const scorecard = useRead(OPERATIONS.getOwnScorecard, { params: { cycleId } })
  return (
    <ReadState read={scorecard}>
      {(found) => (
        <>
          <PageHead
            title={`${found.row.name} ${words.scorecard}`}
            sub={cycle.data?.state.name}
            back={{ to: `/cycles/${cycleId}`, label: cycle.data?.state.name ?? words.back }}
          />
          <ScorecardView
            scorecard={found}
            submissionId={cycle.data?.state.subjects.find((subject) => subject.code === found.subject)?.submissionId}
          />
        </>
      )}
    </ReadState>
  )
}
