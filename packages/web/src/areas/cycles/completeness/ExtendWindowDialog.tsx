import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { cycleWords, completenessWords as words } from '../../../locales/zh-CN/cycles.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { tellDone } from '../../../ui/told.ts'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'
import type { CompletenessRow } from './standingOf.ts'

interface ExtendWindowDialogProps {
  readonly found: Answer<(typeof OPERATIONS)['getCycle']>
  readonly row: CompletenessRow
  readonly onClose: () => void
  readonly loadNewest: () => void
}

/** 单独延期 of one unit, with the reason. */
export function ExtendWindowDialog({ found, row, onClose, loadNewest }: ExtendWindowDialogProps) {
  const { state, version } = found
  const [dueOn, setDueOn] = useState('')
  const [reason, setReason] = useState('')
  const extend = useCommand(OPERATIONS.extendWindows)
  const error = useFieldErrors(extend.problem)
  return (
    <CommandDialog
      title={words.extendTitle(row.name)}
      onClose={onClose}
      missing={[
        dueOn === '' ? cycleWords.newDueOn : undefined,
        reason.trim().length < 2 ? cycleWords.extendReason : undefined,
      ]}
      loadNewest={loadNewest}
      command={extend}
      input={() => {
        const body = { subjects: [row.subject], dueOn, reason: reason.trim() }
        return { params: { cycleId: state.id }, ifMatch: version, body }
      }}
      onDone={() => {
        tellDone(commonWords.done(words.extend))
        onClose()
      }}
    >
      <p>{words.extendText(dayText(row.dueOn ?? state.dueOn))}</p>
      <DateField label={cycleWords.newDueOn} value={dueOn} onChange={setDueOn} error={error('dueOn')} />
      <TextField
        label={cycleWords.extendReason}
        value={reason}
        rows={2}
        most={300}
        onChange={setReason}
        error={error('reason')}
      />
    </CommandDialog>
  )
}
