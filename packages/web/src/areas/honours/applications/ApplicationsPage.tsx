import { OPERATIONS } from '@anjie/contracts/operations/index'
import { APPLICATION_STATUS_NAMES } from '@anjie/domain/honours/applicationTransitions'
import { useNavigate } from 'react-router'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { pathOf } from '../../../app/paths.ts'
import { useListQuery } from '../../../app/useListQuery.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { Button } from '../../../ui/Button.tsx'
import { FoundList } from '../../../ui/FoundList.tsx'
import { Choice } from '../../../ui/form/Choice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { usePlaceChoices } from '../placeChoices.ts'

const words = listWords.applications
const operation = OPERATIONS.listApplications
const statuses = Object.entries(APPLICATION_STATUS_NAMES).map(([value, label]) => ({ value, label }))

/** 创建申报: what is under way first; what is over is found by asking for it. */
export default function ApplicationsPage() {
  const me = useMe()
  const navigate = useNavigate()
  const { query, isNarrowed, choose, pageAt } = useListQuery(['stage', 'status', 'place', 'roundId', 'name'], {
    stage: 'open',
  })
  const asked = operation.query.safeParse(query)
  const applications = useRead(operation, { query: asked.data ?? {} }, { keepsShown: true })
  const rounds = useRead(OPERATIONS.listRounds, {})
  const places = usePlaceChoices()
  return (
    <>
      <PageHead title={words.title}>
        {mayCall(me.roles, OPERATIONS.draftApplication) && (
          <Button isMain onClick={() => void navigate('/applications/new')}>
            {words.create}
          </Button>
        )}
      </PageHead>
      <ReadState read={applications}>
        {({ rows, cursor }) => (
          <FoundList
            caption={words.title}
            rows={rows}
            pathOf={pathOf}
            nameOfTitle={words.unit}
            isNarrowed={isNarrowed}
            empty={words.empty}
            nextPage={cursor === undefined ? undefined : pageAt(cursor)}
            firstPage={query.cursor === undefined ? undefined : pageAt()}
            columns={[{ key: 'round', name: words.round, text: (row) => row.fields.roundName }]}
            filters={
              <>
                <SearchField
                  initial={query.name ?? ''}
                  hint={listWords.nameHint}
                  onSearch={(text) => choose('name', text)}
                />
                <Choice
                  isInline
                  aria-label={listWords.stage}
                  value={query.stage ?? ''}
                  none={listWords.allStages}
                  choices={listWords.stages}
                  onChange={(value) => choose('stage', value)}
                />
                <Choice
                  isInline
                  aria-label={words.round}
                  value={query.roundId ?? ''}
                  none={words.allRounds}
                  choices={(rounds.data?.rows ?? []).map(({ id, title }) => ({ value: id, label: title }))}
                  onChange={(value) => choose('roundId', value)}
                />
                {places.length > 0 && (
                  <Choice
                    isInline
                    aria-label={listWords.place}
                    value={query.place ?? ''}
                    none={listWords.allPlaces}
                    choices={places}
                    onChange={(value) => choose('place', value)}
                  />
                )}
                <Choice
                  isInline
                  aria-label={listWords.status}
                  value={query.status ?? ''}
                  none={listWords.allStatuses}
                  choices={statuses}
                  onChange={(value) => choose('status', value)}
                />
              </>
            }
          />
        )}
      </ReadState>
    </>
  )
}
