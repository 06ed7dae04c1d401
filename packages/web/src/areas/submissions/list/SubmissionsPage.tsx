import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { SUBMISSION_STATUS_NAMES } from '@anjie/domain/submissions/submissionTransitions'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { mayCall, useMe } from '../../../app/me.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import type { TableColumn } from '../../../ui/table/tableColumn.ts'

const words = listWords.submissions
const statuses = Object.entries(SUBMISSION_STATUS_NAMES).map(([value, label]) => ({ value, label }))

const RETURNED: TableColumn<ListRowOf<'submission'>> = {
  key: 'returned',
  name: words.returned,
  text: (row) => (row.fields.returned ? words.returned : ''),
}

/** 填报审核: forms by unit, those of the newest cycle first. */
export default function SubmissionsPage() {
  const me = useMe()
  const cycles = useRead(OPERATIONS.listCycles, {}, { enabled: mayCall(me.roles, OPERATIONS.listCycles) })
  return (
    <ListPage
      title={words.title}
      operation={OPERATIONS.listSubmissions}
      nameOfTitle={words.cycle}
      empty={words.empty}
      columns={me.jurisdiction.level === 'province' ? [] : [RETURNED]}
      filters={[
        {
          name: 'cycleId',
          label: words.cycle,
          all: words.allCycles,
          choices: (cycles.data?.rows ?? []).map(({ id, title }) => ({ value: id, label: title })),
        },
        { name: 'status', label: listWords.status, all: listWords.allStatuses, choices: statuses },
      ]}
    />
  )
}
