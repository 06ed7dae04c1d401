import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { countWords as words } from '../../../locales/zh-CN/honourCounts.ts'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'

/** 公布户数, with the paper's number. */
export function PublishCounts({
  year,
  version,
  params,
  onClose,
}: {
  year: number
  version: number
  params: { honour: string; year: string }
  onClose: () => void
}) {
  const publish = useCommand(OPERATIONS.publishHonourCounts)
  const [documentNumber, setNumber] = useState('')
  const [publishedOn, setDay] = useState(() => beijingDay(new Date().toISOString()))
  return (
    <CommandDialog
      title={words.publishTitle(year)}
      onClose={onClose}
      missing={[documentNumber.trim() === '' ? words.document : undefined]}
      command={publish}
      input={() => ({ params, ifMatch: version, body: { documentNumber, publishedOn } })}
    >
      <p>{words.publishText}</p>
      <TextField label={words.document} name="documentNumber" value={documentNumber} onChange={setNumber} autoFocus />
      <DateField label={words.publishedOn} name="publishedOn" value={publishedOn} onChange={setDay} />
    </CommandDialog>
  )
}
