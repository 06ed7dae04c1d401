import type { setDigestSetting as operation } from '@anjie/contracts/operations/messages'
import { DIGEST_CHANNEL_NAMES } from '@anjie/domain/messages/digestChannelNames'
import { mailboxIdOf } from '@anjie/domain/messages/mailboxId'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'

/**
 * 选择汇总送达方式, by the post itself. The choice is a fact; the address lies beside it, is overwritten by the next one and taken out
 * with the choice.
 */
export const setDigestSetting: Command<InputOf<typeof operation>> = async ({ store, member, now }, { body }) => {
  const { jurisdiction } = member
  const id = mailboxIdOf(member)
  if (id === undefined) return err({ code: 'not-permitted', detail: '这项任职没有编号，请管理员重新登记后再设置' })
  const [mailbox, contact] = await Promise.all([store.get('mailbox', id), store.sideItem('mailbox', id, 'contact')])
  const address = body.channel === 'none' ? null : body.address
  if (!(await store.keepSideItem('mailbox', id, 'contact', address, contact?.version ?? 0)))
    return err({ code: 'stale-version', detail: '另一窗口正在修改这项设置，请稍后重试' })
  const version = (mailbox?.version ?? 0) + 1
  const outcome = { id, version, status: body.channel }
  const written = await store.commit(
    [
      {
        kind: 'mailbox',
        id,
        expectedVersion: version - 1,
        next: { jurisdiction: jurisdiction.code, channel: body.channel, updatedAt: now },
        fact: { type: 'DigestChosen', details: { channel: DIGEST_CHANNEL_NAMES[body.channel] } },
      },
    ],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}
