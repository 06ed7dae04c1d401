import type { takeBackDutyPostStep as operation } from '@anjie/contracts/operations/posts/dutyPosts'
import { takeBackDutyPostStep as takeBack } from '@anjie/domain/posts/takeBackDutyPostStep'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeDutyPost } from './changeDutyPost.ts'

/** 撤回登记: the newest step of a post. */
export const takeBackDutyPostStep: Command<InputOf<typeof operation>> = (context, { params, body: { reason } }) =>
  changeDutyPost(context, params.postId, async (post) => {
    const last = (await context.store.facts('duty-post', post.id, { limit: 1 })).facts.at(-1)
    return takeBack(post, { last, reason, now: context.now })
  })
