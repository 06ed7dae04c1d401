import { beijingDate } from '@anjie/calendar-cn'
import type { endDutyPost as operation } from '@anjie/contracts/operations/posts/dutyPosts'
import { endDutyPost as end } from '@anjie/domain/posts/endDutyPost'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeDutyPost } from './changeDutyPost.ts'

/** 撤岗. */
export const endDutyPost: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeDutyPost(context, params.postId, (post) =>
    end(post, { ...body, today: beijingDate(context.now), now: context.now }),
  )
