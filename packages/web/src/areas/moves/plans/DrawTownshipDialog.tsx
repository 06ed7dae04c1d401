import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { moveWords as words } from '../../../locales/zh-CN/moves.ts'
import { type Approval, ApprovalFields, isApproved } from '../../../ui/ApprovalFields.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'

/** 拟定 of a township that is merged into another of the county. */
export function DrawTownshipDialog({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate()
  const units = useRead(OPERATIONS.listUnits, { query: { kind: 'township' } })
  const [from, setFrom] = useState('')
  const [into, setInto] = useState('')
  const [approval, setApproval] = useState<Approval>(() => ({
    on: beijingDay(new Date().toISOString()),
    approvalReference: '',
  }))
  const draw = useCommand(OPERATIONS.drawMovePlan)
  const error = useFieldErrors(draw.problem)
  const choices = (units.data?.units ?? [])
    .filter(({ validTo }) => validTo === undefined)
    .map(({ id, name }) => ({ value: id as string, label: name }))
  return (
    <CommandDialog
      title={words.drawTitle}
      onClose={onClose}
      missing={[
        from === '' ? words.from : undefined,
        into === '' ? words.into : undefined,
        isApproved(approval) ? undefined : words.reference,
      ]}
      command={draw}
      input={() => ({ body: { kind: 'township' as const, from, into, ...approval } })}
      onDone={(reply) => void navigate(`/move-plans/${reply.id}`)}
    >
      <p className="quiet">{words.drawTownshipText}</p>
      <ChoiceField
        label={words.from}
        name="from"
        value={from}
        placeholder={words.choose}
        choices={choices}
        onChange={setFrom}
        error={error('from')}
      />
      <ChoiceField
        label={words.into}
        name="into"
        value={into}
        placeholder={words.choose}
        choices={choices.filter(({ value }) => value !== from)}
        onChange={setInto}
        error={error('into')}
      />
      <ApprovalFields value={approval} example={words.approvalHint} onChange={setApproval} error={error} />
    </CommandDialog>
  )
}
