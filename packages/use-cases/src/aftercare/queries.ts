import type { getRecheck as getOperation, listRechecks as listOperation } from '@anjie/contracts/operations/aftercare'
import { allowedRecheckActions } from '@anjie/domain/aftercare/recheckTransitions'
import { TITLE_STANDINGS, titleStanding } from '@anjie/domain/honours/titleStanding'
import { beijingDay, ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'

/** 称号复核 of this jurisdiction or unit, page by page. */
export const listRechecks: Query<InputOf<typeof listOperation>, OutputOf<typeof listOperation>> = async (
  { store },
  { query },
) => {
  const { cursor, campaign, ...filter } = query
  const page = await store.find('recheck', { ...filter, group: campaign }, { cursor })
  return page.ok ? ok({ ...page.value, rows: [...page.value.rows] }) : page
}

/** 复核案件 with what its title is worth today. */
export const getRecheck: Query<InputOf<typeof getOperation>, OutputOf<typeof getOperation>> = async (
  context,
  { params },
) => {
  const { store, member, now } = context
  const found = await findRecord(context, 'recheck', params.recheckId)
  if (!found.ok) return found
  const { state } = found.value
  const [title, timeline, unit] = await Promise.all([
    store.get('title', state.titleId),
    timelineOf(store, 'recheck', params.recheckId),
    state.unitId === undefined ? undefined : store.get('unit', state.unitId),
  ])
  if (title === undefined) throw new Error(`the title of ${state.id} is not there`)
  const successors = unit?.state.successors ?? []
  const named = successors.length === 0 ? new Map() : await store.getMany('unit', successors)
  const { serial, validUntil } = title.state
  return ok({
    ...found.value,
    allowed: allowedRecheckActions(state, member, now),
    ...timeline,
    standing: TITLE_STANDINGS[titleStanding(title.state, beijingDay(now))].word,
    ...(serial === undefined ? {} : { serial }),
    ...(validUntil === undefined ? {} : { validUntil }),
    successors: successors.flatMap((id) => {
      const successor = named.get(id)
      return successor === undefined ? [] : [{ id, name: successor.state.name }]
    }),
  })
}
