import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { postWords as words } from '../../../locales/zh-CN/people.ts'
import { Dialog } from '../../../ui/dialog/Dialog.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useFieldErrors } from '../../../ui/useFieldErrors.ts'
import { EMPTY_POST, isComplete, PostFields, postBody, scopesOf } from './PostFields.tsx'
import type { PostPlace } from './postPlace.ts'

/** 登记接口客户端: a machine that calls the interface by its number at the issuer, area by area and until a day. */
export function MachineDialog({ place, onClose }: { place: PostPlace; onClose: () => void }) {
  const [clientId, setClientId] = useState('')
  const [name, setName] = useState('')
  const [draft, setDraft] = useState(EMPTY_POST)
  const register = useCommand(OPERATIONS.registerMachine)
  const error = useFieldErrors(register.problem)
  return (
    <Dialog
      title={words.machine}
      open
      onClose={onClose}
      waiting={register.waiting}
      problem={register.problem}
      disabled={clientId === '' || name === '' || draft.scopes.length === 0 || !isComplete(draft)}
      onConfirm={() => {
        const { honours: _unbound, ...body } = postBody(draft)
        void register
          .run({ body: { ...place.body, clientId, name, ...body, scopes: scopesOf(draft) } })
          .then((reply) => reply !== undefined && onClose())
      }}
    >
      <p className="quiet small">
        {place.name}。{words.machineHint}
      </p>
      <TextField label={words.clientId} value={clientId} most={100} onChange={setClientId} error={error('clientId')} />
      <TextField label={words.machineName} value={name} most={40} onChange={setName} error={error('name')} />
      <PostFields
        draft={draft}
        onChange={setDraft}
        error={error}
        level={place.level}
        ofOwnPlace={place.isOwn}
        ofMachine
      />
    </Dialog>
  )
}
