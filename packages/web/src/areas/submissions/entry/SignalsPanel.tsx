import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { signalWords as words } from '../../../locales/zh-CN/submissions.ts'
import type { SubmissionCase } from './submissionCase.ts'
import '../../../ui/findings.css'

interface SignalsPanelProps {
  readonly found: SubmissionCase
  readonly onJump: (item: string) => void
}

/** 审核疑问, for reviewers alone: questions about the figures and the files, none about the people who filled them in. */
export default function SignalsPanel({ found, onJump }: SignalsPanelProps) {
  const me = useMe()
  const { state } = found
  const asks = mayCall(me.roles, OPERATIONS.getReviewSignals) && state.status !== 'draft'
  const read = useRead(OPERATIONS.getReviewSignals, { params: { submissionId: state.id } }, { enabled: asks })
  const signals = read.data?.signals ?? []
  if (signals.length === 0) return null
  return (
    <section className="panel stack" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="quiet small">{words.hint}</p>
      <ul className="finding-list whole">
        {signals.map(({ kind, item, question }) => (
          <li key={`${kind} ${item} ${question}`}>
            <button type="button" disabled={item === null} onClick={() => item !== null && onJump(item)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
