import { OPERATIONS } from '@anjie/contracts/operations/index'
import { APPLICATION_STATUS_NAMES } from '@anjie/domain/honours/applicationTransitions'
import { useRead } from '../../../app/api/useRead.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { usePlaceChoices } from '../placeChoices.ts'

const words = listWords.applications
const statuses = Object.entries(APPLICATION_STATUS_NAMES).map(([value, label]) => ({ value, label }))

/** 创建申报: what is under way first; what is over is found by asking for it. */
export default function ApplicationsPage() {
  const rounds = useRead(OPERATIONS.listRounds, {})
  const places = usePlaceChoices()
  return (
    <ListPage
      title={words.title}
      operation={OPERATIONS.listApplications}
      create={{ operation: OPERATIONS.draftApplication, to: '/applications/new', label: words.create }}
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
  )
}
