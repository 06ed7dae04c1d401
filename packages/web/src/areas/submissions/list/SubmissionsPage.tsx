import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { SUBMISSION_STATUS_NAMES } from '@anjie/domain/submissions/submissionStatusNames'
import { useState } from 'react'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { useRead } from '../../../app/api/useRead.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { mayCall, useMe } from '../../../app/me.ts'
import { whenShown } from '../../../app/whenShown.tsx'
import { manyWords } from '../../../locales/zh-CN/actions.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { Button } from '../../../ui/Button.tsx'
import type { TableColumn } from '../../../ui/table/tableColumn.ts'

const ManyForms = whenShown(() => import('./ManyForms.tsx'))

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
  const [isMany, setIsMany] = useState(false)
  const decides = mayCall(me.roles, OPERATIONS.verifySubmission) || mayCall(me.roles, OPERATIONS.acceptSubmission)
  return (
    <>
      <ListPage
        title={words.title}
        operation={OPERATIONS.listSubmissions}
        nameOfTitle={words.cycle}
        {...(decides ? { tools: <Button onClick={() => setIsMany(true)}>{manyWords.open}</Button> } : {})}
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
      {isMany && <ManyForms onClose={() => setIsMany(false)} />}
    </>
  )
}
