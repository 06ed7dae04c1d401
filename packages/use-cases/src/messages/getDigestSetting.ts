import type { getDigestSetting as operation } from '@anjie/contracts/operations/messages'
import { Delivery } from '@anjie/contracts/vocabulary/messages/digest'
import { mailboxIdOf } from '@anjie/domain/messages/mailboxId'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** 汇总设置 of this post, and the letters that it was sent last. */
export const getDigestSetting: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async ({
  store,
  member,
}) => {
  const id = mailboxIdOf(member)
  if (id === undefined) return ok({ channel: 'none', address: '', sent: [] })
  const [mailbox, contact, delivery] = await Promise.all([
    store.get('mailbox', id),
    store.sideItem('mailbox', id, 'contact'),
    store.sideItem('mailbox', id, 'delivery'),
  ])
  return ok({
    channel: mailbox?.state.channel ?? 'none',
    address: typeof contact?.content === 'string' ? contact.content : '',
    sent: delivery === undefined ? [] : Delivery.parse(delivery.content).sent,
  })
}
