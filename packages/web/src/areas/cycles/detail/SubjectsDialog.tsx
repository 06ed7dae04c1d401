import { OPERATIONS } from '@anjie/contracts/operations/index'
import { SubjectCode } from '@anjie/contracts/vocabulary/ids'
import { App, Button } from 'antd'
import { useId, useState } from 'react'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { cycleWords as words } from '../../../locales/zh-CN/cycles.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'

interface Props {
  readonly found: Answer<(typeof OPERATIONS)['getCycle']>
  readonly onClose: () => void
  readonly loadNewest: () => void
}

type Listed = { readonly code: SubjectCode; readonly name: string; readonly group?: string }

/** 调整考评对象: one unit after the other is put on a list, which is then decided as a whole with one reason. */
export function SubjectsDialog({ found, onClose, loadNewest }: Props) {
  const { message } = App.useApp()
  const { state, version } = found
  const [add, setAdd] = useState<readonly Listed[]>([])
  const [remove, setRemove] = useState<readonly Listed[]>([])
  const [reason, setReason] = useState('')
  const change = useCommand(OPERATIONS.changeCycleSubjects)
  const error = useFieldErrors(change.problem)
  const candidates = useRead(OPERATIONS.listCandidates, { query: { subjectKind: state.subjectKind } })
  const scheme = useRead(OPERATIONS.getScheme, { params: { schemeId: state.schemeId } })
  const groups = scheme.data?.state.scheme.groups ?? []
  const groupName = (code: string | undefined) => groups.find((group) => group.code === code)?.name ?? ''
  const there = new Set<string>(state.subjects.map(({ code }) => code))
  const listed = new Set<string>([...add, ...remove].map(({ code }) => code))
  const outside = (candidates.data?.candidates ?? []).filter(({ code }) => !there.has(code) && !listed.has(code))
  return (
    <Dialog
      title={words.changeTitle}
      open
      onClose={onClose}
      waiting={change.waiting}
      problem={change.problem}
      disabled={listed.size === 0 || reason.trim().length < 2}
      onLoadNewest={() => {
        change.clear()
        loadNewest()
      }}
      onConfirm={() => {
        const body = {
          add: add.map(({ code, group = '' }) => ({ code, group })),
          remove: remove.map(({ code }) => code),
          reason: reason.trim(),
        }
        void change.run({ params: { cycleId: state.id }, ifMatch: version, body }).then((reply) => {
          if (reply === undefined) return
          void message.success(commonWords.done(words.changeTitle))
          onClose()
        })
      }}
    >
      <p>{words.changeText}</p>
      <Choice
        label={words.toAdd}
        units={outside.map(({ code, name, cityName }) => ({ code, name, place: cityName }))}
        groups={groups}
        onChosen={(unit) => setAdd([...add, unit])}
      />
      <Choice
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
              <Button size="small" onClick={() => setAdd(add.filter(({ code }) => code !== unit.code))}>
                {words.takeOffList(unit.name)}
              </Button>
            </li>
          ))}
          {remove.map((unit) => (
            <li key={unit.code}>
              {words.toRemove} {unit.name}{' '}
              <Button size="small" onClick={() => setRemove(remove.filter(({ code }) => code !== unit.code))}>
                {words.takeOffList(unit.name)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <TextField
        label={words.changeReason}
        value={reason}
        rows={2}
        most={300}
        onChange={setReason}
        error={error('reason')}
      />
    </Dialog>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly units: readonly { readonly code: string; readonly name: string; readonly place: string }[]
  readonly groups?: readonly { readonly code: string; readonly name: string }[]
  readonly onChosen: (unit: Listed) => void
}

function Choice({ label, units, groups, onChosen }: ChoiceProps) {
  const id = useId()
  const [code, setCode] = useState('')
  const [group, setGroup] = useState('')
  const unit = units.find((each) => each.code === code)
  const chosenGroup = group === '' ? groups?.[0]?.code : group
  return (
    <p className="row">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="plain" value={unit?.code ?? ''} onChange={(event) => setCode(event.target.value)}>
        <option value="">{words.chooseSubject}</option>
        {units.map((each) => (
          <option key={each.code} value={each.code}>
            {each.place === '' ? each.name : `${each.place} ${each.name}`}
          </option>
        ))}
      </select>
      {groups !== undefined && (
        <select
          className="plain"
          aria-label={`${label}${words.group}`}
          value={chosenGroup ?? ''}
          onChange={(event) => setGroup(event.target.value)}
        >
          {groups.map((each) => (
            <option key={each.code} value={each.code}>
              {each.name}
            </option>
          ))}
        </select>
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
    </p>
  )
}
