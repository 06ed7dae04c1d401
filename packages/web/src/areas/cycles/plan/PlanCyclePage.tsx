import { LATE_FILLING, type LateFilling } from '@anjie/contracts/vocabulary/cycles/cycle'
import { SUBJECT_KIND_NAMES } from '@anjie/contracts/vocabulary/schemes/subjectKindNames'
import { EVIDENCE_TYPES, EvidenceType } from '@anjie/contracts/vocabulary/submissions/submission'
import { SUBJECT_SOURCES } from '@anjie/domain/cycles/subjectSources'
import { useMemo } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { textMap, textOfMap, useKeptFields } from '../../../app/drafts/useKeptFields.ts'
import { useMe } from '../../../app/me.ts'
import { cycleWords as words } from '../../../locales/zh-CN/cycles.ts'
import { procedureWords } from '../../../locales/zh-CN/procedure.ts'
import { Button } from '../../../ui/Button.tsx'
import { CheckField } from '../../../ui/form/CheckField.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'
import { wholeNumber } from '../../../ui/wholeNumber.ts'
import { GroupAssignment } from './GroupAssignment.tsx'
import '../../../ui/ActionBar.css'
import '../../../ui/form/criterion.css'
import { Empty } from '../../../ui/Empty.tsx'

/** Kinds of files that a commission may take besides the usual ones. */
const WHERE_ALLOWED = EvidenceType.options.filter((type) => EVIDENCE_TYPES[type].whereAllowed)

type CycleCase = Answer<(typeof OPERATIONS)['getCycle']>

/** A cycle: which scheme, which days, which units in which group, and whose figures are added up; new, or planned and not opened yet. */
export default function PlanCyclePage() {
  const { cycleId } = useParams()
  const cycle = useRead(OPERATIONS.getCycle, { params: { cycleId: cycleId ?? '' } }, { enabled: cycleId !== undefined })
  if (cycleId === undefined) return <PlanForm />
  return <ReadState read={cycle}>{(found) => <PlanForm key={found.version} edited={found} />}</ReadState>
}

