import { beijingDate } from '@anjie/calendar-cn'
import type { getPostParts as operation } from '@anjie/contracts/operations/posts/postParts'
import { negativeEvents, routineShare } from '@anjie/domain/posts/duty-lists/dutyFigures'
import { effectText } from '@anjie/domain/posts/duty-lists/dutyNames'
import { holdingsIn } from '@anjie/domain/posts/holdingsIn'
import { dutyPostTitle } from '@anjie/domain/posts/kinds/index'
import { err, ok } from '@anjie/kernel'
import { yearsOf } from '../counting/yearsOf.ts'
import { subjectsOf } from '../cycles/subjectsOf.ts'
import { findRecord, notFound } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { dutyStandings } from './duty-lists/dutyStandings.ts'

/** 各任分段 of an assessed post, as its records stand today. */
export const getPostParts: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const { store, now } = context
  const [foundCycle, foundPost] = await Promise.all([
    findRecord(context, 'cycle', params.cycleId),
    findRecord(context, 'duty-post', params.postId),
  ])
  if (!foundCycle.ok) return foundCycle
  if (!foundPost.ok) return foundPost
  const [{ state: cycle }, { state: post }] = [foundCycle.value, foundPost.value]
  const isAssessed = (await subjectsOf(store, cycle)).some(({ code }) => code === post.id)
  if (!isAssessed) return err(notFound('duty-post'))
  const period = { from: cycle.dataFrom, to: cycle.dataTo }
  const standings = await Promise.all(
    yearsOf([period.from, period.to]).map((year) => dutyStandings(context, [post], year)),
  )
  const own = standings.flatMap((each) => each.get(post.id) ?? [])
  const [slots, events] = [own.flatMap((each) => each.slots), own.flatMap((each) => each.events)]
  const figuresOf = (holding?: number) => {
    const { due, done, late, missed } = routineShare(slots, period, beijingDate(now), holding)
    return { routine: { due, done, late, missed }, points: negativeEvents(events, period, holding).points }
  }
  const held = holdingsIn(post, period)
  return ok({
    title: dutyPostTitle(post),
    cycle: { id: cycle.id, name: cycle.name, dataFrom: cycle.dataFrom, dataTo: cycle.dataTo },
    days: held.days,
    ...figuresOf(),
    holders: held.holders.map(({ holding: { number }, from, to, days }) => ({
      number,
      from,
      to,
      days,
      ...figuresOf(number),
      events: negativeEvents(events, period, number).events.map(({ id, entry, on }) => ({
        id,
        text: entry.text,
        on,
        effect: effectText(entry.effect),
      })),
    })),
    vacant: held.vacant.map(({ from, to, days }) => ({ from, to, days })),
  })
}
