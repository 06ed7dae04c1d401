import type { MeasureAction } from '@anjie/contracts/vocabulary/supervision/measure'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { measureWords as words } from '../../../locales/zh-CN/supervision.ts'
import { TextField } from '../../../ui/form/TextField.tsx'
import type { MeasureCase } from './measureCase.ts'

type Asked = Exclude<MeasureAction, 'revise'>

const OPERATION_OF = {
  discard: OPERATIONS.discardMeasure,
  issue: OPERATIONS.issueMeasures,
  acknowledge: OPERATIONS.acknowledgeMeasure,
  contest: OPERATIONS.contestMeasure,
  uphold: OPERATIONS.answerContest,
  overturn: OPERATIONS.answerContest,
  publish: OPERATIONS.publishListing,
  lift: OPERATIONS.liftListing,
  veto: OPERATIONS.decideVeto,
  spare: OPERATIONS.decideVeto,
  withdraw: OPERATIONS.withdrawMeasure,
} as const satisfies Record<Asked, unknown>

const WITH_REASON: ReadonlySet<Asked> = new Set(['discard', 'uphold', 'overturn', 'lift', 'veto', 'spare', 'withdraw'])
const DANGER: ReadonlySet<Asked> = new Set(['veto', 'withdraw', 'overturn', 'discard'])

interface MeasureDialogProps {
  readonly action: Asked
  readonly found: MeasureCase
  readonly loadNewest: () => void
  readonly onClose: () => void
  readonly onDone: () => void
}

/** One step of a measure: what it does is said first, and it asks for no more than the step needs. */
export function MeasureDialog({ action, found: { state, version }, loadNewest, onClose, onDone }: MeasureDialogProps) {
  const [text, setText] = useState('')
  const send = useCommand(OPERATION_OF[action] as (typeof OPERATIONS)['withdrawMeasure'])
  const wantsReason = WITH_REASON.has(action)
  const wantsText = action === 'contest'
  return (
    <CommandDialog
      title={words.verbs[action]}
      onClose={onClose}
      keepsMaterial
      danger={DANGER.has(action)}
      missing={[
        wantsReason && text.trim().length < 2 ? words.reason : undefined,
        wantsText && text.trim().length < 10 ? words.text : undefined,
      ]}
      loadNewest={loadNewest}
      command={send}
      input={() => {
        const call =
          action === 'issue'
            ? { body: { measures: [{ id: state.id, version }] } }
            : { params: { measureId: state.id }, ifMatch: version, body: bodyOf(action, text) }
        return call as never
      }}
      onDone={onDone}
    >
      <p>{words.texts[action]}</p>
      {(wantsReason || wantsText) && (
        <TextField
          label={wantsText ? words.text : words.reason}
          name={wantsText ? 'text' : 'reason'}
          value={text}
          rows={wantsText ? 5 : 3}
          most={wantsText ? 2000 : 500}
          onChange={setText}
        />
      )}
    </CommandDialog>
  )
}

function bodyOf(action: Asked, text: string): Readonly<Record<string, unknown>> {
  switch (action) {
    case 'contest':
      return { text }
    case 'uphold':
      return { outcome: 'upheld', reason: text }
    case 'overturn':
      return { outcome: 'overturned', reason: text }
    case 'veto':
    case 'spare':
      return { outcome: action, reason: text }
    case 'discard':
    case 'lift':
    case 'withdraw':
      return { reason: text }
    case 'issue':
    case 'acknowledge':
    case 'publish':
      return {}
  }
}
