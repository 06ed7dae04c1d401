import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { periodText } from '../../../locales/zh-CN/format.ts'
import { originWords as words } from '../../../locales/zh-CN/submissions.ts'
import { Button } from '../../../ui/Button.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { tellDone } from '../../../ui/told.ts'
import type { EntryRow } from './formDraft.ts'
import type { SubmissionCase } from './submissionCase.ts'

interface OriginNoteProps {
  readonly found: SubmissionCase
  readonly row: EntryRow
  readonly editable: boolean
}

/** 数据来源 of a figure that was taken over: which form it stands in, and whether somebody has confirmed it. */
export function OriginNote({ found, row, editable }: OriginNoteProps) {
  const confirm = useCommand(OPERATIONS.confirmPrefilled)
  const { saved } = row
  if (saved?.status !== 'reported' || saved.origin === undefined || row.edited) return null
  const { kind, from, period, confirmedBy } = saved.origin
  return (
    <div className="stack">
      <p className="row">
        <span>{words.from[kind](from, periodText(period))}</span>
        {confirmedBy === undefined ? (
          <StateMark tone="due">{words.unconfirmed}</StateMark>
        ) : (
          <StateMark tone="good">{words.confirmedBy(confirmedBy)}</StateMark>
        )}
      </p>
      {editable && confirmedBy === undefined && (
        <div>
          <Button
            isSmall
            waiting={confirm.waiting}
            onClick={() => {
              const figures = [{ item: saved.item, period: saved.period, value: saved.value }]
              void confirm
                .run({ params: { submissionId: found.state.id }, ifMatch: found.version, body: { figures } })
                .then((reply) => reply !== undefined && tellDone(commonWords.done(words.confirm)))
            }}
          >
            {words.confirm}
          </Button>
        </div>
      )}
      {confirm.problem !== undefined && <ProblemNotice problem={confirm.problem} onClose={confirm.clear} />}
    </div>
  )
}
