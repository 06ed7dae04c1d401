import { useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { CaseState } from '../../../app/CaseState.tsx'
import { entryWords as words } from '../../../locales/zh-CN/submissions.ts'
import { DeskWork } from '../../../ui/DeskWork.tsx'
import { EntryForm } from './EntryForm.tsx'

/** One county's form in one cycle: the same page for those who fill, verify and accept it. */
export default function SubmissionPage() {
  const { submissionId = '' } = useParams()
  const submission = useRead(OPERATIONS.getSubmission, { params: { submissionId } })
  return (
    <CaseState read={submission} of={{ submissionId }}>
      {(found) => (
        <>
          {found.allowed.some(({ action, allowed }) => action === 'save' && allowed) && (
            <DeskWork>{words.deskWork}</DeskWork>
          )}
          <EntryForm key={submissionId} found={found} loadNewest={() => void submission.refetch()} />
        </>
      )}
    </CaseState>
  )
}
