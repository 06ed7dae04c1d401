import type { ObjectionOutcome } from '@anjie/contracts/vocabulary/objections/objection'
import {
  OBJECTION_CHANNEL_NAMES,
  OBJECTION_OUTCOME_NAMES,
  OBJECTION_STATUS_NAMES,
  objectionOwner,
} from '@anjie/domain/objections/objectionTransitions'
import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useApi } from '../../../app/api/ApiContext.ts'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { CaseTimeline } from '../../../app/timeline/CaseTimeline.tsx'
import { turnText } from '../../../app/turn.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { dayText, dueText, instantText } from '../../../locales/zh-CN/format.ts'
import { objectionWords as words } from '../../../locales/zh-CN/objections.ts'
import { ActionBar } from '../../../ui/ActionBar.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { Steps } from '../../../ui/Steps.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { tellDone } from '../../../ui/told.ts'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'

type ObjectionCase = Answer<(typeof OPERATIONS)['getObjection']>

/** One objection for who investigates it: what was said, what was found, what everybody will read. */
export default function ObjectionPage() {
  const { objectionId = '' } = useParams()
  const objection = useRead(OPERATIONS.getObjection, { params: { objectionId } })
  return (
    <ReadState read={objection}>
      {(found) => <Found found={found} loadNewest={() => void objection.refetch()} />}
    </ReadState>
  )
}

function Found({ found, loadNewest }: { found: ObjectionCase; loadNewest: () => void }) {
  const me = useMe()
  const { state, version } = found
  const [asked, setAsked] = useState<'answer' | 'publish' | null>(null)
  const accept = useCommand(OPERATIONS.acceptObjection)
  const dialog = {
    found,
    loadNewest,
    onClose: () => setAsked(null),
    onDone: (label: string) => {
      setAsked(null)
      tellDone(commonWords.done(label))
    },
  }
  return (
    <>
      <PageHead
        title={state.about?.unitName ?? words.wholeList}
        back={{ to: '/objections', label: words.back }}
        state={<StateMark tone={toneOf(state.status)}>{OBJECTION_STATUS_NAMES[state.status]}</StateMark>}
        sub={
          <>
            {state.batchName} · <span data-copied>{state.number}</span>
          </>
        }
      >
        <ActionBar
          verbs={[
            {
              action: 'accept',
              label: words.verbs.accept,
              waiting: accept.waiting,
              onPress: () =>
                void accept.run({ params: { objectionId: state.id }, ifMatch: version }).then((reply) => {
                  if (reply !== undefined) tellDone(commonWords.done(words.verbs.accept))
                }),
            },
            { action: 'answer', label: words.verbs.answer, onPress: () => setAsked('answer') },
            { action: 'publish', label: words.verbs.publish, onPress: () => setAsked('publish') },
          ]}
          allowed={found.allowed}
          turn={turnText(me, objectionOwner(state))}
        />
      </PageHead>
      <Steps label={words.steps} steps={words.stepNames} at={STEP_AT[state.status]} />
      <div className="split">
        <div>
          <Material found={found} />
          <section className="panel">
            <h2>{words.finding}</h2>
            <p className="prose">{state.finding ?? words.none}</p>
            <h2>{words.answer}</h2>
            <p className="prose">{state.answer ?? words.none}</p>
            <h2>{words.published}</h2>
            <p className="prose">{state.published?.text ?? words.none}</p>
          </section>
        </div>
        <Facts state={state} />
      </div>
      <div className="below">
        <CaseTimeline kind="objection" recordId={state.id} page={found} />
      </div>
      {asked === 'answer' && <AnswerDialog {...dialog} />}
      {asked === 'publish' && <PublishDialog {...dialog} />}
    </>
  )
}

/** 接收、调查、答复、公布: which one it stands at. */
const STEP_AT = { received: 0, investigating: 1, answered: 3, published: 4 } as const

