import { OPERATIONS } from './api/operations.ts'
import { useRead } from './api/useRead.ts'

const EVERY_MS = 60_000
const MOST = 99

export interface UnreadMessages {
  readonly work: number
  readonly told: number
  readonly more: boolean
  /** `3`, `99+`; empty when there are none. */
  readonly text: string
}

/** How many messages are unread, for the head of every page: one small read a minute, shared by all who show it. */
export function useUnreadMessages(): UnreadMessages {
  const read = useRead(OPERATIONS.countMessages, {}, { every: EVERY_MS })
  const { work = 0, told = 0, more = false } = read.data ?? {}
  return { work, told, more, text: countText(work + told, more) }
}

export const countText = (count: number, more: boolean): string =>
  more || count > MOST ? `${MOST}+` : count === 0 ? '' : String(count)
