import { DUTY_EVENT_STATUS_NAMES, effectText } from '@anjie/domain/posts/duty-lists/dutyNames'
import { POST_KINDS } from '@anjie/domain/posts/kinds/index'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { dutyEventWords as words } from '../../../locales/zh-CN/dutyLists.ts'
import { dayText } from '../../../locales/zh-CN/format.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { lastYears } from '../lastYears.ts'

/** 负面事件 of the county's posts, or of the unit's own. */
export default function DutyEventsPage() {
  return (
    <ListPage
      title={words.title}
      operation={OPERATIONS.listDutyEvents}
      nameOfTitle={words.unit}
      withPlace={false}
      empty={words.empty}
      linkTo={(row) => `/duty-events/${row.id}`}
      create={{ operation: OPERATIONS.recordDutyEvent, to: '/duty-events/new', label: words.create }}
      filters={[
        { name: 'name', label: words.unit },
        { name: 'stage', label: listWords.stage, all: listWords.allStages, choices: listWords.stages },
        {
          name: 'status',
          label: listWords.status,
          all: listWords.allStatuses,
          choices: Object.entries(DUTY_EVENT_STATUS_NAMES).map(([value, label]) => ({ value, label })),
        },
        { name: 'year', label: words.year, all: words.allYears, choices: lastYears() },
      ]}
      columns={[
        { key: 'postKind', name: words.postKind, text: (row) => POST_KINDS[row.fields.postKind].name },
        { key: 'entry', name: words.entry, text: (row) => row.fields.entry, wraps: true },
        { key: 'effect', name: words.effect, text: (row) => effectText(row.fields.effect) },
        {
          key: 'on',
          name: words.on,
          kind: 'day',
          text: (row) => row.fields.on,
          show: (row) => dayText(row.fields.on),
        },
      ]}
    />
  )
}
