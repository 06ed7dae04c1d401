import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { roundWords as words } from '../../../locales/zh-CN/honours.ts'
import { Dialog } from '../../../ui/dialog/Dialog.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { wholeNumber } from '../../../ui/wholeNumber.ts'
import { PlacesBySheet } from '../../intake/places/PlacesBySheet.tsx'

type RoundCase = Answer<(typeof OPERATIONS)['getRound']>

/** 分配、调剂名额: what the city gives each of its counties; what it keeps back nobody takes until it is given. */
export function DistributePlaces({ found, onClose }: { found: RoundCase; onClose: () => void }) {
  const me = useMe()
  const { state, distribution } = found
  const known = useRead(OPERATIONS.listCounties, {})
  const counties = (known.data?.counties ?? []).filter(({ city }) => city === me.jurisdiction.code)
  const ofCounty = (code: string) => found.places.find((each) => each.code === code)
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map())
  const [reason, setReason] = useState('')
  const distribute = useCommand(OPERATIONS.distributePlaces)
  const textOf = (code: string) => typed.get(code) ?? String(ofCounty(code)?.places ?? 0)
  const total = counties.reduce((sum, { code }) => sum + (wholeNumber(textOf(code)) ?? 0), 0)
  const all = ofCounty(me.jurisdiction.code)?.places ?? 0
  const send = async () => {
    const reply = await distribute.run({
      params: { roundId: state.id },
      ifMatch: distribution?.number ?? 0,
      body: {
        counties: counties.map(({ code }) => ({
          code: code,
          places: wholeNumber(textOf(code)) ?? -1,
        })),
        reason,
      },
    })
    if (reply !== undefined) onClose()
  }
  return (
    <Dialog
      title={words.distributeTitle}
      open
      onClose={onClose}
      onConfirm={() => void send()}
      disabled={reason.trim().length < 2 || counties.length === 0}
      waiting={distribute.waiting}
      problem={distribute.problem}
    >
      <p>{words.distributeText}</p>
      <PlacesBySheet
        subjectName={words.county}
        subjects={counties.map(({ code, name }) => ({ code, name, places: textOf(code) }))}
        onRead={(places) => setTyped(new Map([...typed, ...places]))}
      />
      {counties.map(({ code, name }) => (
        <TextField
          key={code}
          label={words.placesOf(name, ofCounty(code)?.used ?? 0)}
          value={textOf(code)}
          onChange={(text) => setTyped(new Map(typed).set(code, text))}
        />
      ))}
      <p className={total > all ? 'field-error' : 'quiet'}>{words.distributeTotal(total, all)}</p>
      <TextField label={words.reason} name="reason" value={reason} onChange={setReason} hint={words.distributeReason} />
    </Dialog>
  )
}
