import { beijingDate } from '@anjie/calendar-cn'
import type { vacateDutyPost as operation } from '@anjie/contracts/operations/posts/dutyPosts'
import { vacateDutyPost as vacate } from '@anjie/domain/posts/vacateDutyPost'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeDutyPost } from './changeDutyPost.ts'

/** 离任. */
export const vacateDutyPost: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeDutyPost(context, params.postId, (post) =>
    vacate(post, { ...body, today: beijingDate(context.now), now: context.now }),
  )
