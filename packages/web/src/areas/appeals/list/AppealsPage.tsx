import { OPERATIONS } from '@anjie/contracts/operations/index'
import { useRead } from '../../../app/api/useRead.ts'
import { pathOf } from '../../../app/paths.ts'
import { appealWords as words } from '../../../locales/zh-CN/appeals.ts'
import { ListTable } from '../../../ui/ListTable.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReadState } from '../../../ui/ReadState.tsx'

export default function AppealsPage() {
  const appeals = useRead(OPERATIONS.listAppeals, {})
  return (
    <>
      <PageHead title={words.title} />
      <ReadState read={appeals}>
        {({ rows }) => (
          <ListTable
            caption={words.title}
            rows={rows}
            pathOf={pathOf}
            nameOfTitle={words.indicator}
            withPlace
            empty={words.empty}
          />
        )}
      </ReadState>
    </>
  )
}
