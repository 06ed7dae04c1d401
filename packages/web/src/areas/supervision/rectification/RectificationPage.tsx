import {
  CLOSING_CHECKS,
  type Rectification,
  type RectificationAction,
  type RectificationRound,
} from '@anjie/contracts/vocabulary/supervision/rectification'
import { CLOSING_CHECK_NAMES, MEASURE_KIND_NAMES } from '@anjie/domain/supervision/measureNames'
import {
  isOpen,
  rectificationOwner,
  rectificationStandingName,
} from '@anjie/domain/supervision/rectificationTransitions'
import { Fragment } from 'react'
import { Link, useParams } from 'react-router'
import { useApi } from '../../../app/api/ApiContext.ts'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { CasePage } from '../../../app/CasePage.tsx'
import { EvidenceFiles } from '../../../app/evidence/EvidenceFiles.tsx'
import { useMe } from '../../../app/me.ts'
import { turnText } from '../../../app/turn.ts'
import { dayText, instantText } from '../../../locales/zh-CN/format.ts'
import { rectificationWords as words } from '../../../locales/zh-CN/supervision.ts'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { RectificationDialog } from './RectificationDialog.tsx'
import type { RectificationCase } from './rectificationCase.ts'

/** 一个问题的整改: round by round what was reported and what the four checks found. */
export default function RectificationPage() {
  const { rectificationId = '' } = useParams()
  const found = useRead(OPERATIONS.getRectification, { params: { rectificationId } })
  return <ReadState read={found}>{(data) => <Found found={data} loadNewest={() => void found.refetch()} />}</ReadState>
}

function Found({ found, loadNewest }: { found: RectificationCase; loadNewest: () => void }) {
  const me = useMe()
  const { state } = found
  return (
    <CasePage<RectificationAction>
      title={state.problem}
      back={{ to: `/measures/${state.measureId}`, label: words.toMeasure }}
      status={{ code: state.status, name: rectificationStandingName(state) }}
      sub={`${state.unitName} · ${MEASURE_KIND_NAMES[state.kind]} · ${state.countyName}${state.townshipName ?? ''}`}
      verbs={words.verbs}
      turn={turnText(me, rectificationOwner(state), {
        dueOn: isOpen(state) ? state.dueOn : null,
        unit: state.unitId,
      })}
      steps={{ label: words.steps, ...stepsOf(state) }}
      kind="rectification"
      recordId={state.id}
      page={found}
      facts={<Facts state={state} />}
      dialog={(action, onClose, onDone) => <RectificationDialog {...{ action, found, loadNewest, onClose, onDone }} />}
    >
      {state.rounds.toReversed().map((round, index) => (
        <Round key={round.number} round={round} found={found} isNewest={index === 0} />
      ))}
      {state.moreTime !== undefined && <MoreTime asked={state.moreTime} />}
    </CasePage>
  )
}

function stepsOf({ status }: Rectification): { readonly steps: readonly string[]; readonly at: number } {
  const { issued, acknowledged, reported, closed } = words.stepNames
  const at = { issued: 0, acknowledged: 1, returned: 1, reported: 2, closed: 3, cancelled: 3 }[status]
  return { steps: [issued, acknowledged, reported, closed], at }
}

const byline = ({ personName, post, at }: { personName: string; post: string; at: string }) =>
  words.byline(personName, post, instantText(at))

function Round({ round, found, isNewest }: { round: RectificationRound; found: RectificationCase; isNewest: boolean }) {
  const { report, check } = round
  return (
    <section className="panel stack">
      <h2>{words.roundOf(round.number, dayText(round.dueOn))}</h2>
      <h3>{words.report}</h3>
      {report === undefined ? (
        <p className="quiet">{words.noReport}</p>
      ) : (
        <>
          <p className="prose">{report.text}</p>
          <p className="quiet">{byline(report)}</p>
        </>
      )}
      <h3>{words.files}</h3>
      <Files round={round} found={found} isNewest={isNewest} />
      <h3>{words.check}</h3>
      {check === undefined ? (
        <p className="quiet">{words.noCheck}</p>
      ) : (
        <>
          <dl className="facts">
            {CLOSING_CHECKS.map((each) => (
              <Fragment key={each}>
                <dt>{CLOSING_CHECK_NAMES[each]}</dt>
                <dd>
                  <StateMark tone={check.checks[each] ? 'good' : 'stop'}>
                    {check.checks[each] ? words.passed : words.failed}
                  </StateMark>
                </dd>
              </Fragment>
            ))}
          </dl>
          <p className="prose">{check.text}</p>
          <p className="quiet">{byline(check)}</p>
        </>
      )}
    </section>
  )
}

function Files({ round, found, isNewest }: { round: RectificationRound; found: RectificationCase; isNewest: boolean }) {
  const api = useApi()
  const request = useCommand(OPERATIONS.requestRectificationFile)
  const attach = useCommand(OPERATIONS.attachRectificationFile)
  const params = { rectificationId: found.state.id }
  const report = found.allowed.find(({ action }) => action === 'report')
  const isTheirs = isNewest && (report?.allowed === true || report?.mine === true)
  return (
    <EvidenceFiles
      files={round.files}
      attaching={isTheirs ? { allowed: report?.allowed === true } : undefined}
      testId="rectification-file"
      open={({ id }) => api.call(OPERATIONS.openRectificationFile, { params: { ...params, evidenceId: id } })}
      request={{ ...request, take: (body) => request.run({ params, ifMatch: found.version, body }) }}
      attach={{
        ...attach,
        confirm: (slot) => attach.run({ params: { ...params, evidenceId: slot.id }, ifMatch: slot.version }),
      }}
    />
  )
}

function MoreTime({ asked }: { asked: NonNullable<Rectification['moreTime']> }) {
  const { answer } = asked
  return (
    <section className="panel">
      <h2>{words.moreTime}</h2>
      <p className="prose">{`${words.moreTimeText(dayText(asked.until))}：${asked.reason}`}</p>
      <p className="quiet">{byline(asked)}</p>
      {answer === undefined ? (
        <p className="quiet">{words.waiting}</p>
      ) : (
        <>
          <p className="prose">{`${answer.granted ? words.granted : words.refused}：${answer.reason}`}</p>
          <p className="quiet">{byline(answer)}</p>
        </>
      )}
    </section>
  )
}

function Facts({ state }: { state: Rectification }) {
  const lines: readonly (readonly [string, string | undefined])[] = [
    [words.matter, state.matter],
    [words.kind, MEASURE_KIND_NAMES[state.kind]],
    [words.issuer, state.issuerName],
    [words.number, state.documentNumber],
    [words.issuedOn, dayText(state.issuedOn)],
    [words.dueOn, dayText(state.dueOn)],
    [words.overdueOn, state.overdueOn === undefined ? undefined : words.overdue(dayText(state.overdueOn))],
    [words.closedOn, state.closedOn === undefined ? undefined : dayText(state.closedOn)],
  ]
  return (
    <section className="panel">
      <h2>{words.facts}</h2>
      {state.repeated === true && <StateMark tone="stop">{words.repeated}</StateMark>}
      <dl className="facts">
        {lines.map(([name, text]) =>
          text === undefined ? null : (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </Fragment>
          ),
        )}
      </dl>
      <Link to={`/measures/${state.measureId}`}>{words.toMeasure}</Link>
    </section>
  )
}
