import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { unitWords as words } from '../../../locales/zh-CN/honours.ts'
import { type Approval, ApprovalFields, isApproved } from '../../../ui/ApprovalFields.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { tellDone } from '../../../ui/told.ts'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'
import { BELOW_TOWNSHIP } from './belowTownship.ts'
import { TwinQuestion } from './TwinQuestion.tsx'
import type { Units } from './units.ts'

interface ChangeUnitDialogProps {
  readonly unit: Units[number]
  readonly units: Units
  readonly onClose: () => void
}

/** 更名、改隶: the unit as it is from a day on. */
export function ChangeUnitDialog({ unit, units, onClose }: ChangeUnitDialogProps) {
  const [name, setName] = useState<string>(unit.name)
  const [parentId, setParentId] = useState<string>(unit.parentId ?? '')
  const [approval, setApproval] = useState<Approval>(() => ({
    on: beijingDay(new Date().toISOString()),
    approvalReference: '',
  }))
  const [confirmedOther, setConfirmedOther] = useState(false)
  const change = useCommand(OPERATIONS.changeUnit)
  const error = useFieldErrors(change.problem)
  const townships = units.filter((each) => each.kind === 'township' && each.validTo === undefined)
  return (
    <CommandDialog
      title={`${unit.name} ${words.change}`}
      onClose={onClose}
      disabled={name.trim() === '' || !isApproved(approval)}
      command={change}
      input={() => {
        const body = {
          name: name.trim(),
          ...approval,
          ...(parentId === '' ? {} : { parentId }),
          ...(confirmedOther ? { confirmedOther } : {}),
        }
        return { params: { unitId: unit.id }, ifMatch: unit.version, body }
      }}
      onDone={() => {
        tellDone(words.changed(name))
        onClose()
      }}
    >
      <TextField
        label={words.name}
        value={name}
        most={60}
        onChange={(value) => {
          setName(value)
          setConfirmedOther(false)
        }}
        error={error('name')}
        autoFocus
      />
      {BELOW_TOWNSHIP.includes(unit.kind) && (
        <ChoiceField
          label={words.parent}
          value={parentId}
          placeholder={words.noParent}
          choices={townships.map((each) => ({ value: each.id, label: each.name }))}
          onChange={setParentId}
          error={error('parentId')}
        />
      )}
      <ApprovalFields value={approval} example={words.approvalHint} onChange={setApproval} error={error} />
      <TwinQuestion problem={change.problem} confirmed={confirmedOther} onConfirm={setConfirmedOther} />
    </CommandDialog>
  )
}
