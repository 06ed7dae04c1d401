import { APPEAL_STATUS_NAMES, appealOwner } from '@anjie/domain/appeals/appealTransitions'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { NextCase } from '../../../app/NextCase.tsx'
import { CaseTimeline } from '../../../app/timeline/CaseTimeline.tsx'
import { turnText } from '../../../app/turn.ts'
import { appealWords as words } from '../../../locales/zh-CN/appeals.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { ActionBar } from '../../../ui/ActionBar.tsx'
import { RadioField } from '../../../ui/form/RadioField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { tellDone } from '../../../ui/told.ts'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'
import { ReceiptArticle } from '../../league-tables/scorecard/ReceiptArticle.tsx'

type AppealCase = Answer<(typeof OPERATIONS)['getAppeal']>

/** A challenge of one score, with the receipt that it is about and the answer. */
export default function AppealPage() {
  const { appealId = '' } = useParams()
  const appeal = useRead(OPERATIONS.getAppeal, { params: { appealId } })
  return (
    <ReadState read={appeal}>
      {(found) => <Found key={appealId} found={found} loadNewest={() => void appeal.refetch()} />}
    </ReadState>
  )
}

function Found({ found, loadNewest }: { found: AppealCase; loadNewest: () => void }) {
  const me = useMe()
  const { state } = found
  const place = state.subject?.name ?? state.countyName
  const [asked, setAsked] = useState<'answer' | 'conclude' | null>(null)
  const [decided, setDecided] = useState(false)
  const dialog = {
    found,
    loadNewest,
    onClose: () => setAsked(null),
    onDone: (label: string) => {
      setAsked(null)
      setDecided(true)
      tellDone(commonWords.done(label))
    },
  }
  return (
    <>
      <PageHead
        title={`${place} ${state.receipt.name}`}
        back={{ to: '/appeals', label: words.back }}
        state={<StateMark tone={toneOf(state.status)}>{APPEAL_STATUS_NAMES[state.status]}</StateMark>}
        sub={state.cycleName}
      >
        <ActionBar
          verbs={[
            { action: 'answer', label: words.answer, onPress: () => setAsked('answer') },
            { action: 'conclude', label: words.conclude, onPress: () => setAsked('conclude') },
          ]}
          allowed={found.allowed}
          turn={turnText(me, appealOwner(state))}
        />
      </PageHead>
      {decided && <NextCase kind="appeal" id={state.id} />}
      <div className="split even">
        <section className="panel">
          <h2>{words.receipt}</h2>
          <ReceiptArticle receipt={state.receipt} place={place} parts={[]} />
          {mayCall(me.roles, OPERATIONS.getScorecard) && state.assessor === me.jurisdiction.level && (
            <p>
              <Link to={`/runs/${state.runId}/scorecards/${state.subject?.code ?? state.county}`}>{words.run}</Link>
            </p>
          )}
        </section>
        <div>
          <section className="panel">
            <h2>{words.claim}</h2>
            <p className="prose">{state.claim}</p>
          </section>
          <section className="panel">
            <h2>{words.answer}</h2>
            <p className="prose">{state.answer ?? words.noAnswer}</p>
          </section>
          {(state.status === 'upheld' || state.status === 'corrected') && (
            <section className="panel">
              <h2>{words.correction}</h2>
              <p className="prose">{correctionText(state)}</p>
              {state.status === 'upheld' && <WhereToCorrect state={state} />}
            </section>
          )}
        </div>
      </div>
      <div className="below">
        <CaseTimeline kind="appeal" recordId={found.state.id} page={found} />
      </div>
      {asked === 'answer' && <AnswerDialog {...dialog} />}
      {asked === 'conclude' && <ConcludeDialog {...dialog} />}
    </>
  )
}

/** The pages on which an upheld appeal is put right, for those who do it. */
function WhereToCorrect({ state }: { readonly state: AppealCase['state'] }) {
  const me = useMe()
  const isAssessor = state.assessor === me.jurisdiction.level && mayCall(me.roles, OPERATIONS.runScores)
  const mayReturn =
    state.submissionId !== undefined && state.restsOnForm !== false && mayCall(me.roles, OPERATIONS.returnSubmission)
  if (!isAssessor && !mayReturn) return null
  return (
    <p className="row">
      {mayReturn && <Link to={`/submissions/${state.submissionId}`}>{words.toForm}</Link>}
      {isAssessor && <Link to={`/cycles/${state.cycleId}/commission-values`}>{words.toCommission}</Link>}
      {isAssessor && <Link to={`/cycles/${state.cycleId}`}>{words.toScoring}</Link>}
    </p>
  )
}

function correctionText({ correction, receipt }: AppealCase['state']): string {
  if (correction === undefined) return words.uncorrected
  return 'statement' in correction
    ? words.unchanged(correction.personName, correction.statement)
    : words.corrected(receipt.points ?? words.noPoints, correction.points ?? words.noPoints)
}

interface AppealDialogProps {
  readonly found: AppealCase
  readonly loadNewest: () => void
  readonly onClose: () => void
  readonly onDone: (label: string) => void
}

function AnswerDialog({ found, loadNewest, onClose, onDone }: AppealDialogProps) {
  const [outcome, setOutcome] = useState<'upheld' | 'dismissed' | undefined>(undefined)
  const [answer, setAnswer] = useState('')
  const send = useCommand(OPERATIONS.answerAppeal)
  const error = useFieldErrors(send.problem)
  return (
    <CommandDialog
      title={words.answerTitle}
      keepsMaterial
      missing={[
        outcome === undefined ? words.outcome : undefined,
        answer.trim().length < 5 ? words.answerLabel : undefined,
      ]}
      onClose={onClose}
      loadNewest={loadNewest}
      command={send}
      input={() => {
        if (outcome === undefined) return undefined
        return { params: { appealId: found.state.id }, ifMatch: found.version, body: { outcome, answer } }
      }}
      onDone={() => onDone(words.answer)}
    >
      <p>{words.answerText}</p>
      <RadioField
        label={words.outcome}
        value={outcome}
        choices={(['upheld', 'dismissed'] as const).map((value) => ({ value, label: words.outcomes[value] }))}
        onChange={setOutcome}
      />
      <TextField
        label={words.answerLabel}
        value={answer}
        rows={4}
        most={1000}
        onChange={setAnswer}
        hint={words.answerHint}
        error={error('answer')}
        phrases="appeal"
      />
    </CommandDialog>
  )
}

function ConcludeDialog({ found, loadNewest, onClose, onDone }: AppealDialogProps) {
  const [statement, setStatement] = useState('')
  const send = useCommand(OPERATIONS.concludeAppeal)
  const error = useFieldErrors(send.problem)
  return (
    <CommandDialog
      title={words.concludeTitle}
      keepsMaterial
      missing={[statement.trim().length < 5 ? words.statement : undefined]}
      onClose={onClose}
      loadNewest={loadNewest}
      command={send}
      input={() => ({ params: { appealId: found.state.id }, ifMatch: found.version, body: { statement } })}
      onDone={() => onDone(words.conclude)}
    >
      <p>{words.concludeText}</p>
      <TextField
        label={words.statement}
        value={statement}
        rows={4}
        most={1000}
        onChange={setStatement}
        hint={words.statementHint}
        error={error('statement')}
      />
    </CommandDialog>
  )
}
