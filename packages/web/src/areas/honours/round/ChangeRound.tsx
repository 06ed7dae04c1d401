import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { roundWords as words } from '../../../locales/zh-CN/honours.ts'
import { Dialog } from '../../../ui/dialog/Dialog.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { wholeNumber } from '../../../ui/wholeNumber.ts'

type RoundCase = Answer<(typeof OPERATIONS)['getRound']>

/** 更正或延长, or 提前截止, of the own round; each with its reason, which is told to those below. */
export function ChangeRound({
  found,
  isClosing,
  onClose,
}: {
  found: RoundCase
  isClosing: boolean
  onClose: () => void
}) {
  const { state, version } = found
  // What a city gave its counties is the city's.
  const given = found.places.filter(({ city }) => city === undefined)
  const [name, setName] = useState(state.name)
  const [opensOn, setOpensOn] = useState<string>(state.opensOn)
  const unbegun = state.opensOn > beijingDay(new Date().toISOString())
  const [closesOn, setClosesOn] = useState<string>(state.closesOn)
  const [places, setPlaces] = useState(new Map(given.map((each) => [each.code, String(each.places)])))
  const [reason, setReason] = useState('')
  const change = useCommand(OPERATIONS.changeRound)
  const close = useCommand(OPERATIONS.closeRound)
  const used = isClosing ? close : change
  const send = async () => {
    const call = { params: { roundId: state.id }, ifMatch: version }
    const reply = isClosing
      ? await close.run({ ...call, body: { reason } })
      : await change.run({
          ...call,
          body: {
            name,
            ...(unbegun ? { opensOn } : {}),
            closesOn,
            quotas: [...places].map(([code, text]) => ({ code, places: wholeNumber(text) ?? -1 })),
            reason,
          },
        })
    if (reply !== undefined) onClose()
  }
  return (
    <Dialog
      title={isClosing ? words.closeTitle : words.changeTitle}
      open
      onClose={onClose}
      onConfirm={() => void send()}
      danger={isClosing}
      disabled={reason.trim().length < 2}
      waiting={used.waiting}
      problem={used.problem}
    >
      {isClosing ? (
        <p>{words.closeText}</p>
      ) : (
        <>
          <TextField label={words.name} name="name" value={name} onChange={setName} />
          {unbegun && <DateField label={words.opensOn} name="opensOn" value={opensOn} onChange={setOpensOn} />}
          <DateField label={words.closesOn} name="closesOn" value={closesOn} onChange={setClosesOn} />
          {given.map((each) => (
            <TextField
              key={each.code}
              label={words.placesOf(each.name, each.used)}
              value={places.get(each.code) ?? ''}
              onChange={(text) => setPlaces(new Map(places).set(each.code, text))}
            />
          ))}
        </>
      )}
      <TextField label={words.reason} name="reason" value={reason} onChange={setReason} hint={words.reasonHint} />
    </Dialog>
  )
}
