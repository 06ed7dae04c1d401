import { OPERATIONS } from '@anjie/contracts/operations/index'
import { useNavigate } from 'react-router'
import { useRead } from '../../../app/api/useRead.ts'
import { mayCall, useMe } from '../../../app/me.ts'
import { pathOf } from '../../../app/paths.ts'
import { batchWords } from '../../../locales/zh-CN/honours.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { Button } from '../../../ui/Button.tsx'
import { ListTable } from '../../../ui/ListTable.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'

const words = listWords.batches

export default function BatchesPage() {
  const me = useMe()
  const navigate = useNavigate()
  const batches = useRead(OPERATIONS.listBatches, {})
  return (
    <>
      <PageHead title={words.title}>
        {mayCall(me.roles, OPERATIONS.createBatch) && (
          <Button isMain onClick={() => void navigate('/batches/new')}>
            {words.create}
          </Button>
        )}
      </PageHead>
      <ReadState read={batches}>
        {({ rows }) => (
          <ListTable
            caption={words.title}
            rows={rows}
            pathOf={pathOf}
            empty={words.empty}
            columns={[
              { key: 'honour', name: batchWords.honour, text: (row) => row.fields.honourName },
              { key: 'year', name: batchWords.year, text: (row) => String(row.fields.year) },
              { key: 'units', name: batchWords.units, text: (row) => String(row.fields.units), figure: true },
              { key: 'document', name: batchWords.document, text: (row) => row.fields.documentNumber ?? '' },
            ]}
          />
        )}
      </ReadState>
    </>
  )
}
