import { OPERATIONS } from '@anjie/contracts/operations/index'
import { APPEAL_STATUS_NAMES } from '@anjie/domain/appeals/appealTransitions'
import { App } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { appealWords as words } from '../../../locales/zh-CN/appeals.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { ActionBar } from '../../../ui/ActionBar.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { toneOf } from '../../../ui/stateTones.ts'
import { TextField } from '../../../ui/TextField.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'
import { ReceiptArticle } from '../../league/scorecard/ReceiptArticle.tsx'

type AppealCase = Answer<(typeof OPERATIONS)['getAppeal']>

/** A challenge of one score, with the receipt that it is about and the answer. */
export default function AppealPage() {
  const { appealId = '' } = useParams()
  const appeal = useRead(OPERATIONS.getAppeal, { params: { appealId } })
  return (
    <ReadState read={appeal}>{(found) => <Found found={found} loadNewest={() => void appeal.refetch()} />}</ReadState>
  )
}

function Found({ found, loadNewest }: { found: AppealCase; loadNewest: () => void }) {
  const me = useMe()
  const { message } = App.useApp()
  const { state } = found
  const place = state.subject?.name ?? state.countyName
  const [answering, setAnswering] = useState(false)
  return (
    <>
      <PageHead
        title={`${place} ${state.receipt.name}`}
        back={{ to: '/appeals', label: words.back }}
        state={<StateMark tone={toneOf(state.status)}>{APPEAL_STATUS_NAMES[state.status]}</StateMark>}
        sub={state.cycleName}
      >
        <ActionBar
          verbs={[{ action: 'answer', label: words.answer, onPress: () => setAnswering(true) }]}
          allowed={found.allowed}
        />
      </PageHead>
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
        </div>
      </div>
      <div style={{ marginTop: 12 }}>
        <Timeline entries={found.timeline} />
      </div>
      {answering && (
        <AnswerDialog
          found={found}
          loadNewest={loadNewest}
          onClose={() => setAnswering(false)}
          onDone={() => {
            setAnswering(false)
            void message.success(commonWords.done(words.answer))
          }}
        />
      )}
    </>
  )
}

interface AnswerDialogProps {
  readonly found: AppealCase
  readonly loadNewest: () => void
  readonly onClose: () => void
  readonly onDone: () => void
}

function AnswerDialog({ found, loadNewest, onClose, onDone }: AnswerDialogProps) {
  const [outcome, setOutcome] = useState<'upheld' | 'dismissed' | undefined>(undefined)
  const [answer, setAnswer] = useState('')
  const send = useCommand(OPERATIONS.answerAppeal)
  const error = useFieldErrors(send.problem)
  return (
    <Dialog
      title={words.answerTitle}
      open
      onClose={onClose}
      waiting={send.waiting}
      problem={send.problem}
      disabled={outcome === undefined || answer.trim().length < 5}
      onLoadNewest={() => {
        send.clear()
        loadNewest()
      }}
      onConfirm={() => {
        if (outcome === undefined) return
        void send
          .run({ params: { appealId: found.state.id }, ifMatch: found.version, body: { outcome, answer } })
          .then((reply) => {
            if (reply !== undefined) onDone()
          })
      }}
    >
      <p>{words.answerText}</p>
      <fieldset className="criterion">
        <legend>{words.outcome}</legend>
        <div className="row">
          {(['upheld', 'dismissed'] as const).map((each) => (
            <label key={each}>
              <input type="radio" name="outcome" checked={outcome === each} onChange={() => setOutcome(each)} />{' '}
              {words.outcomes[each]}
            </label>
          ))}
        </div>
      </fieldset>
      <TextField
        label={words.answerLabel}
        value={answer}
        rows={4}
        most={1000}
        onChange={setAnswer}
        hint={words.answerHint}
        error={error('answer')}
      />
    </Dialog>
  )
}
