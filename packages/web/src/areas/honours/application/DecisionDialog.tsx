import { returnTargets } from '@anjie/domain/honours/applicationTransitions'
import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { visitWords, applicationWords as words } from '../../../locales/zh-CN/honours.ts'
import { Dialog } from '../../../ui/dialog/Dialog.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import type { ApplicationCase } from './applicationCase.ts'
import { MaterialSummary } from './MaterialSummary.tsx'
import { PlacesText } from './PlacesText.tsx'

export type OpenDecision =
  | 'submit'
  | 'withdraw'
  | 'recommend'
  | 'accept'
  | 'wait'
  | 'propose'
  | 'return'
  | 'reject'
  | 'hold'
  | 'release'

interface DecisionDialogProps {
  readonly decision: OpenDecision
  readonly found: ApplicationCase
  readonly onClose: () => void
  readonly onDone: (verb: string) => void
  readonly onLoadNewest: () => void
}

const TITLES: Record<OpenDecision, string> = {
  submit: words.submitTitle,
  withdraw: words.withdrawTitle,
  recommend: words.recommendTitle,
  accept: words.acceptTitle,
  wait: words.waitTitle,
  propose: words.proposeTitle,
  return: words.returnTitle,
  reject: words.rejectTitle,
  hold: words.holdTitle,
  release: words.releaseTitle,
}

type Target = 'draft' | 'submitted' | 'recommended'
const isTarget = (status: string): status is Target =>
  status === 'draft' || status === 'submitted' || status === 'recommended'

