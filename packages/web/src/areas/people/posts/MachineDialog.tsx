import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { postWords as words } from '../../../locales/zh-CN/people.ts'
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
    <CommandDialog
      title={words.machine}
      onClose={onClose}
      disabled={clientId === '' || name === '' || draft.scopes.length === 0 || !isComplete(draft)}
      command={register}
      input={() => {
        const { honours: _unbound, ...body } = postBody(draft)
        return { body: { ...place.body, clientId, name, ...body, scopes: scopesOf(draft) } }
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
    </CommandDialog>
  )
}
