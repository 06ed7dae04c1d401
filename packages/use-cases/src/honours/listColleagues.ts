import { beijingDate } from '@anjie/calendar-cn'
import type { listColleagues as operation } from '@anjie/contracts/operations/honours'
import { whyNotAsked, whyNotTaken } from '@anjie/domain/honours/colleague'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { findApplication } from './honourRecords.ts'

/** One page of posts is looked through; who is not among them is found by name. */
const LOOKED_AT = 60

/** Posts of the own level that a case may be passed on to, or asked of. */
export const listColleagues: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params, query },
) => {
  const found = await findApplication(context, params.applicationId)
  if (!found.ok) return found
  const { state } = found.value
  const { store, member, now } = context
  const page = await store.find('membership', { stage: 'open', name: query.name }, { limit: LOOKED_AT })
  if (!page.ok) return page
  const ids = page.value.rows
    .filter(({ fields }) => fields.units === undefined && fields.roles.some((role) => member.roles.includes(role)))
    .map(({ id }) => id)
  const posts = ids.length === 0 ? new Map() : await store.getMany('membership', ids)
  const today = beijingDate(now)
  const colleagues = [...posts.values()].flatMap(({ state: post }) => {
    if (whyNotAsked(state, post, member, today) !== null) return []
    const refused = whyNotTaken(state, post, member, today)
    return [{ id: post.id, personName: post.personName, post: post.post, ...(refused === null ? {} : { refused }) }]
  })
  return ok({ colleagues })
}
