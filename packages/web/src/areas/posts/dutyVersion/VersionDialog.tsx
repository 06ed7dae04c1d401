import { addDays, beijingDate } from '@anjie/calendar-cn/plainDays'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { dutyListsWords as words } from '../../../locales/zh-CN/dutyLists.ts'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { tellDone } from '../../../ui/told.ts'

export type VersionStep = 'publish' | 'copy'

interface VersionDialogProps {
  readonly step: VersionStep
  readonly found: Answer<(typeof OPERATIONS)['getDutyLists']>
  readonly loadNewest: () => void
  readonly onClose: () => void
}

export const VersionDialog = (props: VersionDialogProps) =>
  props.step === 'publish' ? <Publish {...props} /> : <Copy {...props} />

/** 发布 from a day on. */
function Publish({ found: { state, version }, loadNewest, onClose }: VersionDialogProps) {
  const [from, setFrom] = useState<string>(() => addDays(beijingDate(new Date().toISOString()), 1))
  const publish = useCommand(OPERATIONS.publishDutyLists)
  return (
    <CommandDialog
      title={words.publish}
      seal
      keepsMaterial
      missing={[from === '' ? words.from : undefined]}
      onClose={onClose}
      loadNewest={loadNewest}
      command={publish}
      input={() => ({ params: { listsId: state.id }, ifMatch: version, body: { from } })}
      onDone={() => {
        tellDone(words.published)
        onClose()
      }}
    >
      <p>{words.publishText}</p>
      <DateField label={words.from} name="from" value={from} onChange={setFrom} />
    </CommandDialog>
  )
}

/** 复制 of a template or a former version as one's own draft. */
function Copy({ found: { state }, onClose }: VersionDialogProps) {
  const navigate = useNavigate()
  const [name, setName] = useState(words.copyName(state.name))
  const copy = useCommand(OPERATIONS.copyDutyLists)
  return (
    <CommandDialog
      title={words.copy}
      missing={[name.trim().length < 4 ? words.name : undefined]}
      onClose={onClose}
      command={copy}
      input={() => ({ params: { listsId: state.id }, body: { name } })}
      onDone={({ id }) => {
        tellDone(words.copied)
        void navigate(`/duty-lists/${id}`)
      }}
    >
      <p>{words.copyText}</p>
      <TextField label={words.name} name="name" value={name} most={60} onChange={setName} />
    </CommandDialog>
  )
}
