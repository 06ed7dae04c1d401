import type { getDutyLists as operation } from '@anjie/contracts/operations/posts/dutyLists'
import { allowedDutyListsActions } from '@anjie/domain/posts/duty-lists/dutyListsTransitions'
import { listsFault } from '@anjie/domain/posts/duty-lists/listsFault'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../../input.ts'
import type { Query } from '../../ports.ts'
import { timelineOf } from '../../timelineOf.ts'
import { visibleLists } from './visibleLists.ts'

export const getDutyLists: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const found = await visibleLists(context, params.listsId)
  if (!found.ok) return found
  const { state } = found.value
  return ok({
    ...found.value,
    allowed: allowedDutyListsActions(state, context.member, listsFault(state)),
    ...(await timelineOf(context.store, 'duty-lists', params.listsId)),
  })
}
