import type { CheckFinding } from '@anjie/domain/submissions/crossChecks'
import { explanationOf } from '@anjie/domain/submissions/explanationOf'
import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { checkWords as words } from '../../../locales/zh-CN/submissions.ts'
import { Dialog } from '../../../ui/dialog/Dialog.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { tellDone } from '../../../ui/told.ts'
import type { SubmissionCase } from './submissionCase.ts'

interface ExplainDialogProps {
  readonly found: SubmissionCase
  readonly finding: Extract<CheckFinding, { rule: 'relation' }>
  readonly onClose: () => void
}

/** 填写情况说明: why the figures are right although the relation is broken. */
export function ExplainDialog({ found, finding, onClose }: ExplainDialogProps) {
  const explain = useCommand(OPERATIONS.explainCheck)
  const [text, setText] = useState(explanationOf(found.state, finding)?.text ?? '')
  return (
    <Dialog
      title={words.explain}
      open
      onClose={onClose}
      waiting={explain.waiting}
      problem={explain.problem}
      missing={[text.trim().length < 2 ? words.explanation : undefined]}
      onConfirm={() => {
        const body = { check: finding.check, text: text.trim() }
        void explain.run({ params: { submissionId: found.state.id }, ifMatch: found.version, body }).then((reply) => {
          if (reply === undefined) return
          tellDone(commonWords.done(words.explain))
          onClose()
        })
      }}
    >
      <p>{finding.message}</p>
      <TextField
        label={words.explanation}
        value={text}
        rows={3}
        most={500}
        onChange={setText}
        hint={words.explainHint}
      />
    </Dialog>
  )
}
