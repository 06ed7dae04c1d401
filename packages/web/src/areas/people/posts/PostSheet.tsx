import { OPERATIONS } from '@anjie/contracts/operations/index'
import { Button } from 'antd'
import { useState } from 'react'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { postWords as words } from '../../../locales/zh-CN/people.ts'
import { DayField } from '../../../ui/DayField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { ToldOnce } from './ToldOnce.tsx'

/** One post: change it, send another code, end it at once. */
export function PostSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const read = useRead(OPERATIONS.getMembership, { params: { membershipId: id } })
  return <ReadState read={read}>{(found) => <Sheet found={found} onClose={onClose} />}</ReadState>
}

interface SheetProps {
  readonly found: Answer<(typeof OPERATIONS)['getMembership']>
  readonly onClose: () => void
}

function Sheet({ found: { state, version, allowed }, onClose }: SheetProps) {
  const [post, setPost] = useState(state.post)
  const [validUntil, setValidUntil] = useState<string>(state.validUntil)
  const [reason, setReason] = useState('')
  const [code, setCode] = useState<string | undefined>(undefined)
  const change = useCommand(OPERATIONS.changeMembership)
  const renew = useCommand(OPERATIONS.renewInvitation)
  const end = useCommand(OPERATIONS.endMembership)
  const may = (action: string) => allowed.some((each) => each.action === action && each.allowed)
  const to = { params: { membershipId: state.id }, ifMatch: version }
  if (code !== undefined) return <ToldOnce told={[[state.personName, code]]} onClose={onClose} />
  return (
    <Dialog
      title={`${state.personName} ${words.change}`}
      open
      onClose={onClose}
      waiting={change.waiting || renew.waiting || end.waiting}
      problem={change.problem ?? renew.problem ?? end.problem}
      disabled={!may('change')}
      onConfirm={() => {
        const { roles, units, scopes } = state
        const body = {
          post,
          roles,
          validUntil,
          ...(units === undefined ? {} : { units: units.map((unit) => unit.id) }),
          ...(scopes === undefined ? {} : { scopes }),
        }
        void change.run({ ...to, body }).then((reply) => reply !== undefined && onClose())
      }}
    >
      <TextField label={words.post} value={post} most={60} onChange={setPost} />
      <DayField label={words.validUntil} value={validUntil} onChange={setValidUntil} />
      {may('renew') && (
        <Button onClick={() => void renew.run({ ...to, body: {} }).then((reply) => setCode(reply?.code))}>
          {words.again}
        </Button>
      )}
      {may('end') && (
        <>
          <TextField label={words.reason} value={reason} most={200} hint={words.endHint} onChange={setReason} />
          <Button
            danger
            disabled={reason.trim().length < 2}
            onClick={() => void end.run({ ...to, body: { reason } }).then((reply) => reply !== undefined && onClose())}
          >
            {words.end}
          </Button>
        </>
      )}
    </Dialog>
  )
}