function Material({ found: { state, material } }: { found: ObjectionCase }) {
  const api = useApi()
  const open = (at: number) =>
    void api
      .call(OPERATIONS.openObjectionFile, { params: { objectionId: state.id, at: String(at) } })
      .then(({ url }) => window.open(url, '_blank', 'noopener'))
  if (material === undefined)
    return (
      <section className="panel">
        <h2>{words.material}</h2>
        <p className="quiet">
          {state.materialDeletedOn === undefined ? words.noMaterial : words.deleted(dayText(state.materialDeletedOn))}
        </p>
      </section>
    )
  return (
    <section className="panel">
      <h2>{words.material}</h2>
      <dl className="facts">
        <dt>{words.name}</dt>
        <dd>{material.name ?? words.anonymous}</dd>
        {material.contact !== undefined && (
          <>
            <dt>{words.contact}</dt>
            <dd>{material.contact}</dd>
          </>
        )}
      </dl>
      <p className="prose">{material.text}</p>
      {material.files.length === 0 ? (
        <p className="quiet">{words.noFiles}</p>
      ) : (
        <ul>
          {material.files.map((file, at) => (
            <li key={`${file.name} ${file.bytes}`}>
              <Button onClick={() => open(at)}>{file.name}</Button>{' '}
              <span className="quiet">{words.fileSize(Math.ceil(file.bytes / 1024))}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="quiet">{words.materialText(dayText(state.keptUntil))}</p>
    </section>
  )
}

function Facts({ state }: { state: ObjectionCase['state'] }) {
  const isLate =
    state.answeredOn === undefined && state.dueOn !== undefined && state.dueOn < beijingDay(new Date().toISOString())
  return (
    <section className="panel">
      <h2>{words.facts}</h2>
      <dl className="facts">
        <dt>{words.number}</dt>
        <dd data-copied>{state.number}</dd>
        <dt>{words.channel}</dt>
        <dd>
          {OBJECTION_CHANNEL_NAMES[state.channel]} · {state.anonymous ? words.anonymous : words.named}
          {state.anonymous && <div className="quiet">{words.clue}</div>}
        </dd>
        <dt>{words.sentOn}</dt>
        <dd>{dayText(state.sentOn)}</dd>
        <dt>{words.received}</dt>
        <dd>{instantText(state.receivedAt)}</dd>
        <dt>{words.dueOn}</dt>
        <dd>
          {state.dueOn === undefined ? words.noDue : dueText(state.dueOn)}
          {isLate && (
            <div>
              <StateMark tone="stop">{words.late}</StateMark>
            </div>
          )}
        </dd>
        {state.outcome !== undefined && (
          <>
            <dt>{words.outcome}</dt>
            <dd>
              <StateMark tone={toneOf(state.outcome)}>{OBJECTION_OUTCOME_NAMES[state.outcome]}</StateMark>
            </dd>
          </>
        )}
      </dl>
      <p className="row">
        <Link to={`/batches/${state.batchId}`}>{words.toList}</Link>
        {state.about !== undefined && <Link to={`/applications/${state.about.applicationId}`}>{words.toUnit}</Link>}
      </p>
    </section>
  )
}

interface ObjectionDialogProps {
  readonly found: ObjectionCase
  readonly loadNewest: () => void
  readonly onClose: () => void
  readonly onDone: (label: string) => void
}

const OUTCOMES = (Object.entries(OBJECTION_OUTCOME_NAMES) as [ObjectionOutcome, string][]).map(([value, label]) => ({
  value,
  label,
}))

function AnswerDialog({ found, loadNewest, onClose, onDone }: ObjectionDialogProps) {
  const [outcome, setOutcome] = useState('')
  const [finding, setFinding] = useState('')
  const [answer, setAnswer] = useState('')
  const send = useCommand(OPERATIONS.answerObjection)
  const error = useFieldErrors(send.problem)
  const { state, version } = found
  const chosen = OUTCOMES.find(({ value }) => value === outcome)?.value
  return (
    <CommandDialog
      title={words.answerTitle}
      onClose={onClose}
      disabled={chosen === undefined || finding.trim().length < 5 || (!state.anonymous && answer.trim().length < 5)}
      loadNewest={loadNewest}
      command={send}
      input={() => {
        if (chosen === undefined) return undefined
        const answered = answer.trim() === '' ? {} : { answer }
        return { params: { objectionId: state.id }, ifMatch: version, body: { outcome: chosen, finding, ...answered } }
      }}
      onDone={() => onDone(words.verbs.answer)}
    >
      <p>{words.answerText}</p>
      <ChoiceField
        label={words.outcome}
        value={outcome}
        choices={OUTCOMES}
        onChange={setOutcome}
        error={error('outcome')}
      />
      <TextField
        label={words.finding}
        value={finding}
        rows={4}
        most={2000}
        onChange={setFinding}
        hint={words.findingHint}
        error={error('finding')}
      />
      <TextField
        label={words.answer}
        value={answer}
        rows={4}
        most={1000}
        onChange={setAnswer}
        hint={state.anonymous ? words.clue : words.answerHint}
        error={error('answer')}
      />
    </CommandDialog>
  )
}

function PublishDialog({ found, loadNewest, onClose, onDone }: ObjectionDialogProps) {
  const [text, setText] = useState('')
  const send = useCommand(OPERATIONS.publishObjection)
  const error = useFieldErrors(send.problem)
  return (
    <CommandDialog
      title={words.publishTitle}
      onClose={onClose}
      disabled={text.trim().length < 5}
      loadNewest={loadNewest}
      command={send}
      input={() => ({ params: { objectionId: found.state.id }, ifMatch: found.version, body: { text } })}
      onDone={() => onDone(words.verbs.publish)}
    >
      <p>{words.publishText}</p>
      <TextField
        label={words.published}
        value={text}
        rows={4}
        most={500}
        onChange={setText}
        hint={words.publishHint}
        error={error('text')}
      />
    </CommandDialog>
  )
}
