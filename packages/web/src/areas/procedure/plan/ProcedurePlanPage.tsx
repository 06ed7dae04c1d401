import { PROCEDURE_STEPS, type ProcedureStep } from '@anjie/contracts/vocabulary/procedure/procedureStep'
import { PROCEDURE_STEP_NAMES } from '@anjie/domain/procedure/procedureNames'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { procedurePlanWords as words } from '../../../locales/zh-CN/procedure.ts'
import { Button } from '../../../ui/Button.tsx'
import { CheckField } from '../../../ui/form/CheckField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { SeveralField } from '../../../ui/picker/SeveralField.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { tellDone } from '../../../ui/told.ts'
import type { ProcedurePlan } from './procedurePlan.ts'
import { type ChosenItems, itemsByScheme, ScorersFields } from './ScorersFields.tsx'
import '../../../ui/form/criterion.css'

/** 安排考评程序: which steps are on, until when, and which departments score and are asked. */
export default function ProcedurePlanPage() {
  const { cycleId = '' } = useParams()
  const plan = useRead(OPERATIONS.getProcedurePlan, { params: { cycleId } })
  return (
    <ReadState read={plan}>
      {(found) => (
        <>
          <PageHead
            title={words.title}
            sub={found.cycle.name}
            back={{ to: `/cycles/${cycleId}/procedure`, label: words.back }}
          />
          <PlanForm key={found.version} cycleId={cycleId} found={found} />
        </>
      )}
    </ReadState>
  )
}

function PlanForm({ cycleId, found }: { cycleId: string; found: ProcedurePlan }) {
  const navigate = useNavigate()
  const [days, setDays] = useState<Partial<Record<ProcedureStep, string>>>(
    Object.fromEntries(found.cycle.steps.map(({ step, dueOn }) => [step, dueOn])),
  )
  const [chosen, setChosen] = useState<ChosenItems>(
    found.scorers.length === 0
      ? itemsByScheme(found)
      : new Map(found.scorers.map(({ unitId, items }) => [unitId, items])),
  )
  const [consulted, setConsulted] = useState<readonly string[]>(found.consulted.map(({ unitId }) => unitId))
  const [question, setQuestion] = useState(found.question)
  const plan = useCommand(OPERATIONS.planProcedure)
  const isOn = (step: ProcedureStep): boolean => days[step] !== undefined
  const ofCounty = found.departments.length > 0
  const may = found.plan.allowed
  const body = () => ({
    steps: PROCEDURE_STEPS.filter(isOn).map((step) => ({ step, dueOn: days[step] ?? '' })),
    scorers: isOn('department-scores')
      ? [...chosen].filter(([, items]) => items.length > 0).map(([unitId, items]) => ({ unitId, items }))
      : [],
    consulted: isOn('consultation') ? consulted : [],
    ...(isOn('consultation') ? { question } : {}),
  })
  return (
    <Form
      className="panel stack"
      problem={plan.problem}
      onSubmit={() => {
        void plan.run({ params: { cycleId }, ifMatch: found.version, body: body() } as never).then((reply) => {
          if (reply === undefined) return
          tellDone(words.saved)
          void navigate(`/cycles/${cycleId}/procedure`)
        })
      }}
    >
      <p className="quiet">{may ? words.hint : found.plan.reason}</p>
      {PROCEDURE_STEPS.filter((step) => ofCounty || (step !== 'department-scores' && step !== 'consultation')).map(
        (step) => (
          <fieldset key={step} className="criterion">
            <legend>{PROCEDURE_STEP_NAMES[step]}</legend>
            <CheckField
              checked={isOn(step)}
              onChange={(checked) => setDays(({ [step]: _off, ...rest }) => (checked ? { ...rest, [step]: '' } : rest))}
            >
              {words.on}
            </CheckField>
            {isOn(step) && (
              <DateField
                label={words.dueOn(PROCEDURE_STEP_NAMES[step])}
                value={days[step] ?? ''}
                onChange={(day) => setDays((before) => ({ ...before, [step]: day }))}
              />
            )}
            {step === 'department-scores' && isOn(step) && (
              <ScorersFields found={found} chosen={chosen} onChange={setChosen} />
            )}
            {step === 'consultation' && isOn(step) && (
              <>
                <SeveralField
                  label={words.consulted}
                  name="consulted"
                  values={consulted}
                  choices={found.departments.map(({ id, name }) => ({ value: id, label: name }))}
                  onChange={setConsulted}
                />
                <TextField
                  label={words.question}
                  name="question"
                  value={question}
                  rows={2}
                  most={500}
                  onChange={setQuestion}
                />
              </>
            )}
          </fieldset>
        ),
      )}
      {!ofCounty && <p className="quiet">{words.noDepartments}</p>}
      <span className="row end">
        <Button isMain submits disabled={!may || Object.values(days).includes('')} waiting={plan.waiting}>
          {words.save}
        </Button>
      </span>
    </Form>
  )
}
