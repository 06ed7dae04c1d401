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

const words = listWords.schemes

export default function SchemesPage() {
  const me = useMe()
  const navigate = useNavigate()
  const schemes = useRead(OPERATIONS.listSchemes, {})
  return (
    <>
      <PageHead title={words.title}>
        {mayCall(me.roles, OPERATIONS.draftScheme) && (
          <Button isMain onClick={() => void navigate('/schemes/new')}>
            {words.create}
          </Button>
        )}
      </PageHead>
      <ReadState read={schemes}>
        {({ rows }) => (
          <ListTable
            caption={words.title}
            rows={rows}
            pathOf={pathOf}
            empty={words.empty}
            columns={[
              { key: 'year', name: words.year, text: (row) => String(row.fields.year) },
              {
                key: 'code',
                name: words.code,
                text: (row) => row.fields.code,
                show: (row) => <code>{row.fields.code}</code>,
              },
              { key: 'kind', name: words.subjectKind, text: (row) => subjectKindName(row) },
              { key: 'assessor', name: words.assessor, text: (row) => words.assessors[assessorOfRow(row)] },
              { key: 'groups', name: words.groups, text: (row) => String(row.fields.groups), figure: true },
            ]}
          />
        )}
      </ReadState>
    </>
  )
}
