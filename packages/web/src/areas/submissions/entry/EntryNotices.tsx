import { entryWords as words } from '../../../locales/zh-CN/submissions.ts'
import { StateMark } from '../../../ui/StateMark.tsx'
import type { SubmissionCase } from './submissionCase.ts'

/** What one has to know before one fills in: figures that come from elsewhere, and why the form came back. */
export function EntryNotices({ found: { cycle, state } }: { found: SubmissionCase }) {
  return (
    <>
      {cycle.rolledUp !== undefined && (
        <p className="panel quiet">{words.rolledUp(cycle.rolledUp.fromName, cycle.rolledUp.names)}</p>
      )}
      {state.returnReason !== undefined && (
        <p className="panel">
          <StateMark tone="due">{words.returned}</StateMark>：{state.returnReason}
        </p>
      )}
    </>
  )
}
