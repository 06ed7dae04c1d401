import { MOVE_FATE_NAMES, MOVE_STATUS_NAMES, MOVE_SUBJECT_NAMES, moveTitle } from '@anjie/domain/moves/moveNames'
import { useState } from 'react'
import { useParams } from 'react-router'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useStretches } from '../../../app/api/useStretches.ts'
import { CaseTimeline } from '../../../app/timeline/CaseTimeline.tsx'
import { dayText, instantText } from '../../../locales/zh-CN/format.ts'
import { moveWords as words } from '../../../locales/zh-CN/moves.ts'
import { ActionBar } from '../../../ui/ActionBar.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { askFirst } from '../../../ui/dialog/question.ts'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { Table } from '../../../ui/table/Table.tsx'
import { tellDone } from '../../../ui/told.ts'
import { MoveLines } from './MoveLines.tsx'

type Found = Answer<(typeof OPERATIONS)['getMovePlan']>

const isUnderWay = (status: string): boolean => status === 'applying'

/** 迁移方案: what becomes of each unit, title, case, place and post and why; the confirmation, and how far it is. */
export default function MovePlanPage() {
  const { planId = '' } = useParams()
  const plan = useRead(OPERATIONS.getMovePlan, { params: { planId } })
  return <ReadState read={plan}>{(found) => <Plan found={found} loadNewest={() => void plan.refetch()} />}</ReadState>
}

function Plan({ found, loadNewest }: { readonly found: Found; readonly loadNewest: () => void }) {
  const { state, version } = found
  const allowed = found.allowed.filter((each) => each.allowed)
  const call = { params: { planId: state.id }, ifMatch: version }
  const redraw = useCommand(OPERATIONS.redrawMovePlan)
  const confirm = useCommand(OPERATIONS.confirmMovePlan)
  const [isDiscarding, setDiscarding] = useState(false)
  const carrying = useStretches(
    OPERATIONS.carryMoveOn,
    { params: { planId: state.id } },
    OPERATIONS.getMovePlan,
    isUnderWay,
  )
  const carriesOut = state.kind === 'county'
  const confirmFirst = async () => {
    const question = { title: words.confirmTitle, text: words.confirmText(state.lines), yes: words.yes, no: words.no }
    if (!(await askFirst(question)) || (await confirm.run(call)) === undefined) return
    tellDone(words.done(words.verbs.confirm))
    // A county carries out itself what its city confirmed.
    if (carriesOut) await carrying.start()
  }
  return (
    <>
      <PageHead
        title={moveTitle(state)}
        back={{ to: '/move-plans', label: words.back }}
        state={
          <StateMark tone={state.status === 'drawn' ? 'due' : toneOf(state.status)}>
            {MOVE_STATUS_NAMES[state.status]}
          </StateMark>
        }
        sub={`${dayText(state.on)} · ${state.approvalReference}`}
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
            {
              action: 'redraw',
              label: words.verbs.redraw,
              waiting: redraw.waiting,
              onPress: () =>
                void redraw.run(call).then((reply) => reply !== undefined && tellDone(words.done(words.verbs.redraw))),
            },
            { action: 'discard', label: words.verbs.discard, onPress: () => setDiscarding(true) },
          ]}
          allowed={allowed}
        />
      </PageHead>
      <div className="stack">
        {[redraw, confirm, carrying].map(
          ({ problem }, at) =>
            problem !== undefined && <ProblemNotice key={at} problem={problem} onLoadNewest={loadNewest} />,
        )}
        <Standing found={found} isRunning={carrying.isRunning} />
        <div className="split">
          <section className="panel">
            <h2>{words.counts}</h2>
            <Table
              caption={words.counts}
              rows={state.counts}
              rowKey={({ subject, fate }) => `${subject} ${fate}`}
              columns={[
                {
                  key: 'subject',
                  name: words.subject,
                  text: (row) => MOVE_SUBJECT_NAMES[row.subject],
                  isRowHead: true,
                },
                { key: 'fate', name: words.fate, text: (row) => MOVE_FATE_NAMES[row.fate] },
                { key: 'count', name: words.count, kind: 'figure', text: (row) => String(row.count) },
              ]}
            />
          </section>
          <section className="panel">
            <h2>{words.facts}</h2>
            <dl className="facts">
              <dt>{words.reference}</dt>
              <dd>{state.approvalReference}</dd>
              <dt>{words.on}</dt>
              <dd>{dayText(state.on)}</dd>
              <dt>{words.drawnBy}</dt>
              <dd>{`${state.drawnBy.personName} ${instantText(state.drawnBy.at)}`}</dd>
              {state.confirmed !== undefined && (
                <>
                  <dt>{words.confirmedBy}</dt>
                  <dd>{`${state.confirmed.personName} ${instantText(state.confirmed.at)}`}</dd>
                </>
              )}
            </dl>
          </section>
        </div>
        <MoveLines planId={state.id} drawing={state.drawing} parts={state.parts} />
        <CaseTimeline kind="move-plan" recordId={state.id} page={found} />
      </div>
      {isDiscarding && <DiscardDialog found={found} onClose={() => setDiscarding(false)} />}
    </>
  )
}

/** Where the plan stands, in a line or two. */
function Standing({ found, isRunning }: { readonly found: Found; readonly isRunning: boolean }) {
  const { state, progress } = found
  if (state.status === 'applied' && state.applied !== undefined)
    return <Callout tone="good" title={words.applied(state.applied.done, state.applied.passedOver)} />
  if (state.status === 'discarded') return <p>{words.discarded(state.discarded?.reason ?? '')}</p>
  if (state.status === 'applying')
    return (
      <div role="status">
        <ProgressBar share={progress.done / Math.max(1, progress.of)} />
        <p>{words.progress(progress.done, progress.of)}</p>
        <p className="quiet">{isRunning ? words.running : words.stopped}</p>
      </div>
    )
  if (state.gaps.length === 0)
    return <p className="quiet">{state.kind === 'county' ? words.waits : words.waitsForCity}</p>
  return (
    <Callout tone="stop" title={words.gapsTitle(state.gaps.length)}>
      <ul>
        {state.gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
    </Callout>
  )
}

function DiscardDialog({ found, onClose }: { readonly found: Found; readonly onClose: () => void }) {
  const [reason, setReason] = useState('')
  const discard = useCommand(OPERATIONS.discardMovePlan)
  return (
    <CommandDialog
      title={words.discardTitle}
      onClose={onClose}
      missing={[reason.trim().length < 2 ? words.reason : undefined]}
      command={discard}
      input={() => {
        const body = { reason: reason.trim() }
        return { params: { planId: found.state.id }, ifMatch: found.version, body }
      }}
      onDone={() => {
        tellDone(words.done(words.verbs.discard))
        onClose()
      }}
    >
      <TextField label={words.reason} name="reason" value={reason} rows={2} most={500} onChange={setReason} />
    </CommandDialog>
  )
}
