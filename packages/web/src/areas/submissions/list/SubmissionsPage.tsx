import { OPERATIONS } from '@anjie/contracts/operations/index'
import { SUBMISSION_STATUS_NAMES } from '@anjie/domain/submissions/submissionTransitions'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { pathOf } from '../../../app/paths.ts'
import { useListQuery } from '../../../app/useListQuery.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { FoundList } from '../../../ui/FoundList.tsx'
import { Choice } from '../../../ui/form/Choice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'

const words = listWords.submissions
const operation = OPERATIONS.listSubmissions
const statuses = Object.entries(SUBMISSION_STATUS_NAMES).map(([value, label]) => ({ value, label }))

/** 填报审核: forms by unit, those of the newest cycle first. */
export default function SubmissionsPage() {
  const me = useMe()
  const { query, isNarrowed, choose, pageAt } = useListQuery(['cycleId', 'status'])
  const asked = operation.query.safeParse(query)
  const submissions = useRead(operation, { query: asked.data ?? {} }, { keepsShown: true })
  const cycles = useRead(OPERATIONS.listCycles, {}, { enabled: mayCall(me.roles, OPERATIONS.listCycles) })
  return (
    <>
      <PageHead title={words.title} />
      <ReadState read={submissions}>
        {({ rows, cursor }) => (
          <FoundList
            caption={words.title}
            rows={rows}
            pathOf={pathOf}
            nameOfTitle={words.cycle}
            isNarrowed={isNarrowed}
            empty={words.empty}
            nextPage={cursor === undefined ? undefined : pageAt(cursor)}
            firstPage={query.cursor === undefined ? undefined : pageAt()}
            columns={[
              ...(me.jurisdiction.level === 'province'
                ? []
                : [
                    {
                      key: 'returned',
                      name: words.returned,
                      text: (row: (typeof rows)[number]) => (row.fields.returned ? words.returned : ''),
                    },
                  ]),
              { key: 'due', name: words.due, text: (row) => row.dueOn ?? '' },
            ]}
            filters={
              <>
                <Choice
                  isInline
                  aria-label={words.cycle}
                  value={query.cycleId ?? ''}
                  none={words.allCycles}
                  choices={(cycles.data?.rows ?? []).map(({ id, title }) => ({ value: id, label: title }))}
                  onChange={(value) => choose('cycleId', value)}
                />
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
