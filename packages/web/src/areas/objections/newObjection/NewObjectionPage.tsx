import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { objectionWords as words } from '../../../locales/zh-CN/objections.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { PickerField } from '../../../ui/picker/PickerField.tsx'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'

/** 登记来信、来电: a clerk of the level that investigates writes down what came, and passes number and code on. */
export default function NewObjectionPage() {
  const [query] = useSearchParams()
  const batches = useRead(OPERATIONS.listBatches, {})
  const [batchId, setBatchId] = useState(query.get('batch') ?? '')
  const [told, setTold] = useState<Answer<(typeof OPERATIONS)['enterObjection']> | undefined>(undefined)
  const open = (batches.data?.rows ?? []).filter(({ status }) => status === 'on-notice' || status === 'notice-closed')
  return (
    <>
      <PageHead title={words.newTitle} back={{ to: '/objections', label: words.back }} />
      {told === undefined ? (
        <>
          <ChoiceField
            label={words.batch}
            value={batchId}
            placeholder={words.chooseBatch}
            choices={open.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={setBatchId}
          />
          {batchId !== '' && <EntryForm key={batchId} batchId={batchId} onTold={setTold} />}
        </>
      ) : (
        <section className="panel" role="status">
          <h2>{words.done}</h2>
          <p>{words.doneText}</p>
          <dl className="facts">
            <dt>{words.number}</dt>
            <dd>{told.number}</dd>
            <dt>{words.code}</dt>
            <dd>{told.code}</dd>
          </dl>
          <Link to={`/objections/${told.id}`}>{words.open}</Link>
        </section>
      )}
    </>
  )
}

function EntryForm({
  batchId,
  onTold,
}: {
  batchId: string
  onTold: (told: Answer<(typeof OPERATIONS)['enterObjection']>) => void
}) {
  const batch = useRead(OPERATIONS.getBatch, { params: { batchId } })
  const enter = useCommand(OPERATIONS.enterObjection)
  const error = useFieldErrors(enter.problem)
  const [applicationId, setApplicationId] = useState('')
  const [channel, setChannel] = useState<'post' | 'telephone'>('post')
  const [sentOn, setSentOn] = useState(() => beijingDay(new Date().toISOString()))
  const [name, setName] = useState('')
  const [contact, setContact] = useState('')
  const [text, setText] = useState('')
  const entries = (batch.data?.state.entries ?? []).filter(({ left }) => left === undefined)
  const optional = (key: string, value: string) => (value.trim() === '' ? {} : { [key]: value })
  return (
    <Form
      className="panel stack"
      isNarrow
      onSubmit={() => {
        void enter
          .run({
            body: {
              batchId,
              channel,
              sentOn,
              text,
              ...optional('applicationId', applicationId),
              ...optional('name', name),
              ...optional('contact', contact),
            },
          })
          .then((reply) => {
            if (reply !== undefined) onTold(reply)
          })
      }}
    >
      <PickerField
        label={words.unit}
        value={applicationId}
        options={entries.map((entry) => ({
          value: entry.applicationId,
          label: `${entry.countyName}${entry.townshipName ?? ''}${entry.unitName}`,
        }))}
        onChange={setApplicationId}
        mayClear
        hint={words.wholeListChoice}
        error={error('applicationId')}
      />
      <ChoiceField
        label={words.channel}
        value={channel}
        choices={words.channels}
        onChange={(value) => setChannel(value === 'telephone' ? 'telephone' : 'post')}
        error={error('channel')}
      />
      <DateField
        label={words.sentOn}
        value={sentOn}
        onChange={setSentOn}
        hint={words.sentHint}
        error={error('sentOn')}
      />
      <TextField
        label={words.name}
        value={name}
        onChange={setName}
        most={40}
        hint={words.nameHint}
        error={error('name')}
      />
      <TextField
        label={words.contact}
        value={contact}
        onChange={setContact}
        most={60}
        hint={words.contactHint}
        error={error('contact')}
      />
      <TextField label={words.text} value={text} onChange={setText} rows={5} most={2000} error={error('text')} />
      {enter.problem !== undefined && <ProblemNotice problem={enter.problem} />}
      <div className="row">
        <Button isMain submits disabled={text.trim().length < 5 || sentOn === ''} waiting={enter.waiting}>
          {words.save}
        </Button>
      </div>
    </Form>
  )
}
