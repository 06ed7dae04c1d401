import { NavLink } from 'react-router'
import { messageWords as words } from '../locales/zh-CN/messages.ts'
import { useUnreadMessages } from './unreadMessages.ts'
import './WorkTabs.css'

const TABS = [
  { to: '/', label: words.toDo },
  { to: '/handled', label: words.handled },
  { to: '/copies', label: words.copies },
  { to: '/messages', label: words.title },
] as const

/** 待办、已办、抄送、消息 beside each other, as an office knows them. */
export function WorkTabs() {
  const unread = useUnreadMessages()
  return (
    <nav className="work-tabs no-print" aria-label={words.tabs}>
      {TABS.map(({ to, label }) => (
        <NavLink key={to} to={to} end>
          {label}
          {to === '/messages' && unread.text !== '' && <span className="unread-count">{unread.text}</span>}
        </NavLink>
      ))}
    </nav>
  )
}
