import { OPERATIONS } from '@anjie/contracts/operations/index'
import { useParams } from 'react-router'
import { useRead } from '../../../app/api/useRead.ts'
import { CaseState } from '../../../app/CaseState.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { EntryForm } from './EntryForm.tsx'
import type { SubmissionCase } from './submissionCase.ts'

/** One county's form in one cycle: the same page for those who fill, verify and accept it. */
export default function SubmissionPage() {
  const { submissionId = '' } = useParams()
  const submission = useRead(OPERATIONS.getSubmission, { params: { submissionId } })
  return (
    <CaseState read={submission} of={{ submissionId }}>
      {(found) => <WithCycle key={submissionId} found={found} loadNewest={() => void submission.refetch()} />}
    </CaseState>
  )
}

/** The cycle and its scheme say which cells there are and how they must agree; the same code runs on the server. */
function WithCycle({ found, loadNewest }: { found: SubmissionCase; loadNewest: () => void }) {
  const cycle = useRead(OPERATIONS.getCycle, { params: { cycleId: found.state.cycleId } })
  const schemeId = cycle.data?.state.schemeId
  const scheme = useRead(
    OPERATIONS.getScheme,
    { params: { schemeId: schemeId ?? '' } },
    { enabled: schemeId !== undefined },
  )
  return (
    <ReadState read={cycle}>
      {(cycleFound) => (
        <ReadState read={scheme}>
          {(schemeFound) => (
            <EntryForm
              found={found}
              cycle={cycleFound.state}
              scheme={schemeFound.state.scheme}
              loadNewest={loadNewest}
            />
          )}
        </ReadState>
      )}
    </ReadState>
  )
}
