import { OPERATIONS } from '@anjie/contracts/operations/index'
import { useNavigate } from 'react-router'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { pathOf } from '../../../app/paths.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { assessorOfRow, subjectKindName } from '../../../ui/assessmentRow.ts'
import { Button } from '../../../ui/Button.tsx'
import { ListTable } from '../../../ui/ListTable.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'

const words = listWords.cycles

export default function CyclesPage() {
  const me = useMe()
  const navigate = useNavigate()
  const cycles = useRead(OPERATIONS.listCycles, {})
  return (
    <>
      <PageHead title={words.title}>
        {mayCall(me.roles, OPERATIONS.planCycle) && (
          <Button isMain onClick={() => void navigate('/cycles/new')}>
            {words.create}
          </Button>
        )}
      </PageHead>
      <ReadState read={cycles}>
        {({ rows }) => (
          <ListTable
            caption={words.title}
            rows={rows}
            pathOf={pathOf}
            empty={words.empty}
            columns={[
              { key: 'year', name: words.year, text: (row) => String(row.fields.year) },
              { key: 'scheme', name: words.scheme, text: (row) => row.fields.schemeName },
              { key: 'kind', name: words.subjects, text: (row) => subjectKindName(row) },
              { key: 'count', name: words.count, text: (row) => String(row.fields.subjects), figure: true },
              { key: 'assessor', name: words.assessor, text: (row) => words.assessors[assessorOfRow(row)] },
            ]}
          />
        )}
      </ReadState>
    </>
  )
}
