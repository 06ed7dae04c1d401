import { rungName } from '@anjie/domain/honours/ladder'
import { RUNG_STATE_NAMES } from '@anjie/domain/honours/unitPlan'
import { Link } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { ladderWords as words } from '../../../locales/zh-CN/ladders.ts'
import { StateMark } from '../../../ui/StateMark.tsx'
import { RUNG_TONES } from './rungTones.ts'

type Rung = Answer<(typeof OPERATIONS)['getLadder']>['ladders'][number]['rungs'][number]

/** One rung: reached and since when, or each thing that is asked for it and whether it is there. */
export function RungItem({ rung, unitId, isNext }: { rung: Rung; unitId: string; isNext: boolean }) {
  const { state, title, application, round, from } = rung
  const me = useMe()
  const isReached = state === 'held' || state === 'passed'
  return (
    <li className={`rung ${isReached ? 'reached' : isNext ? 'next' : ''}`}>
      <div className="row">
        <h3>{rungName(rung)}</h3>
        <StateMark tone={RUNG_TONES[state]}>{RUNG_STATE_NAMES[state]}</StateMark>
        {title !== undefined && (
          <span className="quiet">
            {words.heldSince(dayText(title.since))}，
            {title.validUntil === undefined ? words.longTerm : words.until(dayText(title.validUntil))}
          </span>
        )}
        {state === 'passed' && <span className="quiet">{words.passedNote}</span>}
        {state === 'recorded' && <span className="quiet">{words.recorded}</span>}
        {from !== undefined && <span>{words.fromDay(dayText(from))}</span>}
        {application !== undefined && (
          <Link to={`/applications/${application.id}`}>{words.openCase(application.statusName)}</Link>
        )}
        {state === 'open' && round !== undefined && mayCall(me.roles, OPERATIONS.draftApplication) && (
          <Link to={`/applications/new?round=${round.id}&unit=${unitId}`}>{words.apply}</Link>
        )}
      </div>
      {rung.lines.length > 0 && (isNext || state !== 'blocked' ? <Conditions rung={rung} /> : <Folded rung={rung} />)}
    </li>
  )
}

/** Rungs further up are looked at when somebody wants to. */
function Folded({ rung }: { rung: Rung }) {
  return (
    <details>
      <summary>{words.whatIsAsked}</summary>
      <Conditions rung={rung} />
    </details>
  )
}

function Conditions({ rung }: { rung: Rung }) {
  return (
    <ul className="conditions" aria-label={words.whatIsAsked}>
      {rung.lines.map(({ name, met, reason }) => (
        <li key={name}>
          <StateMark tone={met ? 'good' : 'due'}>{name}</StateMark>
          <span>{reason}</span>
        </li>
      ))}
    </ul>
  )
}
