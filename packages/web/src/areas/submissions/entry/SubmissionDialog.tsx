import { returnTargets } from '@anjie/domain/submissions/submissionTransitions'
import { type ReactNode, useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useMe } from '../../../app/me.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { entryWords as words } from '../../../locales/zh-CN/submissions.ts'
import { Dialog } from '../../../ui/dialog/Dialog.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import type { SubmissionCase } from './submissionCase.ts'

export type SubmissionQuestion = 'submit' | 'withdraw' | 'verify' | 'accept' | 'return'

interface SubmissionDialogProps {
  readonly question: SubmissionQuestion
  readonly found: SubmissionCase
  /** What stands in the form, shown before it is submitted. */
  readonly summary?: ReactNode
  readonly onClose: () => void
  readonly onDone: (verb: string) => void
  readonly onLoadNewest: () => void
}

const TITLES: Record<SubmissionQuestion, string> = {
  submit: words.submitTitle,
  withdraw: words.withdrawTitle,
  verify: words.verifyTitle,
  accept: words.acceptTitle,
  return: words.returnTitle,
}

type Target = 'draft' | 'submitted'
const isTarget = (status: string): status is Target => status === 'draft' || status === 'submitted'

/** The counted figures as this page shows them, which may have moved since it was opened. */
const seenCounts = ({ counted, state }: SubmissionCase) =>
  counted.map(({ item, period }) => {
    const value = state.values.find((each) => each.item === item && each.period === period)
    return { item, period, value: value?.status === 'reported' ? value.value : null }
  })

/** The question before a decision on a form: an optional opinion, or the reason of a return and where it goes. */
export function SubmissionDialog({ question, found, summary, onClose, onDone, onLoadNewest }: SubmissionDialogProps) {
  const me = useMe()
  const { state, version } = found
  const [text, setText] = useState('')
  const targets = returnTargets(state, me).filter(isTarget)
  const [chosen, setChosen] = useState<Target | undefined>(undefined)
  const target = chosen ?? targets[0] ?? 'draft'

  const submit = useCommand(OPERATIONS.submitSubmission)
  const withdraw = useCommand(OPERATIONS.withdrawSubmission)
  const verify = useCommand(OPERATIONS.verifySubmission)
  const accept = useCommand(OPERATIONS.acceptSubmission)
  const sendBack = useCommand(OPERATIONS.returnSubmission)
  const used = { submit, withdraw, verify, accept, return: sendBack }[question]

  const send = async () => {
    const call = { params: { submissionId: state.id }, ifMatch: version }
    const opinion = text.trim() === '' ? {} : { opinion: text.trim() }
    const done = await (() => {
      switch (question) {
        case 'submit':
          return submit.run({ ...call, body: { counted: seenCounts(found) } })
        case 'withdraw':
          return withdraw.run(call)
        case 'verify':
          return verify.run({ ...call, body: opinion })
        case 'accept':
          return accept.run({ ...call, body: opinion })
        case 'return':
          return sendBack.run({ ...call, body: { reason: text, to: target } })
      }
    })()
    if (done !== undefined) onDone(words.verbs[question])
  }

  return (
    <Dialog
      title={TITLES[question]}
      open
      onClose={onClose}
      onConfirm={() => void send()}
      missing={[question === 'return' && text.trim().length < 2 ? commonWords.reason : undefined]}
      keepsMaterial={question === 'verify' || question === 'accept' || question === 'return'}
      {...(question === 'submit' ? { confirmLabel: words.verbs.submit, width: 640 } : {})}
      waiting={used.waiting}
      problem={used.problem}
      onLoadNewest={() => {
        used.clear()
        onLoadNewest()
      }}
    >
      {question === 'submit' && <p>{words.submitText}</p>}
      {summary}
      {question === 'withdraw' && <p>{words.withdrawText}</p>}
      {question === 'verify' && <p>{words.verifyText[state.finalLevel]}</p>}
      {question === 'accept' && <p>{words.acceptText}</p>}
      {question === 'return' && targets.length > 1 && (
        <ChoiceField
          label={words.returnTo}
          value={target}
          choices={targets.map((each) => ({ value: each, label: words.returnTargets[each] }))}
          onChange={(value) => isTarget(value) && setChosen(value)}
          name="to"
        />
      )}
      {question === 'return' ? (
        <TextField
          label={commonWords.reason}
          value={text}
          rows={4}
          most={500}
          onChange={setText}
          hint={commonWords.reasonNeeded}
          name="reason"
          phrases="return"
          autoFocus
        />
      ) : (
        question !== 'withdraw' &&
        question !== 'submit' && (
          <TextField
            label={words.opinionOptional}
            value={text}
            rows={3}
            most={500}
            onChange={setText}
            hint={commonWords.opinionHint}
            name="opinion"
            phrases={question === 'accept' ? 'approve' : 'verify'}
            autoFocus
          />
        )
      )}
    </Dialog>
  )
}
