import { WorkTabs } from '../../../app/WorkTabs.tsx'
import { messageWords as words } from '../../../locales/zh-CN/messages.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { MessageList } from '../MessageList.tsx'

/** 抄送: what this level is told and need not act on. */
export default function CopiesPage() {
  return (
    <>
      <PageHead title={words.copies} sub={words.copiesSub} />
      <WorkTabs />
      <MessageList box="told" empty={words.copiesEmpty} />
    </>
  )
}
