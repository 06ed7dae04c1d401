import { beijingDate } from '@anjie/calendar-cn'
import type { fillDutyPost as operation } from '@anjie/contracts/operations/posts/dutyPosts'
import { fillDutyPost as fill } from '@anjie/domain/posts/fillDutyPost'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeDutyPost } from './changeDutyPost.ts'
import { personOf } from './personOf.ts'

/** 任职, of a vacant post or in place of its holder. */
export const fillDutyPost: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { holder, reason } = body
  const person = await personOf(context, holder.membershipId, '/holder/membershipId')
  if (!person.ok) return person
  const { now } = context
  return changeDutyPost(context, params.postId, (post) =>
    fill(post, holder, { personId: person.value, reason, today: beijingDate(now), now }),
  )
}
