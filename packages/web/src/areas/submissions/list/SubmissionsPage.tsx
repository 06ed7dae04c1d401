import { OPERATIONS } from '@anjie/contracts/operations/index'
import { useRead } from '../../../app/api/useRead.ts'
import { useMe } from '../../../app/me.ts'
import { pathOf } from '../../../app/paths.ts'
import { listWords } from '../../../locales/zh-CN/lists.ts'
import { ListTable } from '../../../ui/ListTable.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'

const words = listWords.submissions

export default function SubmissionsPage() {
  const me = useMe()
  const submissions = useRead(OPERATIONS.listSubmissions, {})
  return (
    <>
      <PageHead title={words.title} />
      <ReadState read={submissions}>
        {({ rows }) => (
          <ListTable
            caption={words.title}
            rows={rows}
            pathOf={pathOf}
            nameOfTitle={words.cycle}
            withPlace
            empty={words.empty}
            columns={
              me.jurisdiction.level === 'province'
                ? []
                : [
                    {
                      key: 'returned',
                      name: words.returned,
                      text: (row) => (row.fields.returned ? words.returned : ''),
                    },
                  ]
            }
          />
        )}
      </ReadState>
    </>
  )
}
