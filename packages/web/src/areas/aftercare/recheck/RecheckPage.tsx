import type { RecheckAction } from '@anjie/contracts/vocabulary/aftercare/recheck'
import { groundsText } from '@anjie/domain/aftercare/grounds'
import {
  RECHECK_OUTCOME_NAMES,
  RECHECK_PROPOSAL_NAMES,
  recheckOwner,
  recheckStandingName,
} from '@anjie/domain/aftercare/recheckTransitions'
import { Fragment, type ReactNode, useState } from 'react'
import { Link, useParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { CasePage } from '../../../app/CasePage.tsx'
import { useConfig } from '../../../app/configContext.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { publicLinks } from '../../../app/publicLinks.ts'
import { turnText } from '../../../app/turn.ts'
import { incidentWords, recheckWords as words } from '../../../locales/zh-CN/aftercare.ts'
import { dayText, dueText, instantText } from '../../../locales/zh-CN/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { EnterIncident } from '../incidents/EnterIncident.tsx'
import { type RecheckCase, StepDialog } from './StepDialog.tsx'

/** 复核案件: its causes, what each level found, yellow card, revocation with answer and appeal, and what the title is worth today. */
export default function RecheckPage() {
  const { recheckId = '' } = useParams()
  const recheck = useRead(OPERATIONS.getRecheck, { params: { recheckId } })
  return (
    <ReadState read={recheck}>{(found) => <Found found={found} loadNewest={() => void recheck.refetch()} />}</ReadState>
  )
}

const SEAL: ReadonlySet<RecheckAction> = new Set(['revoke', 'uphold', 'reverse'])
const DANGER: ReadonlySet<RecheckAction> = new Set(['propose-revocation', 'end'])

function Found({ found, loadNewest }: { found: RecheckCase; loadNewest: () => void }) {
  const me = useMe()
  const { state } = found
  const [isEntering, setIsEntering] = useState(false)
  const mayEnter = mayCall(me.roles, OPERATIONS.enterIncident) && state.unitId !== undefined
  return (
    <>
      <CasePage<RecheckAction>
        title={state.unitName}
        back={{ to: '/rechecks', label: words.back }}
        status={{ code: state.status, name: recheckStandingName(state) }}
        sub={`${state.honourName} · ${state.countyName}${state.townshipName ?? ''}`}
        verbs={words.verbs}
        seal={SEAL}
        danger={DANGER}
        turn={turnText(me, recheckOwner(state), { unit: state.unitId })}
        tools={
          mayEnter && (
            <Button isSmall onClick={() => setIsEntering(true)}>
              {incidentWords.enter}
            </Button>
          )
        }
        steps={{ label: words.steps, ...stepsOf(state) }}
        kind="recheck"
        recordId={state.id}
        page={found}
        facts={<Facts found={found} />}
        dialog={(action, onClose, onDone) => <StepDialog {...{ action, found, loadNewest, onClose, onDone }} />}
      >
        <Causes state={state} />
        <Findings state={state} />
        {state.card !== undefined && <Card card={state.card} />}
        {state.revocation !== undefined && <Revocation revocation={state.revocation} />}
        {state.outcome !== undefined && (
          <section className="panel">
            <h2>{words.outcome}</h2>
            <p>
              <StateMark tone={toneOf(state.outcome)}>{RECHECK_OUTCOME_NAMES[state.outcome]}</StateMark>
            </p>
            <p className="prose">{state.outcomeReason}</p>
          </section>
        )}
      </CasePage>
      {isEntering && state.unitId !== undefined && (
        <EnterIncident unitId={state.unitId} onClose={() => setIsEntering(false)} />
      )}
    </>
  )
}

type State = RecheckCase['state']

/** 单位自查, then level by level up to who conferred the title. */
function stepsOf({ keeper, status }: State): { readonly steps: readonly string[]; readonly at: number } {
  const names = words.stepNames
  const stages = [
    { status: 'self-check', name: names.unit },
    ...(keeper === 'county' ? [] : [{ status: 'county-check', name: names.county }]),
    ...(keeper === 'province' ? [{ status: 'city-check', name: names.city }] : []),
    { status: 'decision', name: names.decision },
    { status: 'closed', name: names.closed },
  ]
  const found = stages.findIndex((stage) => stage.status === status)
  return { steps: stages.map(({ name }) => name), at: found < 0 ? stages.length - 2 : found }
}

function Causes({ state }: { state: State }) {
  return (
    <section className="panel">
      <h2>{words.causes}</h2>
      <dl className="facts">
        {state.causes.map(({ kind, text, source, on }) => (
          <Fragment key={`${kind} ${on} ${source}`}>
            <dt>{dayText(on)}</dt>
            <dd>
              {text}
              <div className="quiet">{source}</div>
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  )
}

const byline = ({ personName, post, at }: { personName: string; post: string; at: string }) =>
  words.byline(personName, post, instantText(at))

/** What somebody wrote, with by whom and when. */
function Said({
  label,
  by,
  none,
  children,
}: {
  label: string
  by?: { personName: string; post: string; at: string } | undefined
  none: string
  children?: ReactNode
}) {
  return (
    <>
      <h3>{label}</h3>
      {by === undefined ? (
        <p className="quiet">{none}</p>
      ) : (
        <>
          <p className="prose">{children}</p>
          <p className="quiet">{byline(by)}</p>
        </>
      )}
    </>
  )
}

function Findings({ state }: { state: State }) {
  const { selfCheck, opinions, returnReason } = state
  return (
    <section className="panel">
      <h2>{words.opinions}</h2>
      {returnReason !== undefined && (
        <p>
          {words.returned}：{returnReason}
        </p>
      )}
      <Said label={words.selfCheck} by={selfCheck} none={words.noSelfCheck}>
        {selfCheck?.text}
      </Said>
      {opinions.length === 0 && <p className="quiet">{words.noOpinions}</p>}
      {opinions.map((opinion) => (
        <Said
          key={opinion.at}
          label={`${opinion.jurisdictionName}：${RECHECK_PROPOSAL_NAMES[opinion.proposes]}`}
          by={opinion}
          none=""
        >
          {opinion.text}
        </Said>
      ))}
    </section>
  )
}

function Card({ card }: { card: NonNullable<State['card']> }) {
  return (
    <section className="panel">
      <h2>{words.card}</h2>
      <Said label={words.cardGiven(dayText(card.on), dayText(card.mendBy))} by={card} none="">
        {card.demands}
      </Said>
      <Said label={words.report} by={card.report} none={card.overdue === true ? words.overdue : words.noReport}>
        {card.report?.text}
      </Said>
    </section>
  )
}

function Revocation({ revocation }: { revocation: NonNullable<State['revocation']> }) {
  const { grounds, facts, answerBy, answer, decided, appeal, appealDecided } = revocation
  return (
    <section className="panel">
      <h2>{words.revocation}</h2>
      <h3>
        {words.grounds}：{groundsText(grounds)}
      </h3>
      <p className="prose">{facts}</p>
      <p className="quiet">
        {words.told(`${revocation.post} ${revocation.personName}`, instantText(revocation.at), dayText(answerBy))}
      </p>
      <Said label={words.answer} by={answer} none={words.noAnswer}>
        {answer?.text}
      </Said>
      <Said label={words.decided} by={decided} none={words.none}>
        {decided !== undefined &&
          `${words.decidedText(decided.documentNumber, dayText(decided.on), dayText(decided.appealBy), dayText(decided.reapplyFrom))}　${decided.reason}`}
      </Said>
      {decided !== undefined && (
        <Said label={words.appeal} by={appeal} none={words.noAppeal}>
          {appeal?.text}
        </Said>
      )}
      {appeal !== undefined && (
        <Said label={words.appealDecided} by={appealDecided} none={words.none}>
          {appealDecided?.reason}
        </Said>
      )}
      <p className="quiet">{words.ladder}</p>
    </section>
  )
}

function Facts({ found }: { found: RecheckCase }) {
  const me = useMe()
  const { publicOrigin } = useConfig()
  const { state, standing, serial, validUntil } = found
  const toLadder = state.unitId !== undefined && mayCall(me.roles, OPERATIONS.getLadder)
  return (
    <section className="panel">
      <h2>{words.facts}</h2>
      <dl className="facts">
        <dt>{words.standing}</dt>
        <dd>{standing}</dd>
        <dt>{words.keeper}</dt>
        <dd>{words.keepers[state.keeper]}</dd>
        {serial !== undefined && (
          <>
            <dt>{words.serial}</dt>
            <dd>
              <a href={publicLinks.certificate(publicOrigin, serial)} target="_blank" rel="noreferrer">
                <span data-copied>{serial}</span>
              </a>
            </dd>
          </>
        )}
        <dt>{words.validUntil}</dt>
        <dd>{validUntil === undefined ? words.longTerm : dayText(validUntil)}</dd>
        <dt>{words.openedOn}</dt>
        <dd>{dayText(state.openedOn)}</dd>
        {state.dueOn !== undefined && (
          <>
            <dt>{words.dueOn}</dt>
            <dd>{dueText(state.dueOn)}</dd>
          </>
        )}
        {state.successors !== undefined && state.successors.length > 0 && (
          <>
            <dt>{words.successors}</dt>
            <dd>{state.successors.join('、')}</dd>
          </>
        )}
      </dl>
      <p className="row">
        {toLadder && <Link to={`/ladders/${state.unitId}`}>{words.toUnit}</Link>}
        {state.campaignId !== undefined && mayCall(me.roles, OPERATIONS.getCampaign) && (
          <Link to={`/recheck-campaigns/${state.campaignId}`}>{state.campaignName ?? words.campaign}</Link>
        )}
      </p>
    </section>
  )
}
