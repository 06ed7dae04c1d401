import { SubjectCode } from '@anjie/contracts/vocabulary/ids'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { cycleWords as words } from '../../../locales/zh-CN/cycles.ts'
import { Button } from '../../../ui/Button.tsx'
import { Choice } from '../../../ui/form/Choice.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PickerField } from '../../../ui/picker/PickerField.tsx'
import { tellDone } from '../../../ui/told.ts'

interface Props {
  readonly found: Answer<(typeof OPERATIONS)['getCycle']>
  readonly onClose: () => void
  readonly loadNewest: () => void
}

type Listed = { readonly code: SubjectCode; readonly name: string; readonly group?: string }

/** 调整考评对象: one unit after the other is put on a list, which is then decided as a whole with one reason. */
export function SubjectsDialog({ found, onClose, loadNewest }: Props) {
  const { state, version } = found
  const [add, setAdd] = useState<readonly Listed[]>([])
  const [remove, setRemove] = useState<readonly Listed[]>([])
  const [reason, setReason] = useState('')
  const change = useCommand(OPERATIONS.changeCycleSubjects)
  const candidates = useRead(OPERATIONS.listCandidates, { query: { subjectKind: state.subjectKind } })
  const scheme = useRead(OPERATIONS.getScheme, { params: { schemeId: state.schemeId } })
  const groups = scheme.data?.state.scheme.groups ?? []
  const groupName = (code: string | undefined) => groups.find((group) => group.code === code)?.name ?? ''
  const there = new Set<string>(state.subjects.map(({ code }) => code))
  const listed = new Set<string>([...add, ...remove].map(({ code }) => code))
  const outside = (candidates.data?.candidates ?? []).filter(({ code }) => !there.has(code) && !listed.has(code))
  return (
    <CommandDialog
      title={words.changeTitle}
      onClose={onClose}
      missing={[
        listed.size === 0 ? words.changeNeeded : undefined,
        reason.trim().length < 2 ? commonWords.reasonNeeded : undefined,
      ]}
      loadNewest={loadNewest}
      command={change}
      input={() => {
        const body = {
          add: add.map(({ code, group = '' }) => ({ code, group })),
          remove: remove.map(({ code }) => code),
          reason: reason.trim(),
        }
        return { params: { cycleId: state.id }, ifMatch: version, body }
      }}
      onDone={() => {
        tellDone(commonWords.done(words.changeTitle))
        onClose()
      }}
    >
      <p>{words.changeText}</p>
      <UnitChoice
        label={words.toAdd}
        units={outside.map(({ code, name, cityName }) => ({ code, name, place: cityName }))}
        groups={groups}
        onChosen={(unit) => setAdd([...add, unit])}
      />
      <UnitChoice
        label={words.toRemove}
        units={state.subjects
          .filter(({ code }) => !listed.has(code))
          .map(({ code, name, group }) => ({ code, name, place: groupName(group) }))}
        onChosen={(unit) => setRemove([...remove, unit])}
      />
      {listed.size > 0 && (
        <ul aria-label={words.changes}>
          {add.map((unit) => (
            <li key={unit.code}>
              {words.toAdd} {unit.name}（{groupName(unit.group)}）{' '}
              <Button isSmall onClick={() => setAdd(add.filter(({ code }) => code !== unit.code))}>
                {words.takeOffList(unit.name)}
              </Button>
            </li>
          ))}
          {remove.map((unit) => (
            <li key={unit.code}>
              {words.toRemove} {unit.name}{' '}
              <Button isSmall onClick={() => setRemove(remove.filter(({ code }) => code !== unit.code))}>
                {words.takeOffList(unit.name)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <TextField label={words.changeReason} value={reason} rows={2} most={300} onChange={setReason} name="reason" />
    </CommandDialog>
  )
}

interface UnitChoiceProps {
  readonly label: string
  readonly units: readonly { readonly code: string; readonly name: string; readonly place: string }[]
  readonly groups?: readonly { readonly code: string; readonly name: string }[]
  readonly onChosen: (unit: Listed) => void
}

function UnitChoice({ label, units, groups, onChosen }: UnitChoiceProps) {
  const [code, setCode] = useState('')
  const [group, setGroup] = useState('')
  const unit = units.find((each) => each.code === code)
  const chosenGroup = group === '' ? groups?.[0]?.code : group
  return (
    <div className="row">
      <PickerField
        label={label}
        value={unit?.code ?? ''}
        options={units.map((each) => ({ value: each.code, label: each.name, detail: each.place }))}
        onChange={setCode}
      />
      {groups !== undefined && (
        <Choice
          isInline
          aria-label={`${label}${words.group}`}
          value={chosenGroup ?? ''}
          choices={groups.map((each) => ({ value: each.code, label: each.name }))}
          onChange={setGroup}
        />
      )}
      <Button
        disabled={unit === undefined || (groups !== undefined && chosenGroup === undefined)}
        onClick={() => {
          if (unit === undefined) return
          onChosen({
            code: SubjectCode.parse(unit.code),
            name: unit.name,
            ...(chosenGroup === undefined ? {} : { group: chosenGroup }),
          })
          setCode('')
        }}
      >
        {words.putOnList(label)}
      </Button>
    </div>
  )
}
