import { Link } from 'react-router'
import { WorkTabs } from '../../../app/WorkTabs.tsx'
import { digestWords } from '../../../locales/zh-CN/digests.ts'
import { messageWords as words } from '../../../locales/zh-CN/messages.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { MessageList } from '../MessageList.tsx'

/** 消息: what waits, what happened, what was opened or published, each with the way to its case. */
export default function MessagesPage() {
  return (
    <>
      <PageHead title={words.title} sub={words.sub}>
        <Link to="/messages/digest">{digestWords.title}</Link>
      </PageHead>
      <WorkTabs />
      <MessageList empty={words.empty} />
    </>
  )
}
