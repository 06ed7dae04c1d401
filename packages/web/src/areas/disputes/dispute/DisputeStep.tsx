import { TIERS, type Tier, tierNames } from '@anjie/contracts/vocabulary/disputes/dispute'
import { type Outcome, outcomeNames, outcomes } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { disputeWords as words } from '../../../locales/zh-CN/disputes.ts'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import type { DisputeFound } from './disputeFound.ts'

const COMMANDS = {
  recordDisputeAttempt: OPERATIONS.recordDisputeAttempt,
  passDisputeUp: OPERATIONS.passDisputeUp,
  recordDisputeOutcome: OPERATIONS.recordDisputeOutcome,
  separateDispute: OPERATIONS.separateDispute,
} as const
export type DisputeVerb = keyof typeof COMMANDS
export const DISPUTE_VERBS: readonly DisputeVerb[] = [
  'recordDisputeAttempt',
  'recordDisputeOutcome',
  'passDisputeUp',
  'separateDispute',
]

interface DisputeStepProps {
  readonly verb: DisputeVerb
  readonly found: DisputeFound
  readonly loadNewest: () => void
  readonly onClose: () => void
  readonly onDone: () => void
}

/** One step of a dispute; it asks for no more than the step needs. */
export function DisputeStep({ verb, found, loadNewest, onClose, onDone }: DisputeStepProps) {
  const { state, version, systemNames } = found
  const tier = state.tier ?? 'village'
  const above = TIERS.slice(TIERS.indexOf(tier) + 1)
  const [on, setOn] = useState(() => beijingDay(new Date().toISOString()))
  const [organisation, setOrganisation] = useState('')
  const [result, setResult] = useState('failed')
  const [toTier, setToTier] = useState<Tier>(above[0] ?? 'county')
  const [reason, setReason] = useState('')
  const [outcome, setOutcome] = useState<Outcome>('agreed')
  const [home, setHome] = useState('')
  const send = useCommand(COMMANDS[verb])
  const isAttempt = verb === 'recordDisputeAttempt'
  const isOutcome = verb === 'recordDisputeOutcome'
  const isUp = verb === 'passDisputeUp'
  const isApart = verb === 'separateDispute'
  const written = reason.trim() === '' ? {} : { reason }
  const bodies = {
    recordDisputeAttempt: { on, tier, organisation, agreed: result === 'agreed' },
    passDisputeUp: { tier: toTier, ...written },
    recordDisputeOutcome: { outcome, on },
    separateDispute: { home, reason },
  } as const
  return (
    <CommandDialog
      title={words.verbs[verb]}
      command={send}
      input={() => ({ params: { disputeId: state.id }, ifMatch: version, body: bodies[verb] }) as never}
      onDone={onDone}
      onClose={onClose}
      loadNewest={loadNewest}
      danger={isApart}
      missing={[
        (isAttempt || isOutcome) && on === '' ? words.on : undefined,
        isAttempt && organisation.trim().length < 2 ? words.organisation : undefined,
        isApart && home === '' ? words.whichOut : undefined,
        isApart && reason.trim().length < 2 ? words.reason : undefined,
      ]}
    >
      <p>{words.texts[verb]}</p>
      {(isAttempt || isOutcome) && <DateField label={words.on} name="on" value={on} onChange={setOn} />}
      {isAttempt && (
        <>
          <TextField
            label={words.organisation}
            name="organisation"
            value={organisation}
            most={60}
            onChange={setOrganisation}
          />
          <ChoiceField
            label={words.result}
            name="agreed"
            value={result}
            choices={[
              { value: 'failed', label: words.attemptFailed },
              { value: 'agreed', label: words.attemptAgreed },
            ]}
            onChange={setResult}
          />
        </>
      )}
      {isOutcome && (
        <ChoiceField
          label={words.outcome}
          name="outcome"
          value={outcome}
          choices={outcomes.map((each) => ({ value: each, label: outcomeNames[each] }))}
          onChange={(value) => setOutcome(outcomes.find((each) => each === value) ?? 'agreed')}
        />
      )}
      {isUp && (
        <ChoiceField
          label={words.toTier}
          name="tier"
          value={toTier}
          choices={above.map((each) => ({ value: each, label: tierNames[each] }))}
          onChange={(value) => setToTier(TIERS.find((each) => each === value) ?? 'county')}
        />
      )}
      {isApart && (
        <ChoiceField
          label={words.whichOut}
          name="home"
          value={home}
          placeholder=""
          choices={state.origins.map((origin) => ({
            value: origin.home,
            label: `${systemNames[origin.system] ?? ''} ${origin.caseNumber}`,
          }))}
          onChange={setHome}
        />
      )}
      {(isUp || isApart) && (
        <TextField label={words.reason} name="reason" value={reason} most={200} onChange={setReason} />
      )}
    </CommandDialog>
  )
}
