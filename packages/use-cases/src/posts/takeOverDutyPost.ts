import { beijingDate } from '@anjie/calendar-cn'
import type { takeOverDutyPost as operation } from '@anjie/contracts/operations/posts/dutyPosts'
import { isPiloted } from '@anjie/domain/posts/dutyPilot'
import { dutyPostId } from '@anjie/domain/posts/dutyPostIds'
import { takeOverDutyPost as takeOver } from '@anjie/domain/posts/takeOverDutyPost'
import { ok } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { commitPosts } from './commitPosts.ts'
import { coverageOf } from './coverageChange.ts'

/** 承接: the post of a unit that ended goes on at its successor, as a post of its own. */
export const takeOverDutyPost: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  commitPosts(context, async () => {
    const { store, digest, now } = context
    const found = await findRecord(context, 'duty-post', params.postId)
    if (!found.ok) return found
    const expected = checkVersion(context, found.value.version)
    if (!expected.ok) return expected
    const post = found.value.state
    const id = dutyPostId(body.unitId, post.kind, digest)
    const [unit, former, there, { state }] = await Promise.all([
      findRecord(context, 'unit', body.unitId),
      findRecord(context, 'unit', post.unitId),
      store.get('duty-post', id),
      coverageOf(context, post.county),
    ])
    if (!unit.ok) return unit
    if (!former.ok) return former
    const step = takeOver(post, {
      ...body,
      id,
      unit: unit.value.state,
      former: former.value.state,
      there: there?.state,
      isPiloted: isPiloted(state),
      today: beijingDate(now),
      now,
    })
    return step.ok ? ok([{ before: there, step: step.value }]) : step
  })
