import { TRAINING_KINDS } from '@anjie/contracts/vocabulary/posts/proofs/training'
import { TRAINING_KIND_NAMES } from '@anjie/domain/posts/duty-lists/dutyNames'
import { POST_KINDS } from '@anjie/domain/posts/kinds/index'
import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { mayCall, useMe } from '../../../app/me.ts'
import { dutyTrainingWords as words } from '../../../locales/zh-CN/dutyLists.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { lastYears } from '../lastYears.ts'
import { TrainingDialog } from '../training/TrainingDialog.tsx'

/** 岗位培训 of the county; of a unit those that its post attended. */
export default function TrainingsPage() {
  const me = useMe()
  const [isRecording, setIsRecording] = useState(false)
  const opens = mayCall(me.roles, OPERATIONS.getDutyTraining)
  return (
    <>
      <ListPage
        title={words.title}
        operation={OPERATIONS.listDutyTrainings}
        nameOfTitle={words.name}
        withPlace={false}
        empty={words.empty}
        linkTo={(row) => (opens ? `/duty-trainings/${row.id}` : undefined)}
        tools={
          mayCall(me.roles, OPERATIONS.recordDutyTraining) && (
            <Button isMain onClick={() => setIsRecording(true)}>
              {words.create}
            </Button>
          )
        }
        filters={[
          {
            name: 'kind',
            label: words.kind,
            all: words.allKinds,
            choices: TRAINING_KINDS.map((value) => ({ value, label: TRAINING_KIND_NAMES[value] })),
          },
          { name: 'year', label: words.year, all: words.allYears, choices: lastYears() },
        ]}
        columns={[
          { key: 'kind', name: words.kind, text: (row) => TRAINING_KIND_NAMES[row.fields.trainingKind] },
          { key: 'postKind', name: words.postKind, text: (row) => POST_KINDS[row.fields.postKind].name },
          {
            key: 'on',
            name: words.on,
            kind: 'day',
            text: (row) => row.fields.on,
            show: (row) => dayText(row.fields.on),
          },
          { key: 'hours', name: words.hours, kind: 'figure', text: (row) => String(row.fields.hours) },
          { key: 'organiser', name: words.organiser, text: (row) => row.fields.organiser, wraps: true },
        ]}
      />
      {isRecording && <TrainingDialog onClose={() => setIsRecording(false)} />}
    </>
  )
}
