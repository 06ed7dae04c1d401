import { beijingDate } from '@anjie/calendar-cn'
import type { setUpDutyPosts as operation } from '@anjie/contracts/operations/posts/dutyPosts'
import { countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { isPiloted } from '@anjie/domain/posts/dutyPilot'
import { postFault } from '@anjie/domain/posts/dutyPostActions'
import { dutyPostId } from '@anjie/domain/posts/dutyPostIds'
import { setUpDutyPost } from '@anjie/domain/posts/setUpDutyPost'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { ceasedCounty } from '../units/ceasedCounty.ts'
import { commitPosts, type PostStep } from './commitPosts.ts'
import { coverageOf } from './coverageChange.ts'
import { personOf } from './personOf.ts'

/** 设岗, several at once: all of them or none. */
export const setUpDutyPosts: Command<InputOf<typeof operation>> = async (context, { body }) => {
  const { store, digest, now, scope } = context
  const ceased = await ceasedCounty(context)
  if (ceased !== undefined) return err(ceased)
  if (scope.level !== 'county') return err({ code: 'not-permitted', detail: '岗位由县级设立' })
  return commitPosts(context, async () => {
    const ids = body.posts.map(({ unitId, kind }) => dutyPostId(unitId, kind, digest))
    const twin = ids.findIndex((id, at) => ids.indexOf(id) < at)
    if (twin >= 0) return err(postFault(`/posts/${twin}/unitId`, '同一个单位的同类岗位列了两次'))
    const [units, there, { state }] = await Promise.all([
      store.getMany('unit', [...new Set(body.posts.map(({ unitId }) => unitId))]),
      store.getMany('duty-post', ids),
      coverageOf(context, scope.county),
    ])
    const steps: PostStep[] = []
    for (const [at, content] of body.posts.entries()) {
      const id = ids[at]
      const unit = units.get(content.unitId)?.state
      if (id === undefined || unit === undefined || countyCodeOf(content.unitId) !== scope.county)
        return err(postFault(`/posts/${at}/unitId`, '本县没有登记这个单位'))
      const person = await personOf(context, content.holder?.membershipId, `/posts/${at}/holder/membershipId`)
      if (!person.ok) return person
      const before = there.get(id)
      const step = setUpDutyPost(content, {
        id,
        unit,
        there: before?.state,
        isPiloted: isPiloted(state),
        personId: person.value,
        today: beijingDate(now),
        now,
      })
      if (!step.ok) {
        const { pointer, detail } = step.error
        return pointer === undefined ? step : err(postFault(`/posts/${at}${pointer}`, detail))
      }
      steps.push({ before, step: step.value })
    }
    return ok(steps)
  })
}
