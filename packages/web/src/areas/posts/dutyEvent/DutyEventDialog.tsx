import type { DutyEventAction } from '@anjie/contracts/vocabulary/posts/dutyEvent'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { dutyEventWords as words } from '../../../locales/zh-CN/dutyLists.ts'
import { RadioField } from '../../../ui/form/RadioField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { tellDone } from '../../../ui/told.ts'

interface DutyEventDialogProps {
  readonly action: DutyEventAction
  readonly found: Answer<(typeof OPERATIONS)['getDutyEvent']>
  readonly loadNewest: () => void
  readonly onClose: () => void
}

export const DutyEventDialog = (props: DutyEventDialogProps) =>
  props.action === 'give-word' ? <GiveWord {...props} /> : <Decide {...props} />

/** 陈述意见; that somebody has left can be said of those who have. */
function GiveWord({ found: { state, version, holder }, loadNewest, onClose }: DutyEventDialogProps) {
  const [kind, setKind] = useState<'said' | 'left'>('said')
  const [text, setText] = useState('')
  const send = useCommand(OPERATIONS.giveDutyWord)
  return (
    <CommandDialog
      title={words.verbs['give-word']}
      keepsMaterial
      missing={[text.trim().length < 4 ? words.wordText : undefined]}
      onClose={onClose}
      loadNewest={loadNewest}
      command={send}
      input={() => ({ params: { eventId: state.id }, ifMatch: version, body: { kind, text } })}
      onDone={() => {
        tellDone(commonWords.done(words.verbs['give-word']))
        onClose()
      }}
    >
      <p>{words.wordHint}</p>
      {holder?.isIn === false && (
        <RadioField
          label={words.wordKind}
          value={kind}
          choices={[
            { value: 'said' as const, label: words.said },
            { value: 'left' as const, label: words.left },
          ]}
          onChange={setKind}
        />
      )}
      <TextField label={words.wordText} name="text" value={text} rows={5} most={2000} onChange={setText} />
    </CommandDialog>
  )
}

/** 决定 by a person other than who recorded it. */
function Decide({ found: { state, version }, loadNewest, onClose }: DutyEventDialogProps) {
  const [outcome, setOutcome] = useState<'upheld' | 'dropped' | undefined>(undefined)
  const [reason, setReason] = useState('')
  const send = useCommand(OPERATIONS.decideDutyEvent)
  return (
    <CommandDialog
      title={words.verbs.decide}
      seal
      keepsMaterial
      missing={[outcome === undefined ? words.outcome : undefined, reason.trim().length < 2 ? words.reason : undefined]}
      onClose={onClose}
      loadNewest={loadNewest}
      command={send}
      input={() =>
        outcome === undefined
          ? undefined
          : { params: { eventId: state.id }, ifMatch: version, body: { outcome, reason } }
      }
      onDone={() => {
        tellDone(commonWords.done(words.verbs.decide))
        onClose()
      }}
    >
      <p>{words.decideText}</p>
      <RadioField
        label={words.outcome}
        value={outcome}
        choices={[
          { value: 'upheld' as const, label: words.outcomes.upheld },
          { value: 'dropped' as const, label: words.outcomes.dropped },
        ]}
        onChange={setOutcome}
      />
      <TextField label={words.reason} name="reason" value={reason} rows={3} most={500} onChange={setReason} />
    </CommandDialog>
  )
}
