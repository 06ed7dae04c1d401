import type { listMessages as operation } from '@anjie/contracts/operations/messages'
import { messageText } from '@anjie/domain/messages/messageText'
import { isUnread } from '@anjie/domain/messages/readMark'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { readMarkOf } from './readMarkOf.ts'
import { reminderRows } from './reminderRows.ts'
import { timedRows } from './timedRows.ts'

const PAGE = 30

/** 消息 of this post, a page at a time: the newest first, of a page the unread ones before the others. */
export const listMessages: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { query: { box, before } },
) => {
  const range = { limit: PAGE + 1, ...(before === undefined ? {} : { before }) }
  const [{ mark }, { rows: lines, full }, reminders] = await Promise.all([
    readMarkOf(context),
    timedRows(context, range, box === undefined ? undefined : [box]),
    box === undefined ? reminderRows(context) : [],
  ])
  const rows = [...lines, ...reminders.filter(({ key }) => before === undefined || key < before)].sort((one, other) =>
    one.key < other.key ? 1 : -1,
  )
  const page = rows.slice(0, PAGE).map(({ key, row, box: from }) => ({
    key,
    box: from,
    at: row.updatedAt,
    kind: row.kind,
    id: row.id,
    title: row.title,
    place: row.place,
    text: messageText(row, from),
    dueOn: row.dueOn,
    page: row.page,
    pageId: row.pageId,
    unread: isUnread(mark, key),
  }))
  const last = page.at(-1)?.key ?? null
  return ok({
    rows: [...page.filter(({ unread }) => unread), ...page.filter(({ unread }) => !unread)],
    next: rows.length > PAGE || full ? last : null,
  })
}
