import { PAPER_STEPS } from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import type { ProcedureStep } from '@anjie/contracts/vocabulary/procedure/procedureStep'
import { PROCEDURE_STATUS_NAMES, PROCEDURE_STEP_NAMES } from '@anjie/domain/procedure/procedureNames'
import { procedureOwner } from '@anjie/domain/procedure/procedureTransitions'
import { Link, useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { CaseTimeline } from '../../../app/timeline/CaseTimeline.tsx'
import { turnText } from '../../../app/turn.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { procedureWords as words } from '../../../locales/zh-CN/procedure.ts'
import { Callout } from '../../../ui/Callout.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { Steps } from '../../../ui/Steps.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { DeliberationPanel } from './DeliberationPanel.tsx'
import type { PanelProps, ProcedureCase } from './procedureCase.ts'
import { ReviewPanel } from './ReviewPanel.tsx'

/** 考评程序 of a cycle: its steps and where everybody stands in each, then the review and the decision. */
export default function ProcedurePage() {
  const { cycleId = '' } = useParams()
  const procedure = useRead(OPERATIONS.getProcedure, { params: { cycleId } })
  return (
    <ReadState read={procedure}>
      {(found) => <Found found={found} loadNewest={() => void procedure.refetch()} />}
    </ReadState>
  )
}

function Found({ found, loadNewest }: PanelProps) {
  const me = useMe()
  const { state, cycle, missing } = found
  const isOn = (step: ProcedureStep): boolean => cycle.steps.some((each) => each.step === step)
  return (
    <>
      <PageHead
        title={words.title}
        back={{ to: `/cycles/${state.id}`, label: cycle.name }}
        state={
          cycle.steps.length > 0 && (
            <StateMark tone={toneOf(state.status)}>{PROCEDURE_STATUS_NAMES[state.status]}</StateMark>
          )
        }
        sub={cycle.steps.length > 0 && turnText(me, procedureOwner(state))}
      >
        <span className="row no-print">
          {mayCall(me.roles, OPERATIONS.planProcedure) && (
            <Link className="button" to={`/cycles/${state.id}/procedure/plan`}>
              {words.toPlan}
            </Link>
          )}
          {isOn('field-visits') && mayCall(me.roles, OPERATIONS.assembleTeams) && (
            <Link className="button" to={`/cycles/${state.id}/procedure/teams`}>
              {words.toTeams}
            </Link>
          )}
        </span>
      </PageHead>
      {cycle.steps.length === 0 ? (
        <Empty>
          {words.none}
          {words.noneHint}
        </Empty>
      ) : (
        <div className="stack">
          <Steps label={words.steps} {...stripOf(found)} />
          {missing.length > 0 ? (
            <Callout tone="due" title={words.missing}>
              <ul>
                {missing.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </Callout>
          ) : (
            <p className="quiet">{words.complete}</p>
          )}
          {PAPER_STEPS.some(isOn) && <Papers found={found} />}
          {isOn('veto-review') && <ReviewPanel found={found} loadNewest={loadNewest} />}
          {isOn('deliberation') && <DeliberationPanel found={found} loadNewest={loadNewest} />}
          <CaseTimeline kind="procedure" recordId={state.id} page={found} />
        </div>
      )}
    </>
  )
}

/** The steps that are on, each with how many have done it, up to the first that is not done. */
function stripOf({ cycle, papers, state }: ProcedureCase): { readonly steps: readonly string[]; readonly at: number } {
  const strip = cycle.steps.map(({ step, dueOn }) => {
    const own = papers.filter((paper) => paper.step === step)
    const done = own.filter(({ status }) => status === 'done' || status === 'waived').length
    const name = `${PROCEDURE_STEP_NAMES[step]}（${dayText(dueOn)}）`
    switch (step) {
      case 'veto-review':
        return { name, isDone: state.review?.candidates.every(({ confirmed }) => confirmed !== undefined) === true }
      case 'deliberation':
        return { name, isDone: state.status === 'decided' }
      default:
        return { name: `${name} ${words.standing(done, own.length)}`, isDone: own.length > 0 && done === own.length }
    }
  })
  const at = strip.findIndex(({ isDone }) => !isDone)
  return { steps: strip.map(({ name }) => name), at: at < 0 ? strip.length : at }
}

function Papers({ found: { papers } }: { found: ProcedureCase }) {
  return (
    <section aria-label={words.papers}>
      <h2>{words.papers}</h2>
      <DataTable
        caption={words.papers}
        name=""
        isDense
        rows={papers}
        rowKey={({ id }) => id}
        empty={words.noPapers}
        columns={[
          {
            key: 'of',
            name: words.of,
            text: ({ name }) => name,
            isRowHead: true,
            show: ({ id, name }) => <Link to={`/procedure-papers/${id}`}>{name}</Link>,
          },
          { key: 'step', name: words.step, text: ({ step }) => PROCEDURE_STEP_NAMES[step], filtered: true },
          {
            key: 'state',
            name: words.state,
            text: ({ statusName }) => statusName,
            filtered: true,
            show: ({ status, statusName }) => <StateMark tone={toneOf(status)}>{statusName}</StateMark>,
          },
          {
            key: 'dueOn',
            name: words.dueOn,
            kind: 'day',
            text: ({ dueOn }) => dueOn,
            show: ({ dueOn, late }) => (
              <>
                {dayText(dueOn)} {late && <StateMark tone="stop">{words.late}</StateMark>}
              </>
            ),
          },
          { key: 'gist', name: words.gist, text: ({ gist }) => gist, wraps: true },
        ]}
      />
    </section>
  )
}
