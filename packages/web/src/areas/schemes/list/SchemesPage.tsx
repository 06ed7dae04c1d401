import { OPERATIONS } from '../../../app/api/operations.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { assessorOfRow, subjectKindName } from '../../../ui/assessmentRow.ts'

const words = listWords.schemes

export default function SchemesPage() {
  return (
    <ListPage
      title={words.title}
      operation={OPERATIONS.listSchemes}
      create={{ operation: OPERATIONS.draftScheme, to: '/schemes/new', label: words.create }}
      empty={words.empty}
      columns={[
        { key: 'year', name: words.year, text: (row) => String(row.fields.year), filtered: true },
        {
          key: 'code',
          name: words.code,
          text: (row) => row.fields.code,
          show: (row) => <code>{row.fields.code}</code>,
        },
        { key: 'kind', name: words.subjectKind, text: (row) => subjectKindName(row) },
        { key: 'assessor', name: words.assessor, text: (row) => words.assessors[assessorOfRow(row)] },
        { key: 'groups', name: words.groups, kind: 'figure', text: (row) => String(row.fields.groups) },
      ]}
    />
  )
}
