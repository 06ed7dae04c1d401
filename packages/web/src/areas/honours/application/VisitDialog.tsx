import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { visitWords as words } from '../../../locales/zh-CN/honours.ts'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'
import type { ApplicationCase } from './applicationCase.ts'

/** Between names people write what their keyboard has. */
const BETWEEN_NAMES = /[、，,;；\s]+/

/** 登记现场核查: day, people, what they found and whether it agrees with what was applied. */
export function VisitDialog({ found, onClose }: { found: ApplicationCase; onClose: () => void }) {
  const record = useCommand(OPERATIONS.recordVisit)
  const [on, setOn] = useState('')
  const [names, setNames] = useState('')
  const [finding, setFinding] = useState('')
  const [verdict, setVerdict] = useState('')
  const visitors = names.split(BETWEEN_NAMES).filter((name) => name !== '')
  const error = useFieldErrors(record.problem)
  return (
    <CommandDialog
      title={words.record}
      onClose={onClose}
      missing={[
        on === '' ? words.on : undefined,
        visitors.length === 0 ? words.visitors : undefined,
        finding.trim().length < 2 ? words.finding : undefined,
        verdict === '' ? words.verdict : undefined,
      ]}
      command={record}
      input={() => ({
        params: { applicationId: found.state.id },
        ifMatch: found.version,
        body: { on, visitors, finding, agrees: verdict === 'agrees' },
      })}
    >
      <p className="quiet">{words.hint}</p>
      <DateField label={words.on} value={on} onChange={setOn} error={error('on')} />
      <TextField
        label={words.visitors}
        value={names}
        most={130}
        hint={words.visitorsHint}
        onChange={setNames}
        error={error('visitors')}
      />
      <TextField
        label={words.finding}
        value={finding}
        rows={3}
        most={500}
        onChange={setFinding}
        error={error('finding')}
      />
      <ChoiceField
        label={words.verdict}
        value={verdict}
        placeholder={words.verdict}
        choices={[
          { value: 'agrees', label: words.agrees },
          { value: 'differs', label: words.differs },
        ]}
        onChange={setVerdict}
      />
    </CommandDialog>
  )
}
