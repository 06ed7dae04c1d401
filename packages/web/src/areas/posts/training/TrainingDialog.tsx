import { beijingDate } from '@anjie/calendar-cn/plainDays'
import { DUTY_POST_KINDS } from '@anjie/contracts/vocabulary/posts/dutyPost'
import { TRAINING_KINDS } from '@anjie/contracts/vocabulary/posts/proofs/training'
import { TRAINING_KIND_NAMES } from '@anjie/domain/posts/duty-lists/dutyNames'
import { POST_KINDS } from '@anjie/domain/posts/kinds/index'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { CommandDialog } from '../../../app/api/CommandDialog.tsx'
import { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { useCommand } from '../../../app/api/useCommand.ts'
import { dutyTrainingWords as words } from '../../../locales/zh-CN/dutyLists.ts'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DateField } from '../../../ui/form/DateField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { tellDone } from '../../../ui/told.ts'

interface TrainingDialogProps {
  /** The one that is amended; without it a new one. */
  readonly of?: Answer<(typeof OPERATIONS)['getDutyTraining']>
  readonly onClose: () => void
}

/** 登记培训, or 更正. */
export function TrainingDialog({ of, onClose }: TrainingDialogProps) {
  const navigate = useNavigate()
  const [kind, setKind] = useState(of?.state.kind ?? 'professional')
  const [postKind, setPostKind] = useState(of?.state.postKind ?? 'township-commissioner')
  const [on, setOn] = useState<string>(() => of?.state.on ?? beijingDate(new Date().toISOString()))
  const [title, setTitle] = useState(of?.state.title ?? '')
  const [hours, setHours] = useState(String(of?.state.hours ?? 4))
  const [organiser, setOrganiser] = useState(of?.state.organiser ?? '')
  const record = useCommand(OPERATIONS.recordDutyTraining)
  const amend = useCommand(OPERATIONS.amendDutyTraining)
  const command = of === undefined ? record : amend
  return (
    <CommandDialog
      title={of === undefined ? words.create : words.amend}
      keepsMaterial
      missing={[
        title.trim().length < 4 ? words.name : undefined,
        on === '' ? words.on : undefined,
        /^[1-9]\d*$/.test(hours) ? undefined : words.hours,
        organiser.trim().length < 2 ? words.organiser : undefined,
      ]}
      onClose={onClose}
      command={command as typeof record}
      input={() =>
        ({
          ...(of === undefined ? {} : { params: { trainingId: of.state.id }, ifMatch: of.version }),
          body: { kind, postKind, on, title, hours: Number(hours), organiser },
        }) as never
      }
      onDone={({ id }) => {
        tellDone(of === undefined ? words.recorded : words.amended)
        onClose()
        if (of === undefined) void navigate(`/duty-trainings/${id}`)
      }}
    >
      <TextField label={words.name} name="title" value={title} most={80} onChange={setTitle} />
      <ChoiceField
        label={words.kind}
        name="kind"
        value={kind}
        choices={TRAINING_KINDS.map((value) => ({ value, label: TRAINING_KIND_NAMES[value] }))}
        onChange={(value) => setKind(TRAINING_KINDS.find((each) => each === value) ?? kind)}
      />
      <ChoiceField
        label={words.postKind}
        name="postKind"
        value={postKind}
        choices={DUTY_POST_KINDS.map((value) => ({ value, label: POST_KINDS[value].name }))}
        onChange={(value) => setPostKind(DUTY_POST_KINDS.find((each) => each === value) ?? postKind)}
      />
      <DateField label={words.on} name="on" value={on} onChange={setOn} />
      <TextField label={words.hours} name="hours" value={hours} onChange={setHours} />
      <TextField label={words.organiser} name="organiser" value={organiser} most={60} onChange={setOrganiser} />
    </CommandDialog>
  )
}
