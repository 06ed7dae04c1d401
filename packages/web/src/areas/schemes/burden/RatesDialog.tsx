import { CELL_KINDS, type RateContent } from '@anjie/contracts/vocabulary/catalogue/burden'
import { CELL_KIND_NAMES } from '@anjie/domain/submissions/burdenOf'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { burdenWords as words } from '../../../locales/zh-CN/catalogue.ts'
import { TextField } from '../../../ui/form/TextField.tsx'
import { tellDone } from '../../../ui/told.ts'

interface RatesDialogProps {
  readonly rates: RateContent
  readonly version: number
  readonly onClose: () => void
}

/** 用时标准: minutes for each kind of cell, for all schemes of the province. */
export function RatesDialog({ rates: given, version, onClose }: RatesDialogProps) {
  const [rates, setRates] = useState(given)
  const [reason, setReason] = useState('')
  const set = useCommand(OPERATIONS.setBurdenRates)
  return (
    <CommandDialog
      title={words.ratesTitle}
      onClose={onClose}
      disabled={reason.trim().length < 2}
      command={set}
      input={() => ({ body: { rates, reason: reason.trim(), ratesVersion: version } })}
      onDone={() => {
        tellDone(words.ratesDone)
        onClose()
      }}
    >
      <p className="quiet">{words.ratesHint}</p>
      {CELL_KINDS.map((kind) => (
        <TextField
          key={kind}
          label={`${CELL_KIND_NAMES[kind]}（${words.perCell}）`}
          name={`rates/${kind}`}
          value={rates[kind]}
          onChange={(text) => setRates({ ...rates, [kind]: text.trim() })}
        />
      ))}
      <TextField
        label={words.ratesReason}
        name="reason"
        value={reason}
        hint={words.ratesReasonHint}
        most={200}
        onChange={setReason}
      />
    </CommandDialog>
  )
}
