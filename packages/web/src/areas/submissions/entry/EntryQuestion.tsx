import { SubmissionDialog, type SubmissionQuestion } from './SubmissionDialog.tsx'
import { SubmitSummary } from './SubmitSummary.tsx'
import type { SubmissionCase } from './submissionCase.ts'
import type { useEntryDraft } from './useEntryDraft.ts'

interface EntryQuestionProps {
  readonly question: SubmissionQuestion
  readonly found: SubmissionCase
  readonly draft: ReturnType<typeof useEntryDraft>
  readonly onClose: () => void
  readonly onLoadNewest: () => void
  readonly onDone: (verb: string) => void
}

/** The question before a decision; before a form is submitted, what stands in it. */
export function EntryQuestion({ draft: { form, rows, checks }, ...asked }: EntryQuestionProps) {
  const { question, found } = asked
  const summary =
    question === 'submit' ? (
      <SubmitSummary
        wanted={found.evidenceWanted}
        form={form}
        rows={rows}
        checks={checks}
        evidence={found.state.evidence}
      />
    ) : undefined
  return <SubmissionDialog {...asked} summary={summary} />
}
