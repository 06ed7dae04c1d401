import { MAX_READ_SINGLY, type MessageKey, type ReadMark } from '@anjie/contracts/vocabulary/messages/message'

/** Whoever never marked anything finds the last two weeks unread. */
const FIRST_DAYS = 14
const DAY_MS = 86_400_000

export const firstMark = (now: string): ReadMark => ({
  upTo: new Date(Date.parse(now) - FIRST_DAYS * DAY_MS).toISOString(),
  also: [],
})

/** The instant that a message's key begins with. */
export const instantOfKey = (key: MessageKey): string => key.slice(0, key.indexOf('#'))

export const isUnread = ({ upTo, also }: ReadMark, key: MessageKey): boolean =>
  instantOfKey(key) > upTo && !also.includes(key)

/**
 * The mark after somebody read these messages, or all up to an instant: never further than now, and never back. Of those read one by
 * one the newest are kept; what is forgotten is shown as unread once more.
 */
export function markRead(
  mark: ReadMark,
  {
    upTo = mark.upTo,
    keys = [],
  }: { readonly upTo?: string | undefined; readonly keys?: readonly MessageKey[] | undefined },
  now: string,
): ReadMark {
  const asked = upTo < now ? upTo : now
  const moves = asked > mark.upTo
  const reached = moves ? asked : mark.upTo
  const also = [...new Set([...mark.also, ...keys])].filter((key) => instantOfKey(key) > reached)
  return { upTo: reached, also: also.sort().slice(-MAX_READ_SINGLY) }
}
