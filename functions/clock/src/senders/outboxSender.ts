import type { Sender } from '@anjie/use-cases/messages/sender'

/** Puts an item under its key unless there is one. */
export interface Outbox {
  put(key: string, letter: Readonly<Record<string, unknown>>): Promise<void>
}

/** 发件箱 of the local stage: nothing leaves the machine. Each letter lies there once, however often it is sent. */
export const outboxSender = (outbox: Outbox): Sender => ({
  send: ({ key, ...letter }) => outbox.put(key, letter),
})
