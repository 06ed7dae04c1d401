import type { CheckFinding } from '@anjie/domain/submissions/crossChecks'
import { explanationOf } from '@anjie/domain/submissions/explanationOf'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { checkWords as words } from '../../../locales/zh-CN/submissions.ts'
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
    <CommandDialog
      title={words.explain}
      onClose={onClose}
      missing={[text.trim().length < 2 ? words.explanation : undefined]}
      command={explain}
      input={() => {
        const body = { check: finding.check, text: text.trim() }
        return { params: { submissionId: found.state.id }, ifMatch: found.version, body }
      }}
      onDone={() => {
        tellDone(commonWords.done(words.explain))
        onClose()
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
    </CommandDialog>
  )
}
