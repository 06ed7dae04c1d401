import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { unitWords as words } from '../../../locales/zh-CN/honours.ts'
import { type Approval, ApprovalFields, isApproved } from '../../../ui/ApprovalFields.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { tellDone } from '../../../ui/told.ts'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'
import type { Units } from './units.ts'

interface EndUnitDialogProps {
  readonly unit: Units[number]
  readonly units: Units
  readonly onClose: () => void
}

/** 撤并: the unit ends, and none, one or several stand in its place. */
export function EndUnitDialog({ unit, units, onClose }: EndUnitDialogProps) {
  const [chosen, setChosen] = useState<readonly string[]>([''])
  const [approval, setApproval] = useState<Approval>(() => ({
    on: beijingDay(new Date().toISOString()),
    approvalReference: '',
  }))
  const end = useCommand(OPERATIONS.endUnit)
  const error = useFieldErrors(end.problem)
  const successors = chosen.filter((id) => id !== '')
  const choices = units
    .filter((each) => each.id !== unit.id && each.validTo === undefined && isOfFamily(each.kind, unit.kind))
    .map((each) => ({ value: each.id, label: [each.parentName, each.name].filter(Boolean).join(' ') }))
  return (
    <CommandDialog
      title={`${unit.name} ${words.end}`}
      onClose={onClose}
      disabled={!isApproved(approval)}
      command={end}
      input={() => {
        const body = { successors, ...approval }
        return { params: { unitId: unit.id }, ifMatch: unit.version, body }
      }}
      onDone={() => {
        tellDone(words.endedOne(unit.name))
        onClose()
      }}
    >
      <p className="quiet small">{words.successorsHint}</p>
      {error('successors') !== undefined && <p className="field-error">{error('successors')}</p>}
      {chosen.map((id, index) => (
        <ChoiceField
          key={index}
          label={`${words.successors}${chosen.length > 1 ? index + 1 : ''}`}
          value={id}
          placeholder={words.noSuccessor}
          choices={choices}
          onChange={(value) => setChosen(chosen.with(index, value))}
          error={error(`successors/${successors.indexOf(id)}`)}
        />
      ))}
      <Button isSmall disabled={chosen.includes('')} onClick={() => setChosen([...chosen, ''])}>
        {words.addSuccessor}
      </Button>
      <ApprovalFields value={approval} example={words.approvalHint} onChange={setApproval} error={error} />
    </CommandDialog>
  )
}

/** A village may be taken over by a community and the other way round. */
const isOfFamily = (one: Units[number]['kind'], other: Units[number]['kind']): boolean =>
  one === other || (['village', 'community'].includes(one) && ['village', 'community'].includes(other))
