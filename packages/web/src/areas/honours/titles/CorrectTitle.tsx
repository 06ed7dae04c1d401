import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { TextField } from '../../../ui/form/TextField.tsx'

const words = listWords.titles

interface CorrectTitleProps {
  readonly title: Answer<(typeof OPERATIONS)['listTitles']>['rows'][number]
  readonly onClose: () => void
}

/** 更正: what the certificate prints is put right, and another one is issued. */
export function CorrectTitle({ title, onClose }: CorrectTitleProps) {
  const [unitName, setUnitName] = useState(title.title)
  const [townshipName, setTownshipName] = useState(title.fields.townshipName ?? '')
  const [reason, setReason] = useState('')
  const correct = useCommand(OPERATIONS.correctTitle)
  const township = townshipName.trim()
  return (
    <CommandDialog
      title={words.correctTitle(title.title)}
      danger
      onClose={onClose}
      command={correct}
      input={() => ({
        params: { titleId: title.id },
        ifMatch: title.version,
        body: { unitName, reason, ...(township === '' ? {} : { townshipName: township }) },
      })}
      disabled={unitName.trim().length < 2 || reason.trim().length < 2}
    >
      <p>{words.correctText}</p>
      <TextField label={words.unitName} name="unitName" value={unitName} onChange={setUnitName} />
      <TextField label={words.townshipName} name="townshipName" value={townshipName} onChange={setTownshipName} />
      <TextField label={words.reason} name="reason" value={reason} onChange={setReason} />
    </CommandDialog>
  )
}
