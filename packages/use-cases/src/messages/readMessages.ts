import type { readMessages as operation } from '@anjie/contracts/operations/messages'
import { markRead } from '@anjie/domain/messages/readMark'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { readMarkOf } from './readMarkOf.ts'

/** Two pages of one person at most mark at the same moment; each takes what the other wrote into account. */
const ATTEMPTS = 3

/** 标为已读. It changes no case and leaves no fact: how somebody reads is nobody's business. */
export const readMessages: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const { store, member, now } = context
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { mark, version } = await readMarkOf(context)
    const outcome = { id: 'read', version: version + 1, status: 'read' }
    const kept = await store.keepReadMark(member.personId, markRead(mark, body, now), version, outcome)
    if (kept) return ok(outcome)
  }
  return err({ code: 'stale-version', detail: '另一窗口正在标记已读，请稍后重试' })
}
