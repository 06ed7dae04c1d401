import { OPERATIONS } from '../../../app/api/operations.ts'
import { ListPage } from '../../../app/list/ListPage.tsx'
import { appealWords as words } from '../../../locales/zh-CN/appeals.ts'

export default function AppealsPage() {
  return (
    <ListPage
      title={words.title}
      operation={OPERATIONS.listAppeals}
      nameOfTitle={words.indicator}
      withPlace
      empty={words.empty}
    />
  )
}
