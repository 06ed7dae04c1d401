import type { countMessages as operation } from '@anjie/contracts/operations/messages'
import { isUnread } from '@anjie/domain/messages/readMark'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { readMarkOf } from './readMarkOf.ts'
import { reminderRows } from './reminderRows.ts'
import { timedRows } from './timedRows.ts'

/** Nobody counts further: the page says 99+. */
const COUNTED = 100

/** How many messages are unread. Only what is newer than the mark is read, so neither history nor open work makes it dearer. */
export const countMessages: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context) => {
  const { mark } = await readMarkOf(context)
  const [{ rows, full }, reminders] = await Promise.all([
    timedRows(context, { since: mark.upTo, limit: COUNTED }),
    reminderRows(context),
  ])
  const unread = [...rows, ...reminders].filter(({ key }) => isUnread(mark, key))
  const count = (box: 'work' | 'told') => unread.filter((row) => row.box === box).length
  return ok({ work: count('work'), told: count('told'), more: full })
}
