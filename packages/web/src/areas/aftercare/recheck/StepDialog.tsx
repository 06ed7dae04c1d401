import type { RecheckAction, RecheckProposal, RevocationGround } from '@anjie/contracts/vocabulary/aftercare/recheck'
import { GROUND_NAMES, GROUND_SOURCES } from '@anjie/domain/aftercare/grounds'
import { RECHECK_PROPOSAL_NAMES } from '@anjie/domain/aftercare/recheckTransitions'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { recheckWords as words } from '../../../locales/zh-CN/aftercare.ts'
import { CheckField } from '../../../ui/form/CheckField.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PickerField } from '../../../ui/picker/PickerField.tsx'
import { bodyOf, missingIn, operationOf, type Typed } from './stepBody.ts'

export type RecheckCase = Answer<(typeof OPERATIONS)['getRecheck']>

const PROPOSALS = (Object.entries(RECHECK_PROPOSAL_NAMES) as [RecheckProposal, string][]).map(([value, label]) => ({
  value,
  label,
}))
const GROUNDS = Object.keys(GROUND_SOURCES) as readonly RevocationGround[]

interface StepDialogProps {
  readonly action: RecheckAction
  readonly found: RecheckCase
  readonly loadNewest: () => void
  readonly onClose: () => void
  readonly onDone: () => void
}

/** One step of a case: what it does is said first, and it asks for no more than the step needs. */
export function StepDialog({ action, found, loadNewest, onClose, onDone }: StepDialogProps) {
  const { state, version } = found
  const [typed, setTyped] = useState<Typed>({
    text: '',
    reason: '',
    proposes: '',
    until: '',
    mendBy: '',
    demands: '',
    grounds: [],
    facts: '',
    documentNumber: '',
    on: '',
    unitId: found.successors[0]?.id ?? '',
    successors: (state.successors ?? []).join('、'),
  })
  const set = (more: Partial<Typed>) => setTyped((before) => ({ ...before, ...more }))
  const send = useCommand(operationOf(action))
  const asks = (...actions: readonly RecheckAction[]): boolean => actions.includes(action)
  const isText = asks('report', 'check', 'report-mended', 'answer', 'appeal')
  return (
    <CommandDialog
      title={words.verbs[action]}
      onClose={onClose}
      keepsMaterial
      danger={asks('revoke', 'propose-revocation', 'end')}
      missing={missingIn(action, typed)}
      loadNewest={loadNewest}
      command={send}
      input={() => ({ params: { recheckId: state.id }, ifMatch: version, body: bodyOf(action, typed) }) as never}
      onDone={onDone}
    >
      <p>{words.texts[action]}</p>
      {asks('check') && (
        <ChoiceField
          label={words.proposes}
          name="proposes"
          value={typed.proposes}
          choices={PROPOSALS}
          onChange={(proposes) => set({ proposes })}
        />
      )}
      {asks('propose-revocation') && (
        <>
          <p className="quiet">{words.groundsHint}</p>
          {GROUNDS.map((ground) => (
            <CheckField
              key={ground}
              checked={typed.grounds.includes(ground)}
              onChange={(isOn) =>
                set({
                  grounds: isOn ? [...typed.grounds, ground] : typed.grounds.filter((each) => each !== ground),
                })
              }
            >
              {`${GROUND_NAMES[ground]}（${GROUND_SOURCES[ground]}）`}
            </CheckField>
          ))}
          <TextField
            label={words.factsOf}
            name="facts"
            value={typed.facts}
            rows={4}
            most={2000}
            onChange={(facts) => set({ facts })}
          />
        </>
      )}
      {asks('warn') && (
        <>
          <TextField
            label={words.demands}
            name="demands"
            value={typed.demands}
            rows={4}
            most={1000}
            onChange={(demands) => set({ demands })}
          />
          <DateField label={words.mendBy} name="mendBy" value={typed.mendBy} onChange={(mendBy) => set({ mendBy })} />
        </>
      )}
      {asks('revoke') && (
        <>
          <TextField
            label={words.documentNumber}
            name="documentNumber"
            value={typed.documentNumber}
            hint={words.documentHint}
            onChange={(documentNumber) => set({ documentNumber })}
          />
          <DateField label={words.on} name="on" value={typed.on} onChange={(on) => set({ on })} />
        </>
      )}
      {asks('confirm-anew') && (
        <SuccessorField found={found} value={typed.unitId} onChange={(unitId) => set({ unitId })} />
      )}
      {asks('end') && (
        <TextField
          label={words.successors}
          name="successors"
          value={typed.successors}
          hint={words.successorsHint}
          onChange={(successors) => set({ successors })}
        />
      )}
      {isText ? (
        <TextField
          label={words.text[action as keyof typeof words.text]}
          name="text"
          value={typed.text}
          rows={5}
          most={action === 'check' ? 500 : 2000}
          onChange={(text) => set({ text })}
        />
      ) : (
        !asks('warn', 'propose-revocation') && (
          <TextField
            label={words.reason}
            name="reason"
            value={typed.reason}
            rows={3}
            most={500}
            onChange={(reason) => set({ reason })}
          />
        )
      )}
      {asks('return') && (
        <DateField label={words.until} name="until" value={typed.until} onChange={(until) => set({ until })} />
      )}
    </CommandDialog>
  )
}

/** 承继单位: those that the register names; a county chooses among all of its units. */
function SuccessorField({
  found,
  value,
  onChange,
}: {
  found: RecheckCase
  value: string
  onChange: (value: string) => void
}) {
  const me = useMe()
  const ofCounty = me.jurisdiction.level === 'county' && mayCall(me.roles, OPERATIONS.listUnits)
  const units = useRead(OPERATIONS.listUnits, { query: {} }, { enabled: ofCounty })
  const options = ofCounty
    ? (units.data?.units ?? [])
        .filter(({ validTo }) => validTo === undefined)
        .map(({ id, name, parentName }) => ({ value: id as string, label: `${parentName ?? ''} ${name}`.trim() }))
    : found.successors.map(({ id, name }) => ({ value: id as string, label: name }))
  return <PickerField label={words.chooseSuccessor} name="unitId" value={value} options={options} onChange={onChange} />
}
