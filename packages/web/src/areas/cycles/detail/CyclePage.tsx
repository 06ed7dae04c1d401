import { SUBJECT_KIND_NAMES } from '@anjie/contracts/vocabulary/schemes/subjectKindNames'
import { CYCLE_STATUS_NAMES, cycleOwner } from '@anjie/domain/cycles/cycleTransitions'
import { assessorLevel, isOwnAssessor } from '@anjie/domain/schemes/assessor'
import { isCollecting } from '@anjie/domain/submissions/submissionTransitions'
import { useCallback, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useEveryPage } from '../../../app/api/useEveryPage.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { CaseTimeline } from '../../../app/timeline/CaseTimeline.tsx'
import { turnText } from '../../../app/turn.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { completenessWords, figuresWords, cycleWords as words } from '../../../locales/zh-CN/cycles.ts'
import { dayText, dueText, instantText } from '../../../locales/zh-CN/format.ts'
import { postPartsWords } from '../../../locales/zh-CN/postParts.ts'
import { procedureWords } from '../../../locales/zh-CN/procedure.ts'
import { urgeWords } from '../../../locales/zh-CN/urging.ts'
import { ActionBar } from '../../../ui/ActionBar.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { Steps } from '../../../ui/Steps.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Table } from '../../../ui/table/Table.tsx'
import { tellDone } from '../../../ui/told.ts'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'
import { UrgeButton } from '../../messages/UrgeButton.tsx'
import { ProgressTiles } from './ProgressTiles.tsx'
import { ScoringProgress } from './ScoringProgress.tsx'
import { SubjectsDialog } from './SubjectsDialog.tsx'

type CycleCase = Answer<(typeof OPERATIONS)['getCycle']>

export default function CyclePage() {
  const { cycleId = '' } = useParams()
  const cycle = useRead(OPERATIONS.getCycle, { params: { cycleId } })
  return (
    <ReadState read={cycle}>{(found) => <Found found={found} loadNewest={() => void cycle.refetch()} />}</ReadState>
  )
}

