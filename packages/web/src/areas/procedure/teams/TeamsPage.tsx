import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { teamsWords as words } from '../../../locales/zh-CN/procedure.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { SeveralField } from '../../../ui/picker/SeveralField.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { tellDone } from '../../../ui/told.ts'
import '../../../ui/form/criterion.css'

type Teams = Answer<(typeof OPERATIONS)['getFieldTeams']>

interface TypedTeam {
  readonly key: number
  readonly name: string
  readonly on: string
  readonly members: readonly string[]
  readonly subjects: readonly string[]
}

/** 组建考评组: people, day and whom each visits. */
export default function TeamsPage() {
  const { cycleId = '' } = useParams()
  const teams = useRead(OPERATIONS.getFieldTeams, { params: { cycleId } })
  return (
    <ReadState read={teams}>
      {(found) => (
        <>
          <PageHead
            title={words.title}
            sub={found.cycle.name}
            back={{ to: `/cycles/${cycleId}/procedure`, label: words.back }}
          />
          <TeamsForm key={found.version} cycleId={cycleId} found={found} />
        </>
      )}
    </ReadState>
  )
}

/** A team is kept by persons; the posts by which they are chosen are found by name and post again. */
const typedTeams = ({ teams, people }: Teams): readonly TypedTeam[] =>
  teams.map(({ name, on, members, subjects }, key) => ({
    key,
    name,
    on,
    members: members.flatMap(
      (member) =>
        people.find(({ personName, post }) => personName === member.personName && post === member.post)?.id ?? [],
    ),
    subjects: subjects.map(({ code }) => code),
  }))

function TeamsForm({ cycleId, found }: { cycleId: string; found: Teams }) {
  const navigate = useNavigate()
  const [teams, setTeams] = useState(() => typedTeams(found))
  const assemble = useCommand(OPERATIONS.assembleTeams)
  const change = (key: number, more: Partial<TypedTeam>) =>
    setTeams((before) => before.map((each) => (each.key === key ? { ...each, ...more } : each)))
  const visited = new Set(teams.flatMap(({ subjects }) => subjects))
  const may = found.assemble.allowed
  return (
    <Form
      className="panel stack"
      problem={assemble.problem}
      onSubmit={() => {
        const body = { teams: teams.map(({ key: _key, ...team }) => team) }
        void assemble.run({ params: { cycleId }, ifMatch: found.version, body } as never).then((reply) => {
          if (reply === undefined) return
          tellDone(words.saved)
          void navigate(`/cycles/${cycleId}/procedure`)
        })
      }}
    >
      <p className="quiet">{may ? words.hint : found.assemble.reason}</p>
      {teams.map(({ key, name, on, members, subjects }, index) => (
        <fieldset key={key} className="criterion">
          <legend>{words.team(index + 1)}</legend>
          <TextField
            label={words.name}
            name={`teams/${index}/name`}
            value={name}
            most={30}
            onChange={(value) => change(key, { name: value })}
          />
          <DateField
            label={words.on}
            name={`teams/${index}/on`}
            value={on}
            onChange={(value) => change(key, { on: value })}
          />
          <SeveralField
            label={words.members}
            name={`teams/${index}/members`}
            values={members}
            choices={found.people.map(({ id, personName, post }) => ({ value: id, label: `${personName}（${post}）` }))}
            onChange={(value) => change(key, { members: value })}
          />
          <SeveralField
            label={words.subjects}
            name={`teams/${index}/subjects`}
            values={subjects}
            choices={found.subjects
              .filter(({ code }) => subjects.includes(code) || !visited.has(code))
              .map(({ code, name: label }) => ({ value: code, label }))}
            onChange={(value) => change(key, { subjects: value })}
          />
          <span className="row">
            <Button isSmall onClick={() => setTeams((before) => before.filter((each) => each.key !== key))}>
              {words.remove}
            </Button>
          </span>
        </fieldset>
      ))}
      <span className="row">
        <Button
          onClick={() =>
            setTeams((before) => {
              const key = (before.at(-1)?.key ?? -1) + 1
              return [...before, { key, name: words.team(key + 1), on: '', members: [], subjects: [] }]
            })
          }
        >
          {words.add}
        </Button>
      </span>
      <span className="row end">
        <Button isMain submits disabled={!may} waiting={assemble.waiting}>
          {words.save}
        </Button>
      </span>
    </Form>
  )
}
