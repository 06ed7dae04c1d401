import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { termWords as words } from '../../../locales/zh-CN/aftercare.ts'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'

interface SetTermProps {
  readonly title: Answer<(typeof OPERATIONS)['listTitles']>['rows'][number]
  readonly onClose: () => void
}

/** 补登有效期 of a title out of a public list. */
export function SetTerm({ title, onClose }: SetTermProps) {
  const [validUntil, setValidUntil] = useState(title.fields.validUntil ?? '')
  const [basis, setBasis] = useState('')
  const set = useCommand(OPERATIONS.setTitleTerm)
  return (
    <CommandDialog
      title={words.title(title.title)}
      onClose={onClose}
      command={set}
      input={() => ({ params: { titleId: title.id }, ifMatch: title.version, body: { validUntil, basis } })}
      missing={[validUntil === '' ? words.validUntil : undefined, basis.trim().length < 4 ? words.basis : undefined]}
    >
      <p>{words.text}</p>
      <DateField label={words.validUntil} name="validUntil" value={validUntil} onChange={setValidUntil} />
      <TextField label={words.basis} name="basis" value={basis} hint={words.basisHint} onChange={setBasis} />
    </CommandDialog>
  )
}
