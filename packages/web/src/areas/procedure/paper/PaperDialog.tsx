import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { paperWords as words } from '../../../locales/zh-CN/procedure.ts'
import { RadioField } from '../../../ui/form/RadioField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import type { PaperProps } from './paperCase.ts'

interface PaperDialogProps extends PaperProps {
  readonly action: 'file' | 'accept' | 'sign' | 'return' | 'waive'
  readonly onClose: () => void
}

const OPERATION_OF = {
  file: OPERATIONS.filePaper,
  accept: OPERATIONS.acceptReport,
  sign: OPERATIONS.signScores,
  return: OPERATIONS.returnPaper,
  waive: OPERATIONS.waivePaper,
} as const

/** One step of a paper; a consultation is answered by it. */
export function PaperDialog({ action, ...props }: PaperDialogProps) {
  return action === 'file' && props.found.state.step === 'consultation' ? (
    <AnswerDialog {...props} />
  ) : (
    <StepDialog action={action} {...props} />
  )
}

function StepDialog({ action, found, loadNewest, onClose }: PaperDialogProps) {
  const { step, id } = found.state
  const [reason, setReason] = useState('')
  const wantsReason = action === 'return' || action === 'waive'
  const send = useCommand(OPERATION_OF[action] as (typeof OPERATIONS)['waivePaper'])
  return (
    <CommandDialog
      title={action === 'file' ? words.fileVerbs[step] : words.verbs[action]}
      command={send}
      {...(action === 'sign' ? { seal: true } : {})}
      missing={[wantsReason && reason.trim().length < 2 ? words.reason : undefined]}
      input={() =>
        ({ params: { paperId: id }, ifMatch: found.version, ...(wantsReason ? { body: { reason } } : {}) }) as never
      }
      onClose={onClose}
      loadNewest={loadNewest}
    >
      <p>{action === 'file' ? words.texts.file[step] : words.texts[action]}</p>
      {wantsReason && (
        <TextField label={words.reason} name="reason" value={reason} rows={3} most={500} onChange={setReason} />
      )}
    </CommandDialog>
  )
}

const ANSWERS = [
  { value: 'no', label: words.agrees },
  { value: 'yes', label: words.objects },
] as const

function AnswerDialog({ found, loadNewest, onClose }: Omit<PaperDialogProps, 'action'>) {
  const [objects, setObjects] = useState<'yes' | 'no' | undefined>(undefined)
  const [text, setText] = useState('')
  const answer = useCommand(OPERATIONS.answerConsultation)
  return (
    <CommandDialog
      title={words.fileVerbs.consultation}
      command={answer}
      missing={[
        objects === undefined ? words.answer : undefined,
        objects === 'yes' && text.trim().length < 4 ? words.opinion : undefined,
      ]}
      input={() => ({
        params: { paperId: found.state.id },
        ifMatch: found.version,
        body: { objects: objects === 'yes', text },
      })}
      onClose={onClose}
      loadNewest={loadNewest}
    >
      <p>{words.texts.file.consultation}</p>
      <RadioField label={words.answer} value={objects} choices={ANSWERS} onChange={setObjects} />
      <TextField
        label={words.opinion}
        name="text"
        value={text}
        rows={4}
        most={2000}
        hint={words.opinionHint}
        onChange={setText}
      />
    </CommandDialog>
  )
}
