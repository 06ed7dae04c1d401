import type { Measure, MeasureAction } from '@anjie/contracts/vocabulary/supervision/measure'
import { MEASURE_KIND_NAMES, MEASURE_TRIGGER_NAMES } from '@anjie/domain/supervision/measureNames'
import { measureDueOn, measureOwner, measureStandingName } from '@anjie/domain/supervision/measureTransitions'
import { Fragment, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { CaseTimeline } from '../../../app/timeline/CaseTimeline.tsx'
import { turnText } from '../../../app/turn.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { dayText, dueText, instantText } from '../../../locales/zh-CN/format.ts'
import { measureWords as words } from '../../../locales/zh-CN/supervision.ts'
import { ActionBar } from '../../../ui/ActionBar.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { Steps } from '../../../ui/Steps.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { tellDone } from '../../../ui/told.ts'
import { MeasureDialog } from './MeasureDialog.tsx'
import type { MeasureCase } from './measureCase.ts'

/** 督导措施: what it is, whose turn it is, each problem with its rectification, and what was contested, lifted or decided. */
export default function MeasurePage() {
  const { measureId = '' } = useParams()
  const measure = useRead(OPERATIONS.getMeasure, { params: { measureId } })
  return (
    <ReadState read={measure}>{(found) => <Found found={found} loadNewest={() => void measure.refetch()} />}</ReadState>
  )
}

const VERBS = Object.keys(words.verbs) as readonly MeasureAction[]
const SEAL: ReadonlySet<MeasureAction> = new Set(['issue', 'publish', 'lift'])
const DANGER: ReadonlySet<MeasureAction> = new Set(['veto', 'withdraw', 'discard', 'overturn'])

function Found({ found, loadNewest }: { found: MeasureCase; loadNewest: () => void }) {
  const me = useMe()
  const navigate = useNavigate()
  const { state } = found
  const [asked, setAsked] = useState<Exclude<MeasureAction, 'revise'> | null>(null)
  return (
    <>
      <PageHead
        title={state.unitName}
        back={{ to: '/measures', label: words.back }}
        state={<StateMark tone={toneOf(state.status)}>{measureStandingName(state)}</StateMark>}
        sub={`${MEASURE_KIND_NAMES[state.kind]} · ${state.matter} · ${state.countyName}${state.townshipName ?? ''}`}
      >
        <ActionBar
          verbs={VERBS.map((action) => ({
            action,
            label: words.verbs[action],
            onPress: () => (action === 'revise' ? void navigate(`/measures/${state.id}/edit`) : setAsked(action)),
            ...(SEAL.has(action) ? { kind: 'seal' as const } : DANGER.has(action) ? { kind: 'danger' as const } : {}),
          }))}
          allowed={found.allowed}
          turn={turnText(me, measureOwner(state), { dueOn: measureDueOn(state) ?? null })}
        />
      </PageHead>
      <Steps label={words.steps} {...stepsOf(state)} />
      <div className="split">
        <div>
          <section className="panel">
            <h2>{words.demands}</h2>
            <p className="prose">{state.demands}</p>
          </section>
          {state.escalated !== undefined && <Standings tables={state.escalated.tables} />}
          <Rectifications found={found} />
          {state.contest !== undefined && <Contest contest={state.contest} />}
          <Listing state={state} />
        </div>
        <Facts state={state} />
      </div>
      <div className="below">
        <CaseTimeline kind="measure" recordId={state.id} page={found} />
      </div>
      {asked !== null && (
        <MeasureDialog
          action={asked}
          found={found}
          loadNewest={loadNewest}
          onClose={() => setAsked(null)}
          onDone={() => {
            tellDone(commonWords.done(words.verbs[asked]))
            setAsked(null)
          }}
        />
      )}
    </>
  )
}

function stepsOf({ status, acknowledgedBy }: Measure): { readonly steps: readonly string[]; readonly at: number } {
  const { draft, issue, acknowledge, mend, close } = words.stepNames
  const steps = [draft, issue, acknowledge, mend, close]
  if (status === 'draft' || status === 'discarded') return { steps, at: 1 }
  if (status === 'closed' || status === 'withdrawn') return { steps, at: 4 }
  return { steps, at: acknowledgedBy === undefined ? 2 : 3 }
}

/** 启动依据: how the target stood in the tables that the rule asks for. */
function Standings({ tables }: { tables: NonNullable<Measure['escalated']>['tables'] }) {
  return (
    <section className="panel">
      <h2>{words.escalated}</h2>
      <ul>
        {tables.map(({ run, name, standing }) => (
          <li key={run}>
            <Link to={`/runs/${run}`}>{name}</Link>　{standing}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Rectifications({ found: { rectifications, state } }: { found: MeasureCase }) {
  if (state.status === 'draft' || state.status === 'discarded')
    return (
      <section className="panel">
        <h2>{words.rectificationsOf}</h2>
        {state.problems.length === 0 && <p className="quiet">{words.noProblems}</p>}
        <ol>
          {state.problems.map(({ text, workingDays, repeated }) => (
            <li key={text}>
              {`${text}（${words.problemDue(workingDays)}${repeated === true ? `，${words.repeated}` : ''}）`}
            </li>
          ))}
        </ol>
      </section>
    )
  return (
    <section className="panel">
      <h2>{words.rectificationsOf}</h2>
      <DataTable
        caption={words.rectificationsOf}
        isPlain
        isUnsorted
        rows={rectifications}
        rowKey={({ id }) => id}
        empty={words.noProblems}
        columns={[
          {
            key: 'problem',
            name: words.problem,
            text: ({ problem }) => problem,
            show: ({ id, problem }) => <Link to={`/rectifications/${id}`}>{problem}</Link>,
            wraps: true,
            isRowHead: true,
          },
          {
            key: 'status',
            name: words.status,
            text: ({ statusName }) => statusName,
            show: ({ status, statusName }) => <StateMark tone={toneOf(status)}>{statusName}</StateMark>,
          },
          { key: 'round', name: words.round, text: ({ round }) => words.roundOf(round) },
          {
            key: 'dueOn',
            name: words.dueOn,
            kind: 'day',
            text: ({ dueOn }) => dueOn,
            show: ({ dueOn }) => dayText(dueOn),
          },
          {
            key: 'closedOn',
            name: words.closedOn,
            kind: 'day',
            text: ({ closedOn = '' }) => closedOn,
            show: ({ closedOn }) => (closedOn === undefined ? '' : dayText(closedOn)),
          },
        ]}
      />
    </section>
  )
}

const byline = ({ personName, post, at }: { personName: string; post: string; at: string }) =>
  words.byline(personName, post, instantText(at))

function Contest({ contest }: { contest: NonNullable<Measure['contest']> }) {
  return (
    <section className="panel">
      <h2>{words.contest}</h2>
      <p className="prose">{contest.text}</p>
      <p className="quiet">{`${byline(contest)}；${words.answerBy(dayText(contest.answerBy))}`}</p>
      <h3>{words.contestAnswer}</h3>
      {contest.answer === undefined ? (
        <p className="quiet">{words.noAnswer}</p>
      ) : (
        <>
          <p className="prose">
            {`${contest.answer.outcome === 'upheld' ? words.verbs.uphold : words.verbs.overturn}：${contest.answer.reason}`}
          </p>
          <p className="quiet">{byline(contest.answer)}</p>
        </>
      )}
    </section>
  )
}

/** What became of a listing, and what was taken back. */
function Listing({ state: { lifted, veto, withdrawn } }: { state: Measure }) {
  return (
    <>
      {lifted !== undefined && (
        <section className="panel">
          <h2>{words.lifted}</h2>
          <p className="prose">{lifted.reason}</p>
          <p className="quiet">{byline(lifted)}</p>
        </section>
      )}
      {veto !== undefined && (
        <section className="panel">
          <h2>{words.veto}</h2>
          <p>{words.vetoSince(dayText(veto.since))}</p>
          {veto.decided === undefined ? (
            <p className="quiet">{words.noDecision}</p>
          ) : (
            <>
              <p className="prose">{`${words.verbs[veto.decided.outcome]}：${veto.decided.reason}`}</p>
              <p className="quiet">{byline(veto.decided)}</p>
            </>
          )}
        </section>
      )}
      {withdrawn !== undefined && (
        <section className="panel">
          <h2>{words.withdrawn}</h2>
          <p className="prose">{withdrawn.reason}</p>
          <p className="quiet">{byline(withdrawn)}</p>
        </section>
      )}
    </>
  )
}

function Facts({ state }: { state: Measure }) {
  const me = useMe()
  const lines: readonly (readonly [string, string | undefined])[] = [
    [words.kind, MEASURE_KIND_NAMES[state.kind]],
    [words.number, state.documentNumber],
    [words.issuer, state.issuerName],
    [words.trigger, MEASURE_TRIGGER_NAMES[state.trigger]],
    [words.on, dayText(state.on)],
    [words.until, state.until === undefined ? undefined : dueText(state.until)],
    [words.participants, state.participants.join('、')],
    [words.contestBy, state.contestBy === undefined ? undefined : dayText(state.contestBy)],
    [words.publishBy, state.publishBy === undefined ? undefined : dayText(state.publishBy)],
    [words.publishedOn, state.publishedOn === undefined ? undefined : dayText(state.publishedOn)],
    [words.liftPublishBy, state.lifted?.publishBy === undefined ? undefined : dayText(state.lifted.publishBy)],
    [words.liftPublishedOn, state.lifted?.publishedOn === undefined ? undefined : dayText(state.lifted.publishedOn)],
    [words.draftedBy, state.draftedBy === undefined ? words.draftedByRule : byline(state.draftedBy)],
    [words.issuedBy, state.issuedBy === undefined ? undefined : byline(state.issuedBy)],
    [words.acknowledgedBy, state.acknowledgedBy === undefined ? undefined : byline(state.acknowledgedBy)],
  ]
  return (
    <section className="panel">
      <h2>{words.facts}</h2>
      <dl className="facts">
        {lines.map(([name, text]) =>
          text === undefined || text === '' ? null : (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </Fragment>
          ),
        )}
      </dl>
      {(state.kind === 'listing' || state.bars !== undefined) && (
        <>
          <p className="quiet">
            {state.bars === undefined ? words.barsText : words.ownBar(state.bars.months, state.bars.basis)}
          </p>
          {mayCall(me.roles, OPERATIONS.getBars) && state.status !== 'draft' && (
            <Link to={`/bars/${state.target}`}>{words.bars}</Link>
          )}
        </>
      )}
    </section>
  )
}
