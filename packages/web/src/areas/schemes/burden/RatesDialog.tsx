import { CELL_KINDS, type RateContent } from '@anjie/contracts/vocabulary/catalogue/burden'
import { CELL_KIND_NAMES } from '@anjie/domain/submissions/burdenOf'
import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { burdenWords as words } from '../../../locales/zh-CN/catalogue.ts'
import { Dialog } from '../../../ui/dialog/Dialog.tsx'
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
    <Dialog
      title={words.ratesTitle}
      open
      onClose={onClose}
      waiting={set.waiting}
      problem={set.problem}
      disabled={reason.trim().length < 2}
      onConfirm={() => {
        void set.run({ body: { rates, reason: reason.trim(), ratesVersion: version } }).then((reply) => {
          if (reply === undefined) return
          tellDone(words.ratesDone)
          onClose()
        })
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
    </Dialog>
  )
}
