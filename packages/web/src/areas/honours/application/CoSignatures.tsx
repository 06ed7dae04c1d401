import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useMe } from '../../../app/me.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { coSignWords as words } from '../../../locales/zh-CN/honours.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import type { ApplicationCase } from './applicationCase.ts'
import { ColleagueField } from './ColleagueField.tsx'

type Request = NonNullable<ApplicationCase['state']['requests']>[number]
type Asking = { readonly what: 'ask' } | { readonly what: 'answer' | 'recall'; readonly request: Request }

/** 会签: of whom an opinion was asked, by when, and what they said. */
export function CoSignatures({ found }: { found: ApplicationCase }) {
  const { state, allowed } = found
  const me = useMe()
  const [asking, setAsking] = useState<Asking | undefined>(undefined)
  const may = (action: string) => allowed.some((entry) => entry.action === action && entry.allowed)
  const requests = state.requests ?? []
  if (requests.length === 0 && !may('ask-opinion')) return null
  const close = () => setAsking(undefined)
  return (
    <section className="panel stack">
      <h2>{words.title}</h2>
      {requests.length === 0 && <p className="quiet">{words.none}</p>}
      <ul className="plain-list">
        {requests.map((request) => {
          const isOpen = request.answer === undefined && request.recalled === undefined
          return (
            <li key={request.number}>
              <strong>
                {request.post} {request.personName}
              </strong>{' '}
              <RequestMark request={request} />
              <p className="quiet small prose">{request.question}</p>
              {request.answer !== undefined && <p className="prose">{request.answer.text}</p>}
              {request.recalled !== undefined && <p className="quiet small prose">{request.recalled.reason}</p>}
              <div className="row">
                {isOpen && may('co-sign') && request.personName === me.personName && (
                  <Button isMain onClick={() => setAsking({ what: 'answer', request })}>
                    {words.answer}
                  </Button>
                )}
                {isOpen && may('recall-request') && (
                  <Button onClick={() => setAsking({ what: 'recall', request })}>{words.recall}</Button>
                )}
              </div>
            </li>
          )
        })}
      </ul>
      {may('ask-opinion') && (
        <div>
          <Button onClick={() => setAsking({ what: 'ask' })}>{words.ask}</Button>
        </div>
      )}
      {asking?.what === 'ask' && <AskDialog found={found} onClose={close} />}
      {asking?.what === 'answer' && <AnswerDialog found={found} request={asking.request} onClose={close} />}
      {asking?.what === 'recall' && <RecallDialog found={found} request={asking.request} onClose={close} />}
    </section>
  )
}

function RequestMark({ request: { answer, recalled, dueOn } }: { request: Request }) {
  if (recalled !== undefined) return <StateMark tone="off">{words.recalled}</StateMark>
  if (answer !== undefined)
    return <StateMark tone={answer.agrees ? 'good' : 'stop'}>{answer.agrees ? words.agrees : words.differs}</StateMark>
  const isLate = dueOn < beijingDay(new Date().toISOString())
  return (
    <StateMark tone={isLate ? 'stop' : 'due'}>
      {isLate ? words.late(dayText(dueOn)) : words.waits(dayText(dueOn))}
    </StateMark>
  )
}

function AskDialog({ found, onClose }: { found: ApplicationCase; onClose: () => void }) {
  const ask = useCommand(OPERATIONS.askOpinion)
  const [of, setOf] = useState('')
  const [question, setQuestion] = useState('')
  const [dueOn, setDueOn] = useState('')
  return (
    <CommandDialog
      title={words.ask}
      onClose={onClose}
      missing={[
        of === '' ? words.of : undefined,
        question.trim().length < 2 ? words.question : undefined,
        dueOn === '' ? words.dueOn : undefined,
      ]}
      command={ask}
      input={() => ({
        params: { applicationId: found.state.id },
        ifMatch: found.version,
        body: { of: of as never, question, dueOn },
      })}
    >
      <p>{words.askText}</p>
      <ColleagueField label={words.of} applicationId={found.state.id} value={of} onChange={setOf} isAsking />
      <TextField label={words.question} value={question} rows={2} most={500} onChange={setQuestion} name="question" />
      <DateField label={words.dueOn} value={dueOn} onChange={setDueOn} name="dueOn" />
    </CommandDialog>
  )
}

interface RequestDialogProps {
  readonly found: ApplicationCase
  readonly request: Request
  readonly onClose: () => void
}

function AnswerDialog({ found, request, onClose }: RequestDialogProps) {
  const give = useCommand(OPERATIONS.giveOpinion)
  const [verdict, setVerdict] = useState('')
  const [opinion, setOpinion] = useState('')
  return (
    <CommandDialog
      title={words.answer}
      onClose={onClose}
      missing={[verdict === '' ? words.verdict : undefined, opinion.trim().length < 2 ? words.opinion : undefined]}
      command={give}
      input={() => ({
        params: { applicationId: found.state.id, request: request.number },
        ifMatch: found.version,
        body: { agrees: verdict === 'agrees', opinion },
      })}
    >
      <p className="prose">{request.question}</p>
      <ChoiceField
        label={words.verdict}
        value={verdict}
        placeholder={words.verdict}
        choices={[
          { value: 'agrees', label: words.agrees },
          { value: 'differs', label: words.differs },
        ]}
        onChange={setVerdict}
      />
      <TextField
        label={words.opinion}
        value={opinion}
        rows={3}
        most={450}
        onChange={setOpinion}
        phrases="coSign"
        name="opinion"
      />
    </CommandDialog>
  )
}

function RecallDialog({ found, request, onClose }: RequestDialogProps) {
  const recall = useCommand(OPERATIONS.recallRequest)
  const [reason, setReason] = useState('')
  return (
    <CommandDialog
      title={words.recall}
      onClose={onClose}
      missing={[reason.trim().length < 2 ? commonWords.reason : undefined]}
      command={recall}
      input={() => ({
        params: { applicationId: found.state.id, request: request.number },
        ifMatch: found.version,
        body: { reason },
      })}
    >
      <p>{words.recallText}</p>
      <TextField label={commonWords.reason} value={reason} rows={2} most={300} onChange={setReason} name="reason" />
    </CommandDialog>
  )
}