function Found({ found, loadNewest }: { found: CycleCase; loadNewest: () => void }) {
  const me = useMe()
  const navigate = useNavigate()
  const { state, version, allowed } = found
  const params = { cycleId: state.id }
  const [asking, setAsking] = useState<'open' | 'extend' | 'subjects' | 'call-back' | 'score' | undefined>(undefined)
  const [reason, setReason] = useState('')
  /** The run that was asked for here: its page is opened as soon as it is there. */
  const [awaited, setAwaited] = useState<string | undefined>(undefined)
  const open = useCommand(OPERATIONS.openCycle)
  const score = useCommand(OPERATIONS.runScores)
  const isOwn = isOwnAssessor(state, me) && mayCall(me.roles, OPERATIONS.listRuns)
  const hasTable = state.status === 'final' && mayCall(me.roles, OPERATIONS.getLeagueTable)
  const hasScorecard =
    (state.status === 'preview' || state.status === 'final') &&
    state.subjects.some(({ code }) => code === me.jurisdiction.code) &&
    mayCall(me.roles, OPERATIONS.getOwnScorecard)
  const outstanding = score.problem?.is('submissions-outstanding') === true

  const verbs = [
    ...(state.status === 'planned'
      ? [{ action: 'plan', label: words.verbs.plan, onPress: () => void navigate(`/cycles/${state.id}/plan`) }]
      : []),
    { action: 'open', label: words.verbs.open, onPress: () => setAsking('open') },
    {
      action: 'enter',
      label: words.verbs.enter[assessorLevel(state)],
      onPress: () => void navigate(`/cycles/${state.id}/commission-values`),
    },
    { action: 'score', label: words.verbs.score, onPress: () => setAsking('score') },
    ...(state.status === 'open'
      ? [
          { action: 'extend', label: words.verbs.extend, onPress: () => setAsking('extend') },
          { action: 'subjects', label: words.verbs.subjects, onPress: () => setAsking('subjects') },
        ]
      : []),
    ...(state.status === 'open'
      ? [
          {
            action: 'call-back',
            label: words.verbs.callBack,
            kind: 'danger' as const,
            onPress: () => setAsking('call-back'),
          },
        ]
      : []),
  ]
  const onScored = useCallback(
    (runId: string | null) => {
      if (awaited !== undefined && runId === awaited) void navigate(`/runs/${runId}`)
      else loadNewest()
      setAwaited(undefined)
    },
    [awaited, navigate, loadNewest],
  )
  const close = () => {
    setAsking(undefined)
    setReason('')
    open.clear()
    score.clear()
  }

  return (
    <>
      <PageHead
        title={state.name}
        back={{ to: '/cycles', label: words.back }}
        state={<StateMark tone={toneOf(state.status)}>{CYCLE_STATUS_NAMES[state.status]}</StateMark>}
        sub={
          <>
            <Link to={`/schemes/${state.schemeId}`}>{state.schemeName}</Link> ·{' '}
            <Link to={`/schemes/${state.schemeId}/method`}>{words.method}</Link> · {words.dataPeriod}{' '}
            {dayText(state.dataFrom)}—{dayText(state.dataTo)} · {words.dueOn}{' '}
            {isCollecting(state.status) ? dueText(state.dueOn) : dayText(state.dueOn)}
            {state.lateFilling === 'locked' && ` · ${words.lateFillings.locked}`}
            {isOwn && (
              <>
                {' '}
                · <Link to={`/cycles/${state.id}/procedure`}>{procedureWords.title}</Link>
              </>
            )}
            {state.rollUp !== undefined && (
              <>
                {' '}
                · {words.rolledUp(state.rollUp.items.length)}
                <Link to={`/cycles/${state.rollUp.from}`}>{state.rollUp.fromName}</Link>
              </>
            )}
          </>
        }
      >
        {isOwn && (
          <ActionBar
            verbs={verbs}
            allowed={allowed}
            turn={turnText(me, cycleOwner(state), {
              dueOn:
                state.status === 'preview'
                  ? (state.appealsUntil ?? null)
                  : state.status === 'final'
                    ? null
                    : state.dueOn,
            })}
          />
        )}
      </PageHead>
      <div className="stack">
        <Steps label={words.way} steps={WAY.map((status) => CYCLE_STATUS_NAMES[status])} at={stepOf(state.status)} />
        {(hasTable || hasScorecard) && (
          <p className="panel row">
            {hasTable && <Link to={`/cycles/${state.id}/league-table`}>{words.leagueTable}</Link>}
            {hasScorecard && (
              <Link to={`/cycles/${state.id}/scorecard`}>{words.ownScorecard[me.jurisdiction.level]}</Link>
            )}
          </p>
        )}
        {isOwn && (awaited !== undefined || state.scoring !== undefined) && (
          <ScoringProgress cycleId={state.id} onDone={onScored} />
        )}
        {isOwn && <Runs cycleId={state.id} latest={state.latestRun} />}
        {mayCall(me.roles, OPERATIONS.listSubmissions) && state.status !== 'planned' ? (
          <Progress found={found} />
        ) : (
          <Subjects found={found} statuses={new Map()} />
        )}
        <CaseTimeline kind="cycle" recordId={found.state.id} page={found} />
      </div>
      {asking === 'open' && (
        <CommandDialog
          title={words.openTitle}
          onClose={close}
          loadNewest={loadNewest}
          command={open}
          input={() => ({ params, ifMatch: version })}
          onDone={() => {
            tellDone(commonWords.done(words.verbs.open))
            close()
          }}
        >
          <p>{words.openText(state.subjects.length)}</p>
        </CommandDialog>
      )}
      {asking === 'extend' && <ExtendDialog found={found} onClose={close} loadNewest={loadNewest} />}
      {asking === 'subjects' && <SubjectsDialog found={found} onClose={close} loadNewest={loadNewest} />}
      {asking === 'call-back' && <CallBackDialog found={found} onClose={close} loadNewest={loadNewest} />}
      {asking === 'score' && (
        <CommandDialog
          title={words.scoreTitle}
          onClose={close}
          confirmLabel={outstanding ? words.scoreAgain : words.scoreTitle}
          disabled={outstanding && reason.trim().length < 2}
          command={score}
          input={() => {
            const body = reason.trim() === '' ? {} : { reason: reason.trim() }
            return { params, body }
          }}
          onDone={(reply) => {
            setAwaited(reply.id)
            close()
          }}
        >
          <p>{words.scoreText}</p>
          {(outstanding || reason !== '') && (
            <TextField
              label={words.scoreReason}
              value={reason}
              rows={3}
              most={300}
              onChange={setReason}
              hint={words.scoreReasonHint}
            />
          )}
        </CommandDialog>
      )}
    </>
  )
}

interface ReasonDialogProps {
  readonly found: CycleCase
  readonly onClose: () => void
  readonly loadNewest: () => void
}

function ExtendDialog({ found, onClose, loadNewest }: ReasonDialogProps) {
  const { state, version } = found
  const [dueOn, setDueOn] = useState('')
  const [reason, setReason] = useState('')
  const extend = useCommand(OPERATIONS.extendCycle)
  const error = useFieldErrors(extend.problem)
  return (
    <CommandDialog
      title={words.extendTitle}
      onClose={onClose}
      disabled={dueOn === '' || reason.trim().length < 2}
      loadNewest={loadNewest}
      command={extend}
      input={() => {
        const body = { dueOn, reason: reason.trim() }
        return { params: { cycleId: state.id }, ifMatch: version, body }
      }}
      onDone={() => {
        tellDone(commonWords.done(words.verbs.extend))
        onClose()
      }}
    >
      <p>{words.extendText(dayText(state.dueOn))}</p>
      <DateField label={words.newDueOn} value={dueOn} onChange={setDueOn} error={error('dueOn')} />
      <TextField
        label={words.extendReason}
        value={reason}
        rows={2}
        most={300}
        onChange={setReason}
        error={error('reason')}
      />
    </CommandDialog>
  )
}

