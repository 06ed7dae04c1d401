import { beijingDay } from '@anjie/kernel'
import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { countWords as words } from '../../../locales/zh-CN/honourCounts.ts'
import { Dialog } from '../../../ui/dialog/Dialog.tsx'
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
    <Dialog
      title={words.publishTitle(year)}
      open
      onClose={onClose}
      missing={[documentNumber.trim() === '' ? words.document : undefined]}
      waiting={publish.waiting}
      problem={publish.problem}
      onConfirm={() => {
        void publish
          .run({ params, ifMatch: version, body: { documentNumber, publishedOn } })
          .then((reply) => reply !== undefined && onClose())
      }}
    >
      <p>{words.publishText}</p>
      <TextField label={words.document} name="documentNumber" value={documentNumber} onChange={setNumber} autoFocus />
      <DateField label={words.publishedOn} name="publishedOn" value={publishedOn} onChange={setDay} />
    </Dialog>
  )
}
