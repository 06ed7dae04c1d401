import type { ShownRows } from '@anjie/contracts/vocabulary/intake/importBatch'
import { IMPORT_STATUS_NAMES } from '@anjie/domain/intake/importTransitions'
import { useEffect, useRef, useState } from 'react'
import { Link, useParams } from 'react-router'
import { useApi } from '../../../app/api/ApiContext.ts'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useStretches } from '../../../app/api/useStretches.ts'
import { CaseTimeline } from '../../../app/timeline/CaseTimeline.tsx'
import { instantText } from '../../../locales/zh-CN/format.ts'
import { importWords as words } from '../../../locales/zh-CN/imports.ts'
import { ActionBar } from '../../../ui/ActionBar.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { askFirst } from '../../../ui/dialog/question.ts'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { Steps } from '../../../ui/Steps.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { Tabs } from '../../../ui/Tabs.tsx'
import { tellFailure } from '../../../ui/told.ts'
import { ImportRows } from './ImportRows.tsx'
import { returnedFile, type ToldOfRow } from './returnedFile.ts'

type Found = Answer<(typeof OPERATIONS)['getImportBatch']>

const isUnderWay = (status: string): boolean => status === 'applying' || status === 'putting-back'

const STEP_AT = {
  uploading: 0,
  reading: 1,
  refused: 1,
  staged: 2,
  discarded: 2,
  applying: 3,
  applied: 4,
  'putting-back': 4,
  'put-back': 4,
} as const

/** 导入批次: what the file says row by row, what will change, the confirmation, how far it is, and the way back. */
export default function ImportPage() {
  const { batchId = '' } = useParams()
  const [isWaiting, setWaiting] = useState(false)
  const batch = useRead(OPERATIONS.getImportBatch, { params: { batchId } }, isWaiting ? { every: 1500 } : {})
  const isReading = batch.data?.state.status === 'reading' && batch.data.reading === undefined
  useEffect(() => setWaiting(isReading), [isReading])
  return (
    <ReadState read={batch}>{(found) => <Batch found={found} loadNewest={() => void batch.refetch()} />}</ReadState>
  )
}

function Batch({ found, loadNewest }: { readonly found: Found; readonly loadNewest: () => void }) {
  const { state, version, allowed } = found
  const call = { params: { batchId: state.id }, ifMatch: version }
  const read = useCommand(OPERATIONS.readImport)
  const plan = useCommand(OPERATIONS.planImport)
  const confirm = useCommand(OPERATIONS.confirmImport)
  const discard = useCommand(OPERATIONS.discardImport)
  const [isPuttingBack, setPuttingBack] = useState(false)
  const carrying = useCarryOn(state.id)
  usePlanOnceRead(found, () => void plan.run(call))
  const rows = (state.plan?.new ?? 0) + (state.plan?.changed ?? 0)
  const confirmFirst = async () => {
    if (!(await askFirst({ title: words.confirmTitle, text: words.confirmText(rows), yes: words.yes, no: words.no })))
      return
    if ((await confirm.run(call)) !== undefined) await carrying.start()
  }
  const discardFirst = async () => {
    if (await askFirst({ title: words.discardTitle, text: words.discardText, yes: words.yes, no: words.no }))
      await discard.run(call)
  }
  const mayRead = state.status !== 'reading' || found.isOverdue
  return (
    <>
      <PageHead
        title={state.about}
        back={{ to: '/imports', label: words.back }}
        state={<StateMark tone={toneOf(state.status)}>{IMPORT_STATUS_NAMES[state.status]}</StateMark>}
        sub={state.fileName}
      >
        <ActionBar
          verbs={[
            {
              action: 'confirm',
              label: words.verbs.confirm,
              waiting: confirm.waiting,
              onPress: () => void confirmFirst(),
            },
            {
              action: 'carry-on',
              label: words.verbs['carry-on'],
              waiting: carrying.isRunning,
              onPress: () => void carrying.start(),
            },
            ...(mayRead && state.status !== 'uploading'
              ? [
                  {
                    action: 'read',
                    label: words.verbs.read,
                    waiting: read.waiting,
                    onPress: () => void read.run(call),
                  },
                ]
              : []),
            ...(state.status === 'staged'
              ? [{ action: 'plan', label: words.verbs.plan, waiting: plan.waiting, onPress: () => void plan.run(call) }]
              : []),
            {
              action: 'put-back',
              label: words.verbs['put-back'],
              kind: 'danger' as const,
              onPress: () => setPuttingBack(true),
            },
            { action: 'discard', label: words.verbs.discard, onPress: () => void discardFirst() },
          ]}
          allowed={allowed.filter(({ allowed: may }) => may)}
        />
      </PageHead>
      <Steps label={words.steps} steps={words.stepNames} at={STEP_AT[state.status]} />
      <div className="stack">
        {[read, plan, confirm, discard].map(
          ({ problem }, at) =>
            problem !== undefined && (
              <ProblemNotice key={words.stepNames[at]} problem={problem} onLoadNewest={loadNewest} />
            ),
        )}
        {carrying.problem !== undefined && <ProblemNotice problem={carrying.problem} onLoadNewest={loadNewest} />}
        <Standing found={found} rows={rows} isRunning={carrying.isRunning} isPlanning={plan.waiting} />
        {carrying.told.length > 0 && (
          <Callout tone="due" title={words.toldOnce(carrying.told.length)}>
            {words.toldOnceText}
          </Callout>
        )}
        {state.plan !== undefined && <Preview found={found} told={carrying.told} />}
      </div>
      <div className="below">
        <CaseTimeline kind="import-batch" recordId={state.id} page={found} />
      </div>
      {isPuttingBack && (
        <PutBackDialog
          found={found}
          loadNewest={loadNewest}
          onClose={() => setPuttingBack(false)}
          onDone={() => {
            setPuttingBack(false)
            void carrying.start()
          }}
        />
      )}
    </>
  )
}