function CallBackDialog({ found, onClose, loadNewest }: ReasonDialogProps) {
  const { state, version } = found
  const [reason, setReason] = useState('')
  const callBack = useCommand(OPERATIONS.callBackCycle)
  const error = useFieldErrors(callBack.problem)
  return (
    <CommandDialog
      title={words.callBackTitle}
      onClose={onClose}
      disabled={reason.trim().length < 2}
      loadNewest={loadNewest}
      command={callBack}
      input={() => {
        const body = { reason: reason.trim() }
        return { params: { cycleId: state.id }, ifMatch: version, body }
      }}
      onDone={() => {
        tellDone(commonWords.done(words.verbs.callBack))
        onClose()
      }}
    >
      <p>{words.callBackText(state.subjects.filter(({ submissionId }) => submissionId !== undefined).length)}</p>
      <TextField
        label={words.callBackReason}
        value={reason}
        rows={2}
        most={300}
        onChange={setReason}
        error={error('reason')}
      />
    </CommandDialog>
  )
}

/** How far the forms are: from above all of them, whatever is in them; a county sees its own. */
function Progress({ found }: { found: CycleCase }) {
  const isCounty = useMe().jurisdiction.level === 'county'
  const { id, subjects } = found.state
  const below = useRead(OPERATIONS.getCycleProgress, { params: { cycleId: id } }, { enabled: !isCounty })
  const own = useEveryPage(OPERATIONS.listSubmissions, { query: { cycleId: id } }, { enabled: isCounty })
  const formOf = new Map(subjects.map(({ code, submissionId }) => [code, submissionId]))
  const statuses = new Map<string, SubjectStatus>([
    ...(own.data ?? []).map((row) => [row.id, row] as const),
    ...(below.data?.rows ?? []).flatMap(({ subject, status, statusName }) => {
      const form = formOf.get(subject)
      return form === undefined || status === null ? [] : [[form, { status, statusName }] as const]
    }),
  ])
  return (
    <>
      <Subjects found={found} statuses={statuses} />
      {!isCounty && found.state.subjectKind === 'county' && below.data !== undefined && (
        <ProgressTiles cycleName={found.state.name} rows={below.data.rows} />
      )}
    </>
  )
}

interface SubjectStatus {
  readonly status: string
  readonly statusName: string
}

/** The way of a cycle; what else may become of it is said beside its name. */
const WAY = ['planned', 'open', 'preview', 'final'] as const
const stepOf = (status: string): number => (status === 'final' ? WAY.length : WAY.map(String).indexOf(status))

type Subject = CycleCase['state']['subjects'][number]

