import { NavLink } from 'react-router'
import { messageWords as words } from '../../locales/zh-CN/messages.ts'
import { useUnreadMessages } from '../unreadMessages.ts'

/** In the head of every page: how many messages are unread. */
export function MessagesLink() {
  const { work, told, more, text } = useUnreadMessages()
  const said = text === '' ? words.noneUnread : words.unreadHere(work, told, more)
  return (
    <NavLink to="/messages" className="messages" title={said}>
      {words.head}
      {text !== '' && (
        <span className="unread-count" aria-hidden>
          {text}
        </span>
      )}
      <span className="visually-hidden">{said}</span>
    </NavLink>
  )
}
