import { OPERATIONS } from '../../../app/api/operations.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { batchWords } from '../../../locales/zh-CN/honours.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'

const words = listWords.batches

export default function BatchesPage() {
  return (
    <ListPage
      title={words.title}
      operation={OPERATIONS.listBatches}
      create={{ operation: OPERATIONS.createBatch, to: '/batches/new', label: words.create }}
      empty={words.empty}
      columns={[
        { key: 'honour', name: batchWords.honour, text: (row) => row.fields.honourName, filtered: true },
        { key: 'year', name: batchWords.year, text: (row) => String(row.fields.year), filtered: true },
        { key: 'units', name: batchWords.units, kind: 'figure', text: (row) => String(row.fields.units) },
        { key: 'document', name: batchWords.document, text: (row) => row.fields.documentNumber ?? '' },
      ]}
    />
  )
}
