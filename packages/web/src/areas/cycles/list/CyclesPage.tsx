import { OPERATIONS } from '../../../app/api/operations.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { assessorOfRow, subjectKindName } from '../../../ui/assessmentRow.ts'

const words = listWords.cycles

export default function CyclesPage() {
  return (
    <ListPage
      title={words.title}
      operation={OPERATIONS.listCycles}
      create={{ operation: OPERATIONS.planCycle, to: '/cycles/new', label: words.create }}
      empty={words.empty}
      columns={[
        { key: 'year', name: words.year, text: (row) => String(row.fields.year), filtered: true },
        { key: 'scheme', name: words.scheme, text: (row) => row.fields.schemeName },
        { key: 'kind', name: words.subjects, text: (row) => subjectKindName(row) },
        { key: 'count', name: words.count, kind: 'figure', text: (row) => String(row.fields.subjects) },
        { key: 'assessor', name: words.assessor, text: (row) => words.assessors[assessorOfRow(row)] },
      ]}
    />
  )
}
