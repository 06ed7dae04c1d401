import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { PROBLEMS } from '@anjie/contracts/vocabulary/problems'
import { BATCH_STATUS_NAMES, batchOwner } from '@anjie/domain/notices/batchTransitions'
import { noticeEndsOn } from '@anjie/domain/notices/noticeWindow'
import { USUAL_OBJECTION_DAYS } from '@anjie/domain/notices/objectionDays'
import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useConfig } from '../../../app/configContext.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { publicLinks } from '../../../app/publicLinks.ts'
import { CaseTimeline } from '../../../app/timeline/CaseTimeline.tsx'
import { turnText } from '../../../app/turn.ts'
import { actionWords } from '../../../locales/zh-CN/actions.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { dayText, dueText, instantText, workingCalendar } from '../../../locales/zh-CN/format.ts'
import { roundWords, batchWords as words } from '../../../locales/zh-CN/honours.ts'
import { ActionBar } from '../../../ui/ActionBar.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { Steps } from '../../../ui/Steps.tsx'
import { Summary } from '../../../ui/Summary.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { tellDone } from '../../../ui/told.ts'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'

/** 拟命名批次 from its list to its naming. */
const WAY = ['collecting', 'on-notice', 'notice-closed', 'naming', 'named'] as const

type BatchCase = Answer<(typeof OPERATIONS)['getBatch']>

/** A list on its way: put together, on public notice, named in one decision. */
export default function BatchPage() {
  const { batchId = '' } = useParams()
  const [naming, setNaming] = useState(false)
  const batch = useRead(OPERATIONS.getBatch, { params: { batchId } }, naming ? { every: 2_000 } : {})
  const isNaming = batch.data?.state.status === 'naming' || batch.data?.state.status === 'taking-back'
  if (isNaming !== naming) setNaming(isNaming)
  return (
    <ReadState read={batch}>{(found) => <Found found={found} loadNewest={() => void batch.refetch()} />}</ReadState>
  )
}

const VERBS = [
  { action: 'open-notice' },
  { action: 'decide-naming', kind: 'seal' },
  { action: 'propose-take-back' },
  { action: 'decide-take-back', kind: 'seal' },
] as const
type Verb = (typeof VERBS)[number]['action']

