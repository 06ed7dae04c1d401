import { APPLICATION_STATUS_NAMES } from '@anjie/domain/honours/applicationTransitions'
import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { mayCall, useMe } from '../../../app/me.ts'
import { whenShown } from '../../../app/whenShown.tsx'
import { manyWords } from '../../../locales/zh-CN/actions.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { Button } from '../../../ui/Button.tsx'
import { usePlaceChoices } from '../placeChoices.ts'

const ManyDialog = whenShown(() => import('./ManyDialog.tsx'))

const words = listWords.applications
const statuses = Object.entries(APPLICATION_STATUS_NAMES).map(([value, label]) => ({ value, label }))

/** 创建申报: what is under way first; what is over is found by asking for it. */
export default function ApplicationsPage() {
  const rounds = useRead(OPERATIONS.listRounds, {})
  const places = usePlaceChoices()
  const me = useMe()
  const [isMany, setIsMany] = useState(false)
  return (
    <>
      <ListPage
        title={words.title}
        operation={OPERATIONS.listApplications}
        create={{ operation: OPERATIONS.draftApplication, to: '/applications/new', label: words.create }}
        {...(mayCall(me.roles, OPERATIONS.holdApplication)
          ? { tools: <Button onClick={() => setIsMany(true)}>{manyWords.open}</Button> }
          : {})}
        nameOfTitle={words.unit}
        empty={words.empty}
        columns={[{ key: 'round', name: words.round, text: (row) => row.fields.roundName }]}
        filters={[
          { name: 'name', label: words.unit },
          {
            name: 'stage',
            label: listWords.stage,
            all: listWords.allStages,
            choices: listWords.stages,
            preset: 'open',
          },
          {
            name: 'roundId',
            label: words.round,
            all: words.allRounds,
            choices: (rounds.data?.rows ?? []).map(({ id, title }) => ({ value: id, label: title })),
          },
          { name: 'place', label: listWords.place, all: listWords.allPlaces, choices: places },
          { name: 'status', label: listWords.status, all: listWords.allStatuses, choices: statuses },
        ]}
      />
      {isMany && <ManyDialog onClose={() => setIsMany(false)} />}
    </>
  )
}
