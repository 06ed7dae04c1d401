import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { dutyPostWords as words } from '../../../locales/zh-CN/dutyPosts.ts'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { tellDone } from '../../../ui/told.ts'

export type CoverageStep = 'startPilot' | 'endPilot' | 'publish' | 'withdraw'

const OPERATION_OF = {
  startPilot: OPERATIONS.startDutyPilot,
  endPilot: OPERATIONS.endDutyPilot,
  publish: OPERATIONS.publishDutyCoverage,
  withdraw: OPERATIONS.withdrawDutyCoverage,
} as const
const TEXTS = {
  startPilot: words.startPilotText,
  endPilot: words.endPilotText,
  publish: words.publishText,
  withdraw: words.withdrawText,
} as const

interface CoverageDialogProps {
  readonly step: CoverageStep
  readonly version: number
  readonly onClose: () => void
}

/** The pilot is switched, or the coverage published or withdrawn. */
export function CoverageDialog({ step, version, onClose }: CoverageDialogProps) {
  const [day, setDay] = useState(() => beijingDay(new Date().toISOString()))
  const [text, setText] = useState('')
  const send = useCommand(OPERATION_OF[step] as (typeof OPERATIONS)['withdrawDutyCoverage'])
  const isPilot = step === 'startPilot' || step === 'endPilot'
  const label = step === 'startPilot' ? words.basis : words.reason
  const wantsText = step === 'startPilot' || step === 'withdraw'
  const bodies = {
    startPilot: { from: day, basis: text },
    endPilot: { on: day },
    publish: {},
    withdraw: { reason: text },
  }
  return (
    <CommandDialog
      title={words[step]}
      onClose={onClose}
      danger={step === 'withdraw'}
      command={send}
      input={() => ({ ifMatch: version, body: bodies[step] }) as never}
      onDone={() => {
        tellDone(commonWords.done(words[step]))
        onClose()
      }}
      missing={[wantsText && text.trim().length < 2 ? label : undefined]}
    >
      <p>{TEXTS[step]}</p>
      {isPilot && (
        <DateField
          label={step === 'startPilot' ? words.pilotFrom : words.endedPilotOn}
          name={step === 'startPilot' ? 'from' : 'on'}
          value={day}
          onChange={setDay}
        />
      )}
      {wantsText && (
        <TextField
          label={label}
          name={step === 'startPilot' ? 'basis' : 'reason'}
          value={text}
          most={80}
          onChange={setText}
        />
      )}
    </CommandDialog>
  )
}
