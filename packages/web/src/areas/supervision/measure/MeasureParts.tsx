import type { Measure } from '@anjie/contracts/vocabulary/supervision/measure'
import { isAnswered } from '@anjie/domain/supervision/draftFault'
import { Link } from 'react-router'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { measureWords as words } from '../../../locales/zh-CN/supervision.ts'
import { StateMark } from '../../../ui/StateMark.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { byline } from './measureByline.ts'
import type { MeasureCase } from './measureCase.ts'

/** 启动依据: how the target stood in the tables that the rule asks for. */
export function Standings({ tables }: { tables: NonNullable<Measure['escalated']>['tables'] }) {
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

export function Rectifications({ found: { rectifications, state } }: { found: MeasureCase }) {
  const none = isAnswered(state) ? words.noProblems : words.isDoneByIssue
  if (state.status === 'draft' || state.status === 'discarded')
    return (
      <section className="panel">
        <h2>{words.rectificationsOf}</h2>
        {state.problems.length === 0 && <p className="quiet">{none}</p>}
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
        empty={none}
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

export function Contest({ contest }: { contest: NonNullable<Measure['contest']> }) {
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
export function Listing({ state: { lifted, veto, withdrawn } }: { state: Measure }) {
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