function Found({ found, loadNewest }: { found: BatchCase; loadNewest: () => void }) {
  const me = useMe()
  const { publicOrigin } = useConfig()
  const { state, version, allowed } = found
  const [asking, setAsking] = useState<Verb | undefined>(undefined)
  const close = () => setAsking(undefined)
  // A naming that is being taken back is on no way forward.
  const at = (WAY as readonly string[]).indexOf(state.status)
  const verbs = VERBS.map(({ action, ...look }) => ({
    ...look,
    action,
    label: words.verbs[action],
    onPress: () => setAsking(action),
  }))
  const step = (verb: Verb) => ({
    state,
    version,
    onClose: close,
    onLoadNewest: loadNewest,
    onDone: () => {
      close()
      tellDone(commonWords.done(words.verbs[verb]))
    },
  })
  return (
    <>
      <PageHead
        title={state.name}
        back={{ to: '/batches', label: words.back }}
        state={<StateMark tone={toneOf(state.status)}>{BATCH_STATUS_NAMES[state.status]}</StateMark>}
        sub={`${state.roundName} · ${words.counted(state.entries.length)}`}
      >
        <ActionBar
          verbs={verbs}
          allowed={allowed}
          turn={turnText(me, batchOwner(state), {
            over:
              state.status === 'on-notice'
                ? words.onNoticeUntil(dueText(state.notice?.endsOn ?? ''))
                : actionWords.nobody,
          })}
        />
      </PageHead>
      {at >= 0 && (
        <Steps
          label={words.way}
          steps={WAY.map((status) => BATCH_STATUS_NAMES[status])}
          at={state.status === 'named' ? WAY.length : at}
        />
      )}
      <div className="split below">
        <DataTable
          caption={words.entries}
          name=""
          isDense
          rows={state.entries}
          rowKey={(entry) => entry.applicationId}
          empty={words.noEntries}
          columns={[
            {
              key: 'unit',
              name: words.unit,
              text: (entry) => entry.unitName,
              isRowHead: true,
              show: (entry) => (
                <>
                  <Link to={`/applications/${entry.applicationId}`}>{entry.unitName}</Link>
                  {entry.left !== undefined && (
                    <div className="small">
                      <StateMark tone="stop">{words.left[entry.left.how]}</StateMark> {dayText(entry.left.on)}{' '}
                      {entry.left.reason}
                    </div>
                  )}
                  {entry.namedAs !== undefined && <div className="small quiet">{words.namedAs(entry.namedAs)}</div>}
                </>
              ),
            },
            { key: 'city', name: words.city, text: (entry) => entry.cityName, filtered: true },
            { key: 'county', name: words.county, text: (entry) => entry.countyName, filtered: true },
            { key: 'township', name: words.township, text: (entry) => entry.townshipName ?? '' },
          ]}
        />
        <div>
          <section className="panel">
            <h2>{words.notice}</h2>
            {state.notice === undefined ? (
              <p className="quiet">{words.noNotice}</p>
            ) : (
              <dl className="facts">
                <dt>{words.startsOn}</dt>
                <dd>{dayText(state.notice.startsOn)}</dd>
                <dt>{words.endsOn}</dt>
                <dd>
                  {words.endsOnText(dayText(state.notice.endsOn))}
                  {state.status === 'on-notice' && <div className="quiet">{dueText(state.notice.endsOn)}</div>}
                </dd>
                <dt>{words.noticeWorkingDays}</dt>
                <dd>{roundWords.workingDays(state.notice.workingDays)}</dd>
                <dt>{words.objectionDays}</dt>
                <dd>{roundWords.workingDays(state.notice.objectionWorkingDays ?? USUAL_OBJECTION_DAYS)}</dd>
                <dt>{words.contact}</dt>
                <dd>{state.notice.contact}</dd>
                {state.notice.closedAt !== undefined && (
                  <>
                    <dt>{words.closed}</dt>
                    <dd>{instantText(state.notice.closedAt)}</dd>
                  </>
                )}
              </dl>
            )}
            {state.notice !== undefined && (
              <p>
                <a href={publicLinks.notice(publicOrigin, state.id)} target="_blank" rel="noreferrer">
                  {words.publicNotice}
                </a>
              </p>
            )}
          </section>
          {(state.status === 'on-notice' || state.status === 'notice-closed') && <NamingCheck batchId={state.id} />}
          <TakeBacks state={state} />
          <section className="panel">
            <dl className="facts">
              <dt>{words.issuer}</dt>
              <dd>{state.issuer}</dd>
              <dt>{words.approvalReference}</dt>
              <dd>{state.approvalReference}</dd>
              <dt>{words.noticeWorkingDays}</dt>
              <dd>{roundWords.workingDays(state.noticeWorkingDays)}</dd>
              <dt>{roundWords.validYears}</dt>
              <dd>{state.validYears === null ? roundWords.validLong : roundWords.years(state.validYears)}</dd>
              {state.documentNumber !== undefined && (
                <>
                  <dt>{words.documentNumber}</dt>
                  <dd>
                    <StateMark tone="seal">{state.documentNumber}</StateMark>
                  </dd>
                </>
              )}
              {state.namedOn !== undefined && (
                <>
                  <dt>{words.namedOn}</dt>
                  <dd>{dayText(state.namedOn)}</dd>
                </>
              )}
            </dl>
            {state.status === 'naming' && (
              <div role="status">
                <p>{words.naming(state.namedCount, state.entries.length)}</p>
                <ProgressBar share={state.namedCount / Math.max(1, state.entries.length)} />
              </div>
            )}
            {state.status === 'named' && <p role="status">{words.named(state.namedCount)}</p>}
            {state.passedOver !== undefined && (
              <section aria-label={words.passedOver}>
                <h3>{words.passedOver}</h3>
                <ul>
                  {state.passedOver.map(({ applicationId, unitName, reason }) => (
                    <li key={applicationId}>
                      <Link to={`/applications/${applicationId}`}>{unitName}</Link>：{reason}
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </section>
        </div>
      </div>
      <div className="below">
        <CaseTimeline kind="batch" recordId={state.id} page={found} />
      </div>
      {asking === 'open-notice' && <NoticeDialog {...step('open-notice')} />}
      {asking === 'propose-take-back' && <ProposeTakeBackDialog {...step('propose-take-back')} />}
      {asking === 'decide-take-back' && <DecideTakeBackDialog {...step('decide-take-back')} />}
      {asking === 'decide-naming' && <NamingDialog {...step('decide-naming')} />}
    </>
  )
}

/** 命名前核对: what a decision of today would do otherwise than the list says. */
function NamingCheck({ batchId }: { readonly batchId: string }) {
  const check = useRead(OPERATIONS.checkNaming, { params: { batchId } })
  const me = useMe()
  return (
    <section className="panel">
      <h2>{words.check}</h2>
      <ReadState read={check}>
        {({ findings, standing }) =>
          findings.length === 0 ? (
            <p className="quiet">{words.checkClear(standing)}</p>
          ) : (
            <ul>
              {findings.map(({ applicationId, unitName, what, text }) => (
                <li key={applicationId}>
                  <StateMark tone={what === 'renamed' ? 'work' : what === 'held' ? 'due' : 'stop'}>
                    {words.findings[what]}
                  </StateMark>{' '}
                  <Link to={`/applications/${applicationId}`}>{unitName}</Link>：{text}
                </li>
              ))}
            </ul>
          )
        }
      </ReadState>
      {mayCall(me.roles, OPERATIONS.enterObjection) && (
        <p>
          <Link to={`/objections/new?batch=${batchId}`}>{words.enterObjection}</Link>
        </p>
      )}
    </section>
  )
}

/** 撤回: what is proposed, and decisions that were taken back. */
function TakeBacks({ state: { takeBack, takenBack = [] } }: { readonly state: BatchCase['state'] }) {
  if (takeBack === undefined && takenBack.length === 0) return null
  return (
    <section className="panel">
      <h2>{words.takeBack}</h2>
      {takeBack !== undefined && <p>{words.takeBackProposed(takeBack.proposerName, takeBack.reason)}</p>}
      {takenBack.map(({ documentNumber, by, on, units, reason }) => (
        <p key={documentNumber}>
          <StateMark tone="off">{documentNumber}</StateMark> {words.takenBackText(units, by, dayText(on), reason)}
        </p>
      ))}
    </section>
  )
}

function ProposeTakeBackDialog({ state, version, onClose, onDone, onLoadNewest }: BatchDialogProps) {
  const [reason, setReason] = useState('')
  const send = useCommand(OPERATIONS.proposeTakeBack)
  const error = useFieldErrors(send.problem)
  return (
    <CommandDialog
      title={words.verbs['propose-take-back']}
      onClose={onClose}
      disabled={reason.trim().length < 5}
      loadNewest={onLoadNewest}
      command={send}
      input={() => ({ params: { batchId: state.id }, ifMatch: version, body: { reason } })}
      onDone={onDone}
    >
      <p>{words.proposeText}</p>
      <TextField
        label={words.takeBackReason}
        value={reason}
        rows={3}
        most={500}
        onChange={setReason}
        hint={words.takeBackHint}
        error={error('reason')}
      />
    </CommandDialog>
  )
}

function DecideTakeBackDialog({ state, version, onClose, onDone, onLoadNewest }: BatchDialogProps) {
  const [documentNumber, setDocumentNumber] = useState('')
  const [decidedOn, setDecidedOn] = useState(() => beijingDay(new Date().toISOString()))
  const send = useCommand(OPERATIONS.decideTakeBack)
  const error = useFieldErrors(send.problem)
  return (
    <CommandDialog
      title={words.verbs['decide-take-back']}
      seal
      confirmLabel={words.verbs['decide-take-back']}
      onClose={onClose}
      disabled={documentNumber.trim() === '' || decidedOn === ''}
      loadNewest={onLoadNewest}
      command={send}
      input={() => ({ params: { batchId: state.id }, ifMatch: version, body: { documentNumber, decidedOn } })}
      onDone={onDone}
    >
      <p>{words.decideText(state.namedCount, state.documentNumber ?? '')}</p>
      {state.takeBack !== undefined && (
        <p>{words.takeBackProposed(state.takeBack.proposerName, state.takeBack.reason)}</p>
      )}
      <TextField
        label={words.documentNumber}
        value={documentNumber}
        onChange={setDocumentNumber}
        hint={words.documentHint}
        error={error('documentNumber')}
      />
      <DateField label={words.takenBackOn} value={decidedOn} onChange={setDecidedOn} error={error('decidedOn')} />
    </CommandDialog>
  )
}

interface BatchDialogProps {
  readonly state: BatchCase['state']
  readonly version: number
  readonly onClose: () => void
  readonly onDone: () => void
  readonly onLoadNewest: () => void
}

function NoticeDialog({ state, version, onClose, onDone, onLoadNewest }: BatchDialogProps) {
  const [startsOn, setStartsOn] = useState(() => beijingDay(new Date().toISOString()))
  const [contact, setContact] = useState('')
  const [days, setDays] = useState(String(USUAL_OBJECTION_DAYS))
  const open = useCommand(OPERATIONS.openNotice)
  const error = useFieldErrors(open.problem)
  const from = PlainDate.safeParse(startsOn)
  const ends = from.success ? noticeEndsOn(from.data, state.noticeWorkingDays, workingCalendar()) : undefined
  return (
    <CommandDialog
      title={words.openTitle}
      onClose={onClose}
      command={open}
      input={() => ({
        params: { batchId: state.id },
        ifMatch: version,
        body: { startsOn, contact, objectionWorkingDays: Number(days) },
      })}
      onDone={onDone}
      disabled={startsOn === '' || contact.trim().length < 2 || !/^[1-9]\d?$/.test(days)}
      loadNewest={onLoadNewest}
    >
      <p>{words.openText(state.entries.length)}</p>
      <DateField label={words.startsOn} value={startsOn} onChange={setStartsOn} error={error('startsOn')} />
      {ends !== undefined && (
        <p className={ends.ok ? 'quiet' : 'error-text'}>
          {ends.ok
            ? words.endsPreview(dayText(ends.value))
            : `${ends.error.detail}。${PROBLEMS[ends.error.code].advice}。`}
        </p>
      )}
      <TextField
        label={words.contact}
        value={contact}
        onChange={setContact}
        most={120}
        hint={words.contactHint}
        error={error('contact')}
      />
      <TextField
        label={words.objectionDays}
        value={days}
        onChange={setDays}
        hint={words.objectionDaysHint}
        error={error('objectionWorkingDays')}
      />
    </CommandDialog>
  )
}

function NamingDialog({ state, version, onClose, onDone, onLoadNewest }: BatchDialogProps) {
  const [documentNumber, setDocumentNumber] = useState('')
  const [namedOn, setNamedOn] = useState(() => beijingDay(new Date().toISOString()))
  const name = useCommand(OPERATIONS.nameBatch)
  const error = useFieldErrors(name.problem)
  return (
    <CommandDialog
      title={words.nameTitle}
      seal
      confirmLabel={words.nameTitle}
      onClose={onClose}
      command={name}
      input={() => ({ params: { batchId: state.id }, ifMatch: version, body: { documentNumber, namedOn } })}
      onDone={onDone}
      disabled={documentNumber.trim() === '' || namedOn === ''}
      loadNewest={onLoadNewest}
    >
      <p>{words.nameText(state.entries.length)}</p>
      <Summary
        label={words.nameTitle}
        none={commonWords.none}
        lines={[
          { label: words.summary.units, tone: 'work', entries: unitsByCity(state) },
          {
            label: words.summary.notice,
            tone: 'good',
            entries:
              state.notice === undefined
                ? []
                : [words.summary.noticed(dayText(state.notice.startsOn), dayText(state.notice.endsOn))],
          },
          {
            label: words.summary.valid,
            tone: 'work',
            entries: [state.validYears === null ? roundWords.validLong : roundWords.years(state.validYears)],
          },
        ]}
      />
      <TextField
        label={words.documentNumber}
        value={documentNumber}
        onChange={setDocumentNumber}
        hint={words.documentHint}
        error={error('documentNumber')}
        autoFocus
      />
      <DateField label={words.namedOn} value={namedOn} onChange={setNamedOn} error={error('namedOn')} />
    </CommandDialog>
  )
}

/** `甲市12个`, in the order of the list. */
function unitsByCity(state: BatchCase['state']): readonly string[] {
  const counts = new Map<string, number>()
  for (const { cityName } of state.entries) counts.set(cityName, (counts.get(cityName) ?? 0) + 1)
  return [...counts].map(([city, count]) => words.summary.ofCity(city, count))
}
