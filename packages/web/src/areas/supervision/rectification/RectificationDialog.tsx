import {
  CLOSING_CHECKS,
  type ClosingCheck,
  type RectificationAction,
} from '@anjie/contracts/vocabulary/supervision/rectification'
import { RETURN_WORKING_DAYS } from '@anjie/domain/supervision/limits'
import { CLOSING_CHECK_NAMES } from '@anjie/domain/supervision/measureNames'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { rectificationWords as words } from '../../../locales/zh-CN/supervision.ts'
import { CheckField } from '../../../ui/form/CheckField.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import type { RectificationCase } from './rectificationCase.ts'

const OPERATION_OF = {
  report: OPERATIONS.reportRectification,
  check: OPERATIONS.checkRectification,
  'ask-time': OPERATIONS.askMoreTime,
  'answer-time': OPERATIONS.answerMoreTime,
} as const satisfies Record<RectificationAction, unknown>

const ANSWERS = [
  { value: 'yes', label: words.granted },
  { value: 'no', label: words.refused },
]

interface RectificationDialogProps {
  readonly action: RectificationAction
  readonly found: RectificationCase
  readonly loadNewest: () => void
  readonly onClose: () => void
  readonly onDone: () => void
}

/** One step of a rectification. */
export function RectificationDialog({ action, found, loadNewest, onClose, onDone }: RectificationDialogProps) {
  const { state, version } = found
  const [text, setText] = useState('')
  const [passed, setPassed] = useState<ReadonlySet<ClosingCheck>>(new Set())
  const [days, setDays] = useState(String(RETURN_WORKING_DAYS))
  const [until, setUntil] = useState('')
  const [answer, setAnswer] = useState('')
  const send = useCommand(OPERATION_OF[action] as (typeof OPERATIONS)['reportRectification'])
  const isReturned = action === 'check' && passed.size < CLOSING_CHECKS.length
  const body = (): Readonly<Record<string, unknown>> => {
    switch (action) {
      case 'report':
        return { text }
      case 'check':
        return {
          checks: Object.fromEntries(CLOSING_CHECKS.map((check) => [check, passed.has(check)])),
          text,
          ...(isReturned ? { workingDays: Number(days) } : {}),
        }
      case 'ask-time':
        return { until, reason: text }
      case 'answer-time':
        return { granted: answer === 'yes', reason: text }
    }
  }
  const label = action === 'report' ? words.text : action === 'check' ? words.opinion : words.reason
  const least = action === 'report' ? 10 : 2
  return (
    <CommandDialog
      title={words.verbs[action]}
      onClose={onClose}
      keepsMaterial
      missing={[
        action === 'ask-time' && until === '' ? words.until : undefined,
        action === 'answer-time' && answer === '' ? words.isGranted : undefined,
        isReturned && !/^[1-9]\d{0,2}$/.test(days) ? words.returnDays : undefined,
        text.trim().length < least ? label : undefined,
      ]}
      loadNewest={loadNewest}
      command={send}
      input={() => ({ params: { rectificationId: state.id }, ifMatch: version, body: body() }) as never}
      onDone={onDone}
    >
      <p>{words.texts[action]}</p>
      {action === 'check' &&
        CLOSING_CHECKS.map((check) => (
          <CheckField
            key={check}
            checked={passed.has(check)}
            onChange={(isOn) =>
              setPassed((before) => new Set(isOn ? [...before, check] : [...before].filter((each) => each !== check)))
            }
          >
            {CLOSING_CHECK_NAMES[check]}
          </CheckField>
        ))}
      {isReturned && <TextField label={words.returnDays} name="workingDays" value={days} onChange={setDays} />}
      {action === 'ask-time' && <DateField label={words.until} name="until" value={until} onChange={setUntil} />}
      {action === 'answer-time' && (
        <ChoiceField
          label={words.isGranted}
          name="granted"
          value={answer}
          choices={ANSWERS}
          placeholder={words.isGranted}
          onChange={setAnswer}
        />
      )}
      <TextField
        label={label}
        name={action === 'report' || action === 'check' ? 'text' : 'reason'}
        value={text}
        rows={action === 'report' ? 5 : 3}
        most={action === 'report' ? 2000 : 500}
        onChange={setText}
      />
    </CommandDialog>
  )
}