/** Rows are laid against the list as soon as the importer is through; a person looks at what comes of it. */
function usePlanOnceRead({ state, reading, version }: Found, plan: () => void): void {
  const asked = useRef(0)
  const isRead = state.status === 'reading' && reading !== undefined && reading.status !== 'interrupted'
  useEffect(() => {
    if (!isRead || asked.current === version) return
    asked.current = version
    plan()
  }, [isRead, version, plan])
}

/** What a stretch tells this one time (codes of posts) stays on the page as long as it is open. */
function useCarryOn(batchId: string) {
  const [told, setTold] = useState<readonly ToldOfRow[]>([])
  const stretches = useStretches(
    OPERATIONS.carryImportOn,
    { params: { batchId } },
    OPERATIONS.getImportBatch,
    isUnderWay,
    ({ told: more = [] }) => {
      if (more.length > 0) setTold((before) => [...before, ...more])
    },
  )
  return { ...stretches, told }
}

interface StandingProps {
  readonly found: Found
  readonly rows: number
  readonly isRunning: boolean
  readonly isPlanning: boolean
}

/** Where the batch stands, in a line or two. */
function Standing({ found, rows, isRunning, isPlanning }: StandingProps) {
  const { state, reading } = found
  const { earlier, plan, applied, putBackDone } = state
  if (state.status === 'refused')
    return (
      <Callout tone="stop" title={words.fault} isAlert>
        {state.fault}
      </Callout>
    )
  if (state.status === 'reading' && found.isOverdue)
    return (
      <Callout tone="stop" title={words.overdue} isAlert>
        {words.overdueText}
      </Callout>
    )
  if (state.status === 'reading')
    return (
      <p role="status">{reading === undefined && !isPlanning ? words.reading(found.piecesRead) : words.planning}</p>
    )
  const all = state.status === 'putting-back' ? (applied?.done ?? rows) : rows
  return (
    <>
      {earlier !== undefined && (
        <Callout tone="due" title={words.same(instantText(earlier.at), earlier.by, earlier.applied)}>
          {words.sameText} <Link to={`/imports/${earlier.id}`}>{words.toEarlier}</Link>
        </Callout>
      )}
      {plan !== undefined && (
        <p>
          {(['new', 'changed', 'same', 'refused', 'passedOver'] as const)
            .filter((key) => plan[key] > 0)
            .map((key) => words.counts[key](plan[key]))
            .join('，')}
        </p>
      )}
      {(state.remarks ?? []).map((remark) => (
        <p key={remark} className="quiet small">
          {remark}
        </p>
      ))}
      {isUnderWay(state.status) && (
        <div role="status">
          <ProgressBar share={all === 0 ? 1 : found.rowsDone / all} />
          {words.progress(found.rowsDone, all)}
          {isRunning && `　${words.running}`}
        </div>
      )}
      {state.status === 'applied' && applied !== undefined && (
        <Callout tone={applied.refused === 0 ? 'good' : 'due'} title={words.done(applied.done, applied.refused)} />
      )}
      {putBackDone !== undefined && (
        <Callout
          tone={putBackDone.stays === 0 ? 'good' : 'due'}
          title={words.putBackDone(putBackDone.done, putBackDone.stays)}
        />
      )}
    </>
  )
}

/** The rows by what becomes of them, and the file back with its marks. */
function Preview({ found, told }: { readonly found: Found; readonly told: readonly ToldOfRow[] }) {
  const api = useApi()
  const { state } = found
  const counts = {
    changing: (state.plan?.new ?? 0) + (state.plan?.changed ?? 0),
    refused: state.plan?.refused ?? 0,
    same: state.plan?.same ?? 0,
  }
  const tabs = (Object.keys(counts) as ShownRows[]).filter((key) => counts[key] > 0)
  const [chosen, setChosen] = useState<ShownRows>(tabs[0] ?? 'changing')
  const [isMaking, setMaking] = useState(false)
  const giveBack = async () => {
    setMaking(true)
    try {
      await returnedFile(api, found, told)
    } catch (thrown) {
      console.error(thrown)
      tellFailure(words.notReturned)
    } finally {
      setMaking(false)
    }
  }
  return (
    <section className="panel stack" aria-label={words.preview}>
      <h2>{words.preview}</h2>
      <div className="row">
        <Button onClick={() => void giveBack()} waiting={isMaking}>
          {words.returned}
        </Button>
      </div>
      <Tabs
        label={words.preview}
        tabs={tabs.map((key) => ({ key, label: words.tabs[key](counts[key]) }))}
        chosen={chosen}
        onChoose={(key) => setChosen(tabs.find((each) => each === key) ?? 'changing')}
      />
      <ImportRows key={chosen} batchId={state.id} shown={chosen} isNumbered={state.list === 'disputes'} />
    </section>
  )
}

interface PutBackDialogProps {
  readonly found: Found
  readonly loadNewest: () => void
  readonly onClose: () => void
  readonly onDone: () => void
}

function PutBackDialog({ found, loadNewest, onClose, onDone }: PutBackDialogProps) {
  const [reason, setReason] = useState('')
  const send = useCommand(OPERATIONS.putImportBack)
  return (
    <CommandDialog
      title={words.putBackTitle}
      onClose={onClose}
      disabled={reason.trim().length < 2}
      loadNewest={loadNewest}
      command={send}
      input={() => ({ params: { batchId: found.state.id }, ifMatch: found.version, body: { reason } })}
      onDone={onDone}
    >
      <p>{words.putBackText}</p>
      <TextField label={words.reason} value={reason} rows={3} most={500} onChange={setReason} />
    </CommandDialog>
  )
}
