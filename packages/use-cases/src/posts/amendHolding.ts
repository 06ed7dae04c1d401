import type { amendHolding as operation } from '@anjie/contracts/operations/posts/dutyPosts'
import { amendHolding as amend } from '@anjie/domain/posts/amendHolding'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeDutyPost } from './changeDutyPost.ts'
import { personOf } from './personOf.ts'

/** 更正任职信息. */
export const amendHolding: Command<InputOf<typeof operation>> = async (context, { params, body: { holder } }) => {
  const person = await personOf(context, holder.membershipId, '/holder/membershipId')
  if (!person.ok) return person
  return changeDutyPost(context, params.postId, (post) =>
    amend(post, holder, { personId: person.value, now: context.now }),
  )
}