function PlanForm({ edited }: { edited?: CycleCase }) {
  const navigate = useNavigate()
  const before = edited?.state
  const schemes = useRead(OPERATIONS.listSchemes, {})
  const cycles = useRead(OPERATIONS.listCycles, {})
  const own = `${useMe().jurisdiction.code}.`
  const plan = useCommand(OPERATIONS.planCycle)
  const replan = useCommand(OPERATIONS.replanCycle)
  const used = edited === undefined ? plan : replan
  const error = useFieldErrors(used.problem)
  const usable = (schemes.data?.rows ?? []).filter(
    (row) => row.id.startsWith(own) && (row.status === 'trial' || row.status === 'in-force'),
  )
  const { fields, typed, set, offer, settle } = useKeptFields(
    edited === undefined ? 'cycle/new' : `cycle/${edited.state.id}/plan/${edited.version}`,
    {
      scheme: before?.schemeId ?? '',
      lower: before?.rollUp?.from ?? '',
      year: before === undefined ? '' : String(before.year),
      name: before?.name ?? '',
      dataFrom: before?.dataFrom ?? '',
      dataTo: before?.dataTo ?? '',
      dueOn: before?.dueOn ?? '',
      lateFilling: before?.lateFilling ?? 'marked',
      alsoAccepts: (before?.alsoAccepts ?? []).join(' '),
      groups: JSON.stringify(Object.fromEntries((before?.subjects ?? []).map(({ code, group }) => [code, group]))),
    },
  )
  const chosenScheme = fields.scheme
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
    (row) => row.id.startsWith(own) && lowerKinds.includes(row.fields.subjectKind),
  )
  const rollUpFrom = lower.some((row) => row.id === fields.lower) ? fields.lower : ''
  const year = typed.year ?? before?.year.toString() ?? String(schemeYear ?? new Date().getFullYear())
  const kindName = subjectKind === undefined ? words.subject : SUBJECT_KIND_NAMES[subjectKind]
  const name = typed.name ?? before?.name ?? words.defaultName(year, subjectKind === undefined ? '' : kindName)
  const dataFrom = typed.dataFrom ?? before?.dataFrom ?? `${year}-01-01`
  const dataTo = typed.dataTo ?? before?.dataTo ?? `${year}-12-31`
  const { dueOn } = fields
  const lateFilling: LateFilling = fields.lateFilling === 'locked' ? 'locked' : 'marked'
  const alsoAccepts = WHERE_ALLOWED.filter((type) => fields.alsoAccepts.split(' ').includes(type))
  const groups = useMemo(() => textMap(fields.groups), [fields.groups])
  const known = new Set((scheme.data?.state.scheme.groups ?? []).map((group) => group.code))
  const subjects = (candidates.data?.candidates ?? []).flatMap(({ code }) => {
    const group = groups.get(code)
    return group !== undefined && known.has(group) ? [{ code, group }] : []
  })
  const readProblem = schemes.error ?? scheme.error ?? cycles.error

  return (
    <>
      <PageHead
        title={edited === undefined ? words.newTitle : words.editTitle}
        back={
          before === undefined
            ? { to: '/cycles', label: words.back }
            : { to: `/cycles/${before.id}`, label: before.name }
        }
      >
        {before !== undefined && (
          <Link className="button" to={`/cycles/${before.id}/procedure/plan`}>
            {procedureWords.toPlan}
          </Link>
        )}
      </PageHead>
      <Form
        problem={used.problem}
        onSubmit={() => {
          const body = {
            name,
            year: wholeNumber(year) ?? 0,
            schemeId,
            dataFrom,
            dataTo,
            dueOn,
            subjects,
            lateFilling,
            ...(alsoAccepts.length === 0 ? {} : { alsoAccepts }),
            ...(rollUpFrom === '' ? {} : { rollUpFrom }),
          }
          void (
            edited === undefined
              ? plan.run({ body })
              : replan.run({ params: { cycleId: edited.state.id }, ifMatch: edited.version, body })
          ).then((reply) => {
            if (reply === undefined) return
            settle()
            void navigate(`/cycles/${reply.id}`)
          })
        }}
      >
        {offer}
        {readProblem !== null && <ProblemNotice problem={readProblem} />}
        <div className="panel">
          <div className="rule-form">
            <ChoiceField
              label={words.scheme}
              value={schemeId}
              placeholder={schemes.data !== undefined && usable.length === 0 ? words.noScheme : ''}
              hint={words.schemeHint}
              choices={usable.map((row) => ({ value: row.id, label: `${row.title}（${row.statusName}）` }))}
              onChange={(scheme) => set({ scheme })}
              name="schemeId"
            />
            <TextField label={words.year} value={year} onChange={(year) => set({ year })} name="year" />
            <TextField label={words.name} value={name} onChange={(name) => set({ name })} most={80} name="name" />
            <DateField
              label={words.dataFrom}
              value={dataFrom}
              onChange={(dataFrom) => set({ dataFrom })}
              name="dataFrom"
            />
            <DateField label={words.dataTo} value={dataTo} onChange={(dataTo) => set({ dataTo })} name="dataTo" />
            <DateField label={words.dueOn} value={dueOn} onChange={(dueOn) => set({ dueOn })} name="dueOn" />
            <ChoiceField
              label={words.lateFilling}
              value={lateFilling}
              hint={words.lateFillingHint}
              choices={LATE_FILLING.map((value) => ({ value, label: words.lateFillings[value] }))}
              onChange={(chosen) => set({ lateFilling: chosen === 'locked' ? 'locked' : 'marked' })}
              name="lateFilling"
            />
            {lower.length > 0 && (
              <ChoiceField
                label={words.rollUpFrom}
                value={rollUpFrom}
                placeholder={words.noRollUp}
                hint={words.rollUpHint}
                choices={lower.map((row) => ({ value: row.id, label: `${row.title}（${row.statusName}）` }))}
                onChange={(lower) => set({ lower })}
                name="rollUpFrom"
              />
            )}
          </div>
          <fieldset className="criterion">
            <legend>{words.alsoAccepts}</legend>
            <div className="row">
              {WHERE_ALLOWED.map((type) => (
                <CheckField
                  key={type}
                  checked={alsoAccepts.includes(type)}
                  onChange={(checked) =>
                    set({
                      alsoAccepts: WHERE_ALLOWED.filter((each) =>
                        each === type ? checked : alsoAccepts.includes(each),
                      ).join(' '),
                    })
                  }
                >
                  {EVIDENCE_TYPES[type].name}
                </CheckField>
              ))}
            </div>
          </fieldset>
        </div>
        <section className="panel">
          <h2>{words.subjects}</h2>
          {schemeId === '' ? (
            <p className="quiet">{words.schemeFirst}</p>
          ) : (
            <ReadState read={candidates}>
              {(data) =>
                data.candidates.length === 0 ? (
                  <Empty>{words.noCandidates(kindName)}</Empty>
                ) : (
                  <GroupAssignment
                    candidates={data.candidates}
                    kindName={kindName}
                    groups={scheme.data?.state.scheme.groups ?? []}
                    assigned={groups}
                    onAssign={(assigned) => set({ groups: textOfMap(assigned) })}
                  />
                )
              }
            </ReadState>
          )}
          {error('subjects') !== undefined && <p className="field-error">{error('subjects')}</p>}
        </section>
        {used.problem !== undefined && <ProblemNotice problem={used.problem} />}
        <div className="actions">
          <div className="action">
            <Button
              isMain
              submits
              disabled={schemeId === '' || dueOn === '' || subjects.length === 0}
              waiting={used.waiting}
            >
              {edited === undefined ? words.create : words.save}
            </Button>
            {subjects.length === 0 && <span className="why">{words.chooseSome(kindName)}</span>}
          </div>
        </div>
      </Form>
    </>
  )
}
