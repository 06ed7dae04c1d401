import { useState } from 'react'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { transferWords as words } from '../../../locales/zh-CN/honours.ts'
import { TextField } from '../../../ui/form/TextField.tsx'
import type { ApplicationCase } from './applicationCase.ts'
import { ColleagueField } from './ColleagueField.tsx'

/** 转办 to another reviewer of the level, with the reason. */
export function TransferDialog({ found, onClose }: { found: ApplicationCase; onClose: () => void }) {
  const transfer = useCommand(OPERATIONS.transferApplication)
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const params = { applicationId: found.state.id }
  return (
    <CommandDialog
      title={words.title}
      onClose={onClose}
      missing={[to === '' ? words.to : undefined, reason.trim().length < 2 ? commonWords.reason : undefined]}
      command={transfer}
      input={() => ({ params, ifMatch: found.version, body: { to: to as never, reason } })}
    >
      <p>{words.text}</p>
      <ColleagueField label={words.to} applicationId={found.state.id} value={to} onChange={setTo} isAsking={false} />
      <TextField
        label={commonWords.reason}
        value={reason}
        rows={2}
        most={300}
        onChange={setReason}
        phrases="transfer"
        name="reason"
      />
    </CommandDialog>
  )
}
