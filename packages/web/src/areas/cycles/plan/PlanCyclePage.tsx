import { OPERATIONS } from '@anjie/contracts/operations/index'
import { SUBJECT_KIND_NAMES } from '@anjie/domain/assessments/schemeWords'
import { SUBJECT_SOURCES } from '@anjie/domain/assessments/subjectSources'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { cycleWords as words } from '../../../locales/zh-CN/cycles.ts'
import { ChoiceField } from '../../../ui/ChoiceField.tsx'
import { DayField } from '../../../ui/DayField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'
import { wholeNumber } from '../../../ui/wholeNumber.ts'
import { GroupAssignment } from './GroupAssignment.tsx'

/** A cycle: which scheme, which days, which units in which group, and whose figures are added up. */
export default function PlanCyclePage() {
  const navigate = useNavigate()
  const schemes = useRead(OPERATIONS.listSchemes, {})
  const cycles = useRead(OPERATIONS.listCycles, {})
  const own = `${useMe().jurisdiction.code}.`
  const plan = useCommand(OPERATIONS.planCycle)
  const error = useFieldErrors(plan.problem)
  const usable = (schemes.data?.rows ?? []).filter(
    (row) => row.id.startsWith(own) && (row.status === 'trial' || row.status === 'in-force'),
  )
  const [chosenScheme, setScheme] = useState('')
  const schemeId = chosenScheme === '' && usable.length === 1 ? (usable[0]?.id ?? '') : chosenScheme
  const scheme = useRead(OPERATIONS.getScheme, { params: { schemeId } }, { enabled: schemeId !== '' })
  const schemeYear = scheme.data?.state.scheme.year
  const subjectKind = scheme.data?.state.scheme.subjectKind
  const candidates = useRead(
    OPERATIONS.listCandidates,
    { query: { subjectKind: subjectKind ?? 'county' } },
    { enabled: subjectKind !== undefined },
  )
  const lowerKinds: readonly string[] = (subjectKind === undefined ? null : SUBJECT_SOURCES[subjectKind])?.lower ?? []
  const lower = (cycles.data?.rows ?? []).filter(
    (row) => row.id.startsWith(own) && lowerKinds.includes(row.fields['subjectKind'] ?? 'county'),
  )
  const [chosenLower, setLower] = useState('')
  const rollUpFrom = lower.some((row) => row.id === chosenLower) ? chosenLower : ''
  const [typedYear, setYear] = useState<string | undefined>(undefined)
  const year = typedYear ?? String(schemeYear ?? new Date().getFullYear())
  const [typedName, setName] = useState<string | undefined>(undefined)
  const kindName = subjectKind === undefined ? words.subject : SUBJECT_KIND_NAMES[subjectKind]
  const name = typedName ?? words.defaultName(year, subjectKind === undefined ? '' : kindName)
  const [typedFrom, setFrom] = useState<string | undefined>(undefined)
  const [typedTo, setTo] = useState<string | undefined>(undefined)
  const dataFrom = typedFrom ?? `${year}-01-01`
  const dataTo = typedTo ?? `${year}-12-31`
  const [dueOn, setDueOn] = useState('')
  const [groups, setGroups] = useState<ReadonlyMap<string, string>>(new Map())
  const known = new Set((scheme.data?.state.scheme.groups ?? []).map((group) => group.code))
  const subjects = (candidates.data?.candidates ?? []).flatMap(({ code }) => {
    const group = groups.get(code)
    return group !== undefined && known.has(group) ? [{ code, group }] : []
  })
  const readProblem = schemes.error ?? scheme.error ?? cycles.error

  return (
    <>
      <PageHead title={words.newTitle} back={{ to: '/cycles', label: words.back }} />
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void plan
            .run({
              body: {
                name,
                year: wholeNumber(year) ?? 0,
                schemeId,
                dataFrom,
                dataTo,
                dueOn,
                subjects,
                ...(rollUpFrom === '' ? {} : { rollUpFrom }),
              },
            })
            .then((reply) => {
              if (reply !== undefined) void navigate(`/cycles/${reply.id}`)
            })
        }}
      >
        {readProblem !== null && <ProblemNotice problem={readProblem} />}
        <div className="panel">
          <div className="rule-form">
            <ChoiceField
              label={words.scheme}
              value={schemeId}
              placeholder={schemes.data !== undefined && usable.length === 0 ? words.noScheme : ''}
              hint={words.schemeHint}
              choices={usable.map((row) => ({ value: row.id, label: `${row.title}（${row.statusName}）` }))}
              onChange={setScheme}
              error={error('schemeId')}
            />
            <TextField label={words.year} value={year} onChange={setYear} error={error('year')} />
            <TextField label={words.name} value={name} onChange={setName} most={80} error={error('name')} />
            <DayField label={words.dataFrom} value={dataFrom} onChange={setFrom} error={error('dataFrom')} />
            <DayField label={words.dataTo} value={dataTo} onChange={setTo} error={error('dataTo')} />
            <DayField label={words.dueOn} value={dueOn} onChange={setDueOn} error={error('dueOn')} />
            {lower.length > 0 && (
              <ChoiceField
                label={words.rollUpFrom}
                value={rollUpFrom}
                placeholder={words.noRollUp}
                hint={words.rollUpHint}
                choices={lower.map((row) => ({ value: row.id, label: `${row.title}（${row.statusName}）` }))}
                onChange={setLower}
                error={error('rollUpFrom')}
              />
            )}
          </div>
        </div>
        <section className="panel">
          <h2>{words.subjects}</h2>
          {schemeId === '' ? (
            <p className="quiet">{words.schemeFirst}</p>
          ) : (
            <ReadState read={candidates}>
              {(data) =>
                data.candidates.length === 0 ? (
                  <p className="empty">{words.noCandidates(kindName)}</p>
                ) : (
                  <GroupAssignment
                    candidates={data.candidates}
                    kindName={kindName}
                    groups={scheme.data?.state.scheme.groups ?? []}
                    assigned={groups}
                    onAssign={setGroups}
                  />
                )
              }
            </ReadState>
          )}
          {error('subjects') !== undefined && <p className="field-error">{error('subjects')}</p>}
        </section>
        {plan.problem !== undefined && <ProblemNotice problem={plan.problem} />}
        <div className="actions">
          <div className="action">
            <Button
              type="primary"
              htmlType="submit"
              disabled={schemeId === '' || dueOn === '' || subjects.length === 0}
              loading={plan.waiting}
            >
              {words.create}
            </Button>
            {subjects.length === 0 && <span className="why">{words.chooseSome(kindName)}</span>}
          </div>
        </div>
      </form>
    </>
  )
}