/** The question before each verb on a case: the opinion or reason that it needs, and what else belongs to it. */
export function DecisionDialog({ decision, found, onClose, onDone, onLoadNewest }: DecisionDialogProps) {
  const me = useMe()
  const { state, version } = found
  const [text, setText] = useState('')
  const [visitOn, setVisitOn] = useState('')
  const [visitors, setVisitors] = useState('')
  const [finding, setFinding] = useState('')
  const [batch, setBatch] = useState('')
  const [resubmitBy, setResubmitBy] = useState('')
  const targets = returnTargets(state).filter(isTarget)
  const [target, setTarget] = useState<Target | undefined>(undefined)

  const submit = useCommand(OPERATIONS.submitApplication)
  const withdraw = useCommand(OPERATIONS.withdrawApplication)
  const recommend = useCommand(OPERATIONS.recommendApplication)
  const accept = useCommand(OPERATIONS.acceptApplication)
  const wait = useCommand(OPERATIONS.waitApplication)
  const propose = useCommand(OPERATIONS.proposeApplication)
  const sendBack = useCommand(OPERATIONS.returnApplication)
  const reject = useCommand(OPERATIONS.rejectApplication)
  const hold = useCommand(OPERATIONS.holdApplication)
  const release = useCommand(OPERATIONS.releaseApplication)
  const used = { submit, withdraw, recommend, accept, wait, propose, return: sendBack, reject, hold, release }[decision]

  const batches = useRead(
    OPERATIONS.listBatches,
    {},
    { enabled: decision === 'propose' && mayCall(me.roles, OPERATIONS.listBatches) },
  )
  const collecting = (batches.data?.rows ?? []).filter(
    (row) => row.status === 'collecting' && row.fields.roundId === state.roundId,
  )
  const only = collecting.length === 1 ? collecting[0]?.id : undefined
  const chosenBatch = batch === '' ? (only ?? '') : batch
  const chosenTarget = target ?? targets[0]

  /** A reviewer takes back what was an official opinion, and says why. */
  const takesBackOpinion = decision === 'withdraw' && me.roles.some((role) => role.endsWith('-reviewer'))

  /** The visit on which the acceptance rests; without one it is written down along. */
  const carrying = state.visits?.findLast(
    ({ before, jurisdiction }) => before === undefined && jurisdiction === me.jurisdiction.code,
  )

  const send = async () => {
    const call = { params: { applicationId: state.id }, ifMatch: version }
    const done = await (() => {
      switch (decision) {
        case 'submit':
          return submit.run(call)
        case 'withdraw':
          return withdraw.run({ ...call, body: takesBackOpinion ? { reason: text } : {} })
        case 'recommend':
          return recommend.run({ ...call, body: { opinion: text } })
        case 'accept':
          return accept.run({
            ...call,
            body: {
              opinion: text,
              ...(carrying === undefined ? { siteVisit: { on: visitOn, visitors, finding } } : {}),
            },
          })
        case 'wait':
          return wait.run({ ...call, body: { opinion: text } })
        case 'propose':
          return propose.run({ ...call, body: { opinion: text, batchId: chosenBatch } })
        case 'return':
          return sendBack.run({
            ...call,
            body: { reason: text, to: chosenTarget ?? 'draft', ...(resubmitBy === '' ? {} : { resubmitBy }) },
          })
        case 'reject':
          return reject.run({ ...call, body: { reason: text } })
        case 'hold':
          return hold.run({ ...call, body: { reason: text } })
        case 'release':
          return release.run({ ...call, body: { opinion: text } })
      }
    })()
    if (done !== undefined) onDone(words.verbs[decision])
  }

  const asksNothing = (decision === 'withdraw' && !takesBackOpinion) || decision === 'submit'
  const asksReason = decision === 'return' || decision === 'reject' || decision === 'hold' || takesBackOpinion
  const visits = decision === 'accept' && carrying === undefined
  const missing = [
    visits && visitOn === '' ? words.visitOn : undefined,
    visits && visitors.trim() === '' ? words.visitors : undefined,
    visits && finding.trim() === '' ? words.finding : undefined,
    decision === 'propose' && chosenBatch === '' ? words.batch : undefined,
    !asksNothing && text.trim().length < 2 ? (asksReason ? commonWords.reason : commonWords.opinion) : undefined,
  ]

  return (
    <Dialog
      title={TITLES[decision]}
      open
      onClose={onClose}
      onConfirm={() => void send()}
      danger={decision === 'reject'}
      {...(decision === 'submit' ? { confirmLabel: words.verbs.submit } : {})}
      missing={missing}
      keepsMaterial={!asksNothing}
      waiting={used.waiting}
      problem={used.problem}
      onLoadNewest={() => {
        used.clear()
        onLoadNewest()
      }}
    >
      {decision === 'submit' && (
        <>
          <p>{words.submitText}</p>
          <MaterialSummary found={found} />
        </>
      )}
      {decision === 'withdraw' && <p>{takesBackOpinion ? words.takeBackText : words.withdrawText}</p>}
      {decision === 'wait' && <p>{words.waitText}</p>}
      {(decision === 'accept' || decision === 'wait') && <PlacesText places={found.places} />}
      {decision === 'propose' && <p className="quiet">{words.holdsPlace}</p>}
      {decision === 'hold' && <p>{words.holdText}</p>}
      {decision === 'reject' && <p>{words.rejectWarning(state.unitName)}</p>}
      {decision === 'return' && targets.length > 1 && (
        <ChoiceField
          label={words.returnTo}
          value={chosenTarget ?? ''}
          choices={targets.map((each) => ({ value: each, label: words.returnTargets[each] }))}
          onChange={(value) => isTarget(value) && setTarget(value)}
          name="to"
        />
      )}
      {decision === 'return' && chosenTarget !== 'recommended' && (
        <DateField
          label={words.resubmitBy}
          value={resubmitBy}
          onChange={setResubmitBy}
          hint={words.resubmitHint}
          name="resubmitBy"
        />
      )}
      {decision === 'propose' && (
        <ChoiceField
          label={words.batch}
          value={chosenBatch}
          placeholder={batches.data !== undefined && collecting.length === 0 ? words.noBatch : ''}
          choices={collecting.map((row) => ({ value: row.id, label: row.title }))}
          onChange={setBatch}
          name="batchId"
        />
      )}
      {decision === 'accept' && carrying !== undefined && <p>{visitWords.carried(dayText(carrying.on))}</p>}
      {visits && (
        <>
          <DateField label={words.visitOn} value={visitOn} onChange={setVisitOn} name="siteVisit/on" />
          <TextField
            label={words.visitors}
            value={visitors}
            most={100}
            onChange={setVisitors}
            name="siteVisit/visitors"
          />
          <TextField
            label={words.finding}
            value={finding}
            rows={2}
            most={500}
            onChange={setFinding}
            name="siteVisit/finding"
          />
        </>
      )}
      {!asksNothing && (
        <TextField
          label={asksReason ? commonWords.reason : commonWords.opinion}
          value={text}
          rows={4}
          most={500}
          onChange={setText}
          hint={asksReason ? commonWords.reasonNeeded : commonWords.opinionHint}
          name={asksReason ? 'reason' : 'opinion'}
          phrases={decision}
          autoFocus={decision !== 'accept'}
        />
      )}
    </Dialog>
  )
}
