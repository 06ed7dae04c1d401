import type { CellRemark } from '@anjie/contracts/vocabulary/submissions/submission'
import { readFigure } from '@anjie/domain/scoring/readFigure'
import { cellKey } from '@anjie/domain/submissions/cellKey'
import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { instantText } from '../../../locales/zh-CN/format.ts'
import { entryWords, remarkWords as words } from '../../../locales/zh-CN/submissions.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { tellDone } from '../../../ui/told.ts'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'
import type { EntryRow } from './formDraft.ts'
import type { SubmissionCase } from './submissionCase.ts'

interface RemarkPanelProps {
  readonly found: SubmissionCase
  readonly row: EntryRow
}

const TONES = { open: 'due', awaiting: 'due', agreed: 'good', declined: 'stop', returned: 'off' } as const

/** 审核意见 on the cell that one is in, with the verified value beside the reported one and what was answered. */
export default function RemarkPanel({ found, row }: RemarkPanelProps) {
  const { state, allowed } = found
  const remark = state.remarks?.find((each) => cellKey(each) === row.key)
  const may = (action: string) => allowed.some((entry) => entry.action === action && entry.allowed)
  if (remark === undefined && !may('remark')) return null
  return (
    <section className="panel stack" aria-label={words.title}>
      <h2>{words.title}</h2>
      {remark !== undefined && <RemarkShown remark={remark} />}
      {remark?.state === 'awaiting' && may('answer') && <AnswerForm found={found} remark={remark} key={remark.at} />}
      {may('remark') && <RemarkForm found={found} row={row} key={`${row.key} ${remark?.at}`} />}
    </section>
  )
}

function RemarkShown({ remark }: { remark: CellRemark }) {
  const { text, verified, reported, by, at, answer, state } = remark
  return (
    <>
      <p>{text}</p>
      {verified !== undefined && (
        <dl className="facts">
          <dt>{words.reported}</dt>
          <dd>{reported ?? entryWords.statuses.missing}</dd>
          <dt>{words.verified}</dt>
          <dd>
            <strong>{verified}</strong>
          </dd>
        </dl>
      )}
      <p className="quiet small">
        {words.saidBy(by.place, by.personName, instantText(at))}{' '}
        <StateMark tone={TONES[state]}>{words.states[state]}</StateMark>
      </p>
      {answer !== undefined && (
        <p className="small">
          {words.saidBy(answer.by.place, answer.by.personName, instantText(answer.at))}
          {answer.text}
        </p>
      )}
    </>
  )
}

function AnswerForm({ found, remark }: { found: SubmissionCase; remark: CellRemark }) {
  const answer = useCommand(OPERATIONS.answerRemark)
  const error = useFieldErrors(answer.problem)
  const [text, setText] = useState('')
  const send = (agrees: boolean) => {
    const said = text.trim() === '' ? {} : { text: text.trim() }
    const body = { item: remark.item, period: remark.period, agrees, ...said }
    void answer.run({ params: { submissionId: found.state.id }, ifMatch: found.version, body }).then((reply) => {
      if (reply !== undefined) tellDone(commonWords.done(agrees ? words.agree : words.decline))
    })
  }
  return (
    <>
      <TextField
        label={words.answer}
        value={text}
        rows={2}
        most={500}
        onChange={setText}
        hint={words.answerHint}
        error={error('text')}
      />
      <div className="row">
        <Button isSmall isMain waiting={answer.waiting} onClick={() => send(true)}>
          {words.agree}
        </Button>
        <Button isSmall waiting={answer.waiting} disabled={text.trim() === ''} onClick={() => send(false)}>
          {words.decline}
        </Button>
      </div>
      {answer.problem !== undefined && <ProblemNotice problem={answer.problem} onClose={answer.clear} />}
    </>
  )
}

function RemarkForm({ found, row }: RemarkPanelProps) {
  const give = useCommand(OPERATIONS.remarkCell)
  const error = useFieldErrors(give.problem)
  const [text, setText] = useState('')
  const [typed, setTyped] = useState('')
  const { item, period } = row.cell
  const figure = typed.trim() === '' ? undefined : readFigure(typed, item.unit)
  const fault = figure?.ok === false ? entryWords.notNumber(figure.error) : undefined
  return (
    <>
      <TextField label={words.give} value={text} rows={2} most={500} onChange={setText} error={error('text')} />
      <TextField
        label={words.verified}
        value={typed}
        onChange={setTyped}
        hint={words.verifiedHint}
        error={fault ?? error('verified')}
      />
      <Button
        isSmall
        waiting={give.waiting}
        disabled={text.trim() === '' || fault !== undefined}
        onClick={() => {
          const verified = figure?.ok === true ? { verified: figure.value } : {}
          const body = { item: item.code, period, text: text.trim(), ...verified }
          void give.run({ params: { submissionId: found.state.id }, ifMatch: found.version, body }).then((reply) => {
            if (reply !== undefined) tellDone(commonWords.done(words.send))
          })
        }}
      >
        {words.send}
      </Button>
      {give.problem !== undefined && <ProblemNotice problem={give.problem} onClose={give.clear} />}
    </>
  )
}
