import { OPERATIONS } from '@anjie/contracts/operations/index'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { pathOf } from '../../../app/paths.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { ListTable } from '../../../ui/ListTable.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'

const words = listWords.applications

export default function ApplicationsPage() {
  const me = useMe()
  const navigate = useNavigate()
  const applications = useRead(OPERATIONS.listApplications, {})
  return (
    <>
      <PageHead title={words.title}>
        {mayCall(me.roles, OPERATIONS.draftApplication) && (
          <Button type="primary" onClick={() => void navigate('/applications/new')}>
            {words.create}
          </Button>
        )}
      </PageHead>
      <ReadState read={applications}>
        {({ rows }) => (
          <ListTable
            caption={words.title}
            rows={rows}
            pathOf={pathOf}
            nameOfTitle={words.unit}
            withPlace
            empty={words.empty}
            columns={[{ key: 'round', name: words.round, text: (row) => row.fields.roundName }]}
          />
        )}
      </ReadState>
    </>
  )
}
