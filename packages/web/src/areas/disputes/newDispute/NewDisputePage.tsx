import { GRAVITIES, gravityNames } from '@anjie/contracts/vocabulary/disputes/dispute'
import { disputeKindNames } from '@anjie/contracts/vocabulary/disputes/disputeKind'
import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { disputeWords as words } from '../../../locales/zh-CN/disputes.ts'
import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { tellDone } from '../../../ui/told.ts'

const BLANK = {
  receivedOn: '',
  township: '',
  village: '',
  kind: '',
  gravity: 'ordinary',
  tierReason: '',
  parties: '',
  organisation: '',
  amount: '',
  summary: '',
}

/** 登记纠纷: by the county. Whoever else comes here reads whom to tell. */
export default function NewDisputePage() {
  const me = useMe()
  return (
    <>
      <PageHead title={words.newTitle} sub={words.newSub} back={{ to: '/disputes', label: words.back }} />
      {mayCall(me.roles, OPERATIONS.enterDispute) ? <NewDispute /> : <Callout tone="due" title={words.notYours} />}
    </>
  )
}

/** Entered once, here. Names go to the server for comparing and are not kept. */
function NewDispute() {
  const navigate = useNavigate()
  const enter = useCommand(OPERATIONS.enterDispute)
  const [typed, setTyped] = useState({ ...BLANK, receivedOn: beijingDay(new Date().toISOString()) })
  const set = (field: keyof typeof BLANK) => (value: string) => setTyped((before) => ({ ...before, [field]: value }))
  const filled = (field: keyof typeof BLANK) => typed[field].trim() !== ''
  const parties = typed.parties
    .split(/[、，,；;\n]+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const { parties: _names, ...plain } = typed
  const submit = async () => {
    const body = {
      ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value.trim() !== '')),
      ...(parties.length === 0 ? {} : { parties }),
    }
    const reply = await enter.run({ body: body as never })
    if (reply === undefined) return
    tellDone(words.entered)
    void navigate(`/disputes/${reply.id}`)
  }
  return (
    <Form className="panel stack" isNarrow problem={enter.problem} onSubmit={() => void submit()}>
      <DateField label={words.receivedOn} name="receivedOn" value={typed.receivedOn} onChange={set('receivedOn')} />
      <TextField label={words.township} name="township" value={typed.township} most={40} onChange={set('township')} />
      <TextField label={words.village} name="village" value={typed.village} most={40} onChange={set('village')} />
      <ChoiceField
        label={words.kind}
        name="kind"
        value={typed.kind}
        placeholder=""
        choices={Object.entries(disputeKindNames).map(([value, label]) => ({ value, label }))}
        onChange={set('kind')}
      />
      <ChoiceField
        label={words.gravity}
        name="gravity"
        value={typed.gravity}
        choices={GRAVITIES.map((value) => ({ value, label: gravityNames[value] }))}
        onChange={set('gravity')}
      />
      {typed.gravity === 'grave' && (
        <TextField
          label={words.graveReason}
          name="tierReason"
          value={typed.tierReason}
          most={200}
          onChange={set('tierReason')}
        />
      )}
      <TextField
        label={words.parties}
        name="parties"
        value={typed.parties}
        hint={words.partiesHint}
        onChange={set('parties')}
      />
      <TextField
        label={words.organisation}
        name="organisation"
        value={typed.organisation}
        most={80}
        onChange={set('organisation')}
      />
      <TextField label={words.amount} name="amount" value={typed.amount} most={20} onChange={set('amount')} />
      <TextField
        label={words.summary}
        name="summary"
        value={typed.summary}
        rows={4}
        most={1000}
        hint={words.summaryHint}
        onChange={set('summary')}
      />
      {enter.problem !== undefined && <ProblemNotice problem={enter.problem} />}
      <div className="row">
        <Button
          isMain
          submits
          waiting={enter.waiting}
          disabled={!filled('receivedOn') || !filled('township') || !filled('kind')}
        >
          {words.save}
        </Button>
      </div>
    </Form>
  )
}
