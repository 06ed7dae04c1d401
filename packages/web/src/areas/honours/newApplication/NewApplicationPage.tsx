import { askedCriteria } from '@anjie/domain/honours/askedCriteria'
import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { roundWords, applicationWords as words } from '../../../locales/zh-CN/honours.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { PickerField } from '../../../ui/picker/PickerField.tsx'

/** Choose a round that is open and a village; everything else is filled on the application's own page. */
export default function NewApplicationPage() {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const rounds = useRead(OPERATIONS.listRounds, {})
  const types = useRead(OPERATIONS.listHonourTypes, {})
  const units = useRead(OPERATIONS.listUnits, { query: {} })
  const draft = useCommand(OPERATIONS.draftApplication)
  const [chosenRound, setRound] = useState(search.get('round') ?? '')
  const [unit, setUnit] = useState(search.get('unit') ?? '')

  const today = beijingDay(new Date().toISOString())
  const openRounds = (rounds.data?.rows ?? []).filter(
    (row) => row.fields.opensOn <= today && today <= row.fields.closesOn,
  )
  const only = openRounds.length === 1 ? openRounds[0]?.id : undefined
  const round = openRounds.some((row) => row.id === chosenRound) ? chosenRound : (only ?? '')
  const honour = openRounds.find((row) => row.id === round)?.fields.honour
  const type = types.data?.types.find((each) => each.code === honour)
  const fitting = (units.data?.units ?? []).filter(
    (each) =>
      type === undefined ||
      (type.unitKinds.includes(each.kind) && (each.validTo === undefined || each.validTo >= today)),
  )
  const options = fitting.map(({ id, name, parentName }) => ({
    value: id,
    label: name,
    ...(parentName === undefined ? {} : { detail: parentName }),
  }))
  const problem = draft.problem ?? rounds.error ?? types.error ?? units.error ?? undefined

  return (
    <>
      <PageHead title={words.newTitle} back={{ to: '/applications', label: words.back }} />
      <Form
        className="panel stack"
        problem={draft.problem}
        isNarrow
        onSubmit={() => {
          void draft.run({ body: { roundId: round, unitId: unit } }).then((reply) => {
            if (reply !== undefined) void navigate(`/applications/${reply.id}`)
          })
        }}
      >
        <ChoiceField
          label={words.round}
          value={round}
          placeholder={rounds.data !== undefined && openRounds.length === 0 ? words.noRound : words.roundHint}
          choices={openRounds.map((row) => ({ value: row.id, label: row.title }))}
          onChange={setRound}
          name="roundId"
        />
        <PickerField
          label={words.unit}
          value={unit}
          hint={units.data !== undefined && fitting.length === 0 ? words.noUnit : words.unitHint}
          options={options}
          isAsking={units.data === undefined}
          onChange={setUnit}
          name="unitId"
        />
        {type !== undefined && (
          <section>
            <h3>{roundWords.criteria}</h3>
            <ol>
              {askedCriteria(type).map((criterion) => (
                <li key={criterion.code}>
                  {criterion.name}：{criterion.clause}
                </li>
              ))}
            </ol>
          </section>
        )}
        {problem !== undefined && <ProblemNotice problem={problem} />}
        <div className="row">
          <Button isMain submits disabled={round === '' || unit === ''} waiting={draft.waiting}>
            {words.draft}
          </Button>
        </div>
      </Form>
    </>
  )
}
