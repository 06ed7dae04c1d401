import { addDays, dayText } from '@anjie/calendar-cn/plainDays'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Appointment, DutyPost, PostHolding } from '@anjie/contracts/vocabulary/posts/dutyPost'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result, textKey } from '@anjie/kernel'
import { type DutyPostStep, futureFault, postFault, stageFault } from './dutyPostActions.ts'
import { POST_KINDS } from './kinds/index.ts'
import { holderOf } from './vacancies.ts'

interface Filling {
  /** Of the log-in that was named. */
  readonly personId: string | undefined
  /** Why the former holder left; only of a replacement. */
  readonly reason: string | undefined
  readonly today: PlainDate
}

/** 任职: of a vacant post, or in place of its holder, whose term ends the day before. */
export function fillDutyPost(
  post: DutyPost,
  holder: Appointment,
  filling: Filling & { readonly now: string },
): Result<DutyPostStep, Problem> {
  const fault = stageFault(post, 'fill')
  if (fault !== undefined) return err(fault)
  const filled = filledBy(post, holder, filling)
  if (!filled.ok) return filled
  const number = String(filled.value.holdings.length)
  return ok({
    next: { ...filled.value, updatedAt: filling.now },
    fact: { type: 'DutyPostFilled', details: { from: holder.from, number } },
  })
}

/** The post with one holder more. */
export function filledBy(
  post: DutyPost,
  { from, ...holder }: Appointment,
  { personId, reason, today }: Filling,
): Result<DutyPost, Problem> {
  const content = POST_KINDS[post.kind].holderFault(holder)
  if (content !== undefined) return err(postFault(`/holder/${content.field}`, content.detail))
  const current = holderOf(post)
  const day = futureFault('/holder/from', from, today) ?? dayFault(post, from, current)
  if (day !== undefined) return err(day)
  if (current !== undefined && isSamePerson(current, { name: holder.name, personId }))
    return err(postFault('/holder/name', '该同志已在任；职务有变的请用“更正任职信息”'))
  if (current !== undefined && reason === undefined)
    return err(postFault('/reason', '岗位现有人在任，请写明前任离任的原因'))
  const former: PostHolding[] =
    current === undefined
      ? post.holdings
      : [
          ...post.holdings.slice(0, -1),
          { ...current, to: addDays(from, -1), left: { by: 'replaced', reason: reason ?? '' } },
        ]
  const next: PostHolding = {
    number: post.holdings.length + 1,
    ...holder,
    ...(personId === undefined ? {} : { personId }),
    from,
  }
  return ok({ ...post, status: 'filled', holdings: [...former, next] })
}

/** By log-in where both have one, by name otherwise. */
export const isSamePerson = (
  one: Pick<PostHolding, 'name'> & { readonly personId?: string | undefined },
  other: Pick<PostHolding, 'name'> & { readonly personId?: string | undefined },
): boolean =>
  one.personId === undefined || other.personId === undefined
    ? textKey(one.name) === textKey(other.name)
    : one.personId === other.personId

function dayFault(post: DutyPost, from: PlainDate, current: PostHolding | undefined): Problem | undefined {
  const since = post.terms.at(-1)?.from
  if (since !== undefined && from < since)
    return postFault('/holder/from', `该岗位自${dayText(since)}起设立，任职日期不能早于这一天`)
  if (current !== undefined && from <= current.from)
    return postFault('/holder/from', `现任自${dayText(current.from)}起任职，接任日期须在其后`)
  const left = post.holdings.at(-1)?.to
  if (current === undefined && left !== undefined && from <= left)
    return postFault('/holder/from', `前任任职至${dayText(left)}，任职日期须在其后`)
  return undefined
}
