import type { DutyPostAction } from '@anjie/contracts/vocabulary/posts/dutyPost'
import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { dutyPostWords as words } from '../../../locales/zh-CN/dutyPosts.ts'
import { CheckField } from '../../../ui/form/CheckField.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import type { DutyPostCase } from './dutyPostCase.ts'
import { draftOf, HolderFields, holderOf, missingOf, NO_HOLDER } from './HolderFields.tsx'

const OPERATION_OF = {
  fill: OPERATIONS.fillDutyPost,
  amend: OPERATIONS.amendHolding,
  vacate: OPERATIONS.vacateDutyPost,
  end: OPERATIONS.endDutyPost,
  'take-over': OPERATIONS.takeOverDutyPost,
  'take-back': OPERATIONS.takeBackDutyPostStep,
} as const satisfies Record<DutyPostAction, unknown>

/** What each step asks for, besides its holder. */
const DAYS: Partial<Readonly<Record<DutyPostAction, { readonly label: string; readonly name: string }>>> = {
  fill: { label: words.appointedOn, name: 'holder/from' },
  vacate: { label: words.lastDay, name: 'on' },
  end: { label: words.lastDayOfPost, name: 'on' },
  'take-over': { label: words.takeOverFrom, name: 'from' },
}

interface DutyPostDialogProps {
  readonly action: DutyPostAction
  readonly found: DutyPostCase
  readonly loadNewest: () => void
  readonly onClose: () => void
  readonly onDone: () => void
}

/** One step of a post: what it does is said first, and it asks for no more than the step needs. */
export function DutyPostDialog({ action, found, loadNewest, onClose, onDone }: DutyPostDialogProps) {
  const { state, version, successors } = found
  const current = state.status === 'filled' ? state.holdings.at(-1) : undefined
  const [holder, setHolder] = useState(() =>
    action === 'amend' && current !== undefined ? draftOf(current) : NO_HOLDER,
  )
  const [day, setDay] = useState(() => beijingDay(new Date().toISOString()))
  const [text, setText] = useState('')
  const [unitId, setUnitId] = useState(successors.length === 1 ? (successors[0]?.id ?? '') : '')
  const [keepsHolder, setKeepsHolder] = useState(state.holdings.at(-1)?.left?.by === 'ended')
  const send = useCommand(OPERATION_OF[action] as (typeof OPERATIONS)['vacateDutyPost'])
  const asksHolder = action === 'fill' || action === 'amend'
  const isTakeOver = action === 'take-over'
  const label = action === 'fill' ? words.leftReason : isTakeOver ? words.basis : words.reason
  const asksText = action === 'fill' ? current !== undefined : action !== 'amend'
  const asksDay = DAYS[action]
  const body = (): Readonly<Record<string, unknown>> => {
    const content = holderOf(state.kind, holder)
    switch (action) {
      case 'fill':
        return { holder: { ...content, from: day }, ...(current === undefined ? {} : { reason: text }) }
      case 'amend': {
        const kept = current?.membershipId
        return { holder: { ...content, ...(kept === undefined ? {} : { membershipId: kept }) } }
      }
      case 'take-over':
        return { unitId, from: day, basis: text, keepsHolder }
      case 'take-back':
        return { reason: text }
      case 'vacate':
      case 'end':
        return { on: day, reason: text }
    }
  }
  return (
    <CommandDialog
      title={words.verbs[action]}
      onClose={onClose}
      danger={action === 'end' || action === 'take-back'}
      keepsMaterial
      command={send}
      loadNewest={loadNewest}
      input={() => ({ params: { postId: state.id }, ifMatch: version, body: body() }) as never}
      onDone={onDone}
      missing={[
        ...(asksHolder ? missingOf(state.kind, holder) : []),
        asksDay !== undefined && day === '' ? asksDay.label : undefined,
        asksText && text.trim().length < 2 ? label : undefined,
        isTakeOver && unitId === '' ? words.takeOverUnit : undefined,
      ]}
    >
      <p>{words.texts[action]}</p>
      {asksHolder && <HolderFields kind={state.kind} value={holder} onChange={setHolder} />}
      {isTakeOver && (
        <ChoiceField
          label={words.takeOverUnit}
          name="unitId"
          value={unitId}
          placeholder={words.takeOverUnit}
          choices={successors.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setUnitId}
        />
      )}
      {asksDay !== undefined && <DateField label={asksDay.label} name={asksDay.name} value={day} onChange={setDay} />}
      {asksText && (
        <TextField
          label={label}
          name={isTakeOver ? 'basis' : 'reason'}
          value={text}
          most={isTakeOver ? 80 : 200}
          onChange={setText}
        />
      )}
      {isTakeOver && state.holdings.at(-1)?.left?.by === 'ended' && (
        <CheckField checked={keepsHolder} onChange={setKeepsHolder}>
          {words.keepsHolder}
        </CheckField>
      )}
    </CommandDialog>
  )
}