function Subjects({ found, statuses }: { found: CycleCase; statuses: ReadonlyMap<string, SubjectStatus> }) {
  const me = useMe()
  const { state } = found
  const groupNames = new Map(found.groups.map((group) => [group.code, group.name]))
  const isBelow = state.subjectKind !== 'county' && state.subjectKind !== 'city'
  // How far others are, a county and a city never learn; a line for each of them would say nothing.
  const subjects = state.subjects.filter(({ code }) => code.startsWith(me.jurisdiction.code))
  const groupOf = (code: string): string => groupNames.get(code) ?? code
  const noStatus = ({ submissionId }: Subject): string =>
    state.status === 'planned'
      ? CYCLE_STATUS_NAMES.planned
      : submissionId === undefined
        ? words.noForm
        : words.statusUnknown
  const withScores =
    isBelow &&
    me.jurisdiction.level === 'county' &&
    (state.status === 'preview' || state.status === 'final') &&
    mayCall(me.roles, OPERATIONS.getOwnScorecard)
  // Whoever is above those who fill, as long as figures are taken.
  const isAbove = state.county === undefined ? me.jurisdiction.level !== 'county' : isOwnAssessor(state, me)
  const urges =
    isAbove && (state.status === 'open' || state.status === 'preview') && mayCall(me.roles, OPERATIONS.urgeCase)
  const statusOf = ({ submissionId }: Subject) => (submissionId === undefined ? undefined : statuses.get(submissionId))
  const filled = subjects.filter((subject) => subject.submissionId !== undefined)
  const settled = state.county === undefined ? 'accepted' : 'verified'
  const accepted = filled.filter((subject) => statusOf(subject)?.status === settled).length
  if (subjects.length === 0) return null
  return (
    <section aria-label={words.progress}>
      <div className="list-tools">
        <h2>{words.progress}</h2>
        {state.status !== 'planned' && mayCall(me.roles, OPERATIONS.getCycleProgress) && (
          <Link to={`/cycles/${state.id}/completeness`}>{completenessWords.title}</Link>
        )}
        {state.status !== 'planned' && mayCall(me.roles, OPERATIONS.listCycleFigures) && (
          <Link to={`/cycles/${state.id}/figures`}>{figuresWords.title}</Link>
        )}
        {state.status !== 'planned' && (
          <span className="count" role="status">
            {words.progressOf(accepted, filled.length)}
          </span>
        )}
      </div>
      <DataTable
        caption={words.progress}
        name=""
        isDense
        rows={subjects}
        rowKey={({ code }) => code}
        columns={[
          { key: 'name', name: SUBJECT_KIND_NAMES[state.subjectKind], text: ({ name }) => name, isRowHead: true },
          { key: 'group', name: words.group, text: (subject) => groupOf(subject.group), filtered: true },
          {
            key: 'state',
            name: words.stateColumn,
            filtered: true,
            text: (subject) => statusOf(subject)?.statusName ?? noStatus(subject),
            show: (subject) => {
              const status = statusOf(subject)
              return status === undefined ? (
                <span className="quiet">{noStatus(subject)}</span>
              ) : (
                <StateMark tone={toneOf(status.status)}>{status.statusName}</StateMark>
              )
            },
          },
          {
            key: 'form',
            name: words.form,
            isControl: true,
            text: () => '',
            show: (subject) =>
              statusOf(subject) !== undefined && (
                <Link to={`/submissions/${subject.submissionId}`}>{words.openForm}</Link>
              ),
          },
          ...(urges
            ? [
                {
                  key: 'urge',
                  name: urgeWords.column,
                  isControl: true,
                  text: () => '',
                  show: (subject: Subject) =>
                    subject.submissionId !== undefined &&
                    subject.code.startsWith(me.jurisdiction.code) &&
                    statusOf(subject)?.status !== settled && (
                      <UrgeButton kind="submission" id={subject.submissionId} name={subject.name} />
                    ),
                },
              ]
            : []),
          ...(state.subjectKind === 'post' && mayCall(me.roles, OPERATIONS.getPostParts)
            ? [
                {
                  key: 'parts',
                  name: postPartsWords.link,
                  isControl: true,
                  text: () => '',
                  show: ({ code }: Subject) => (
                    <Link to={`/cycles/${state.id}/posts/${code}`}>{postPartsWords.link}</Link>
                  ),
                },
              ]
            : []),
          ...(withScores
            ? [
                {
                  key: 'score',
                  name: words.ownUnits,
                  isControl: true,
                  text: () => '',
                  show: (subject: Subject) => (
                    <Link to={`/cycles/${state.id}/scorecard?subject=${subject.code}`}>{words.ownUnits}</Link>
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}

function Runs({ cycleId, latest }: { cycleId: string; latest: string | undefined }) {
  const runs = useRead(OPERATIONS.listRuns, { params: { cycleId } })
  return (
    <ReadState read={runs}>
      {({ rows }) => (
        <section aria-label={words.runs}>
          <h2>{words.runs}</h2>
          {rows.length === 0 && latest === undefined ? (
            <p className="quiet">{words.noRuns}</p>
          ) : (
            <>
              {/* The list follows the record by about a second; the newest run is known at once. */}
              {latest !== undefined && !rows.some((row) => row.id === latest) && (
                <p>
                  {words.latest} <Link to={`/runs/${latest}`}>{words.openRun}</Link>
                </p>
              )}
              <Table
                caption={words.runs}
                isFramed
                rows={rows.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: 'at',
                    name: words.runAt,
                    text: (row) => row.updatedAt,
                    show: (row) => (
                      <>
                        {instantText(row.updatedAt)} {row.id === latest && <strong>{words.latest}</strong>}
                      </>
                    ),
                  },
                  {
                    key: 'state',
                    name: words.stateColumn,
                    text: (row) => row.statusName,
                    show: (row) => <StateMark tone={toneOf(row.status)}>{row.statusName}</StateMark>,
                  },
                  {
                    key: 'outstanding',
                    name: words.outstanding,
                    kind: 'figure',
                    text: (row) => String(row.fields.outstanding),
                  },
                  {
                    key: 'open',
                    name: words.openRun,
                    text: () => '',
                    show: (row) => <Link to={`/runs/${row.id}`}>{words.openRun}</Link>,
                  },
                ]}
              />
            </>
          )}
        </section>
      )}
    </ReadState>
  )
}
