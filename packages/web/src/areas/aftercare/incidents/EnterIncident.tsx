import { ENTERED_INCIDENTS, type EnteredIncident } from '@anjie/contracts/vocabulary/aftercare/incident'
import { INCIDENT_NAMES } from '@anjie/domain/aftercare/grounds'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { incidentWords as words } from '../../../locales/zh-CN/aftercare.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PickerField } from '../../../ui/picker/PickerField.tsx'
import { tellDone } from '../../../ui/told.ts'

const KINDS = ENTERED_INCIDENTS.map((value) => ({ value, label: INCIDENT_NAMES[value] }))

/** 登记情形 of one unit, or of one that a county chooses; the clock opens the re-checks. */
export function EnterIncident({ unitId: given, onClose }: { unitId?: string; onClose: () => void }) {
  const [chosen, setChosen] = useState('')
  const [kind, setKind] = useState<EnteredIncident | ''>('')
  const [on, setOn] = useState('')
  const [source, setSource] = useState('')
  const [cause, setCause] = useState('')
  const units = useRead(OPERATIONS.listUnits, { query: {} }, { enabled: given === undefined })
  const unitId = given ?? chosen
  const known = useRead(OPERATIONS.getIncidents, { params: { unitId } }, { enabled: unitId !== '' })
  const enter = useCommand(OPERATIONS.enterIncident)
  const version = known.data?.version
  return (
    <CommandDialog
      title={words.enterTitle}
      onClose={onClose}
      missing={[
        unitId === '' || version === undefined ? words.unit : undefined,
        kind === '' ? words.kind : undefined,
        on === '' ? words.on : undefined,
        source.trim().length < 2 ? words.source : undefined,
        cause.trim().length < 2 ? words.cause : undefined,
      ]}
      loadNewest={() => void known.refetch()}
      command={enter}
      input={() => {
        if (version === undefined || kind === '') return undefined
        return { params: { unitId }, ifMatch: version, body: { kind, on, source, cause } }
      }}
      onDone={() => {
        tellDone(commonWords.done(words.enter))
        onClose()
      }}
    >
      <p className="quiet">{words.enterText}</p>
      {given === undefined && (
        <PickerField
          label={words.unit}
          value={chosen}
          options={(units.data?.units ?? []).map(({ id, name, parentName }) => ({
            value: id as string,
            label: `${parentName ?? ''} ${name}`.trim(),
          }))}
          onChange={setChosen}
        />
      )}
      <ChoiceField
        label={words.kind}
        name="kind"
        value={kind}
        choices={KINDS}
        onChange={(value) => setKind(ENTERED_INCIDENTS.find((each) => each === value) ?? '')}
      />
      <DateField label={words.on} name="on" value={on} onChange={setOn} />
      <TextField label={words.source} name="source" value={source} hint={words.sourceHint} onChange={setSource} />
      <TextField label={words.cause} name="cause" value={cause} rows={2} most={200} onChange={setCause} />
    </CommandDialog>
  )
}
