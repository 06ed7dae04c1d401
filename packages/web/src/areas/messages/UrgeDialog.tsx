import type { UrgedKind } from '@anjie/contracts/vocabulary/messages/urging'
import { useState } from 'react'
import { CommandDialog } from '../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../app/api/operations.ts'
import { useCommand } from '../../app/api/useCommand.ts'
import { useRead } from '../../app/api/useRead.ts'
import { instantText } from '../../locales/zh-CN/format.ts'
import { urgeWords as words } from '../../locales/zh-CN/urging.ts'
import { TextField } from '../../ui/form/TextField.tsx'
import { ReadState } from '../../ui/ReadState.tsx'
import { tellDone } from '../../ui/told.ts'
import { useFieldErrors } from '../../ui/useFieldErrors.ts'

export interface Urged {
  readonly kind: UrgedKind
  readonly id: string
  /** Whose case it is, for the question and for a screen reader. */
  readonly name: string
}

/** How often it was done already, and how often it may be done today. */
export default function UrgeDialog({ kind, id, name, onClose }: Urged & { readonly onClose: () => void }) {
  const params = { caseKind: kind, caseId: id }
  const read = useRead(OPERATIONS.getUrgings, { params })
  const urge = useCommand(OPERATIONS.urgeCase)
  const error = useFieldErrors(urge.problem)
  const [emergency, setEmergency] = useState('')
  return (
    <CommandDialog
      title={words.title(name)}
      onClose={onClose}
      confirmLabel={words.urge}
      disabled={read.data === undefined || read.data.left === 0}
      command={urge}
      input={() => {
        const body = emergency.trim() === '' ? {} : { emergency: emergency.trim() }
        return { params, body }
      }}
      onDone={() => {
        tellDone(words.done)
        onClose()
      }}
    >
      <ReadState read={read}>
        {({ urged, left }) => (
          <>
            <p>{left === 0 ? words.noneLeft : words.left(left)}</p>
            {urged.length > 0 && (
              <ul>
                {urged.map(({ at, byName, emergency: isEmergency }) => (
                  <li key={at} className="small">
                    {words.earlier(byName, instantText(at), isEmergency)}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </ReadState>
      <TextField
        label={words.emergency}
        value={emergency}
        rows={2}
        most={200}
        onChange={setEmergency}
        hint={words.emergencyHint}
        error={error('emergency')}
      />
    </CommandDialog>
  )
}
