import type { getUrgings as operation } from '@anjie/contracts/operations/messages'
import { mayUrge, urgingsLeft } from '@anjie/domain/messages/urge'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { urgedCase } from './urgedCase.ts'

/** 催报情况 of one case, for whoever may open its page: by which level and when, and whether this post may urge once more. */
export const getUrgings: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params: { caseKind, caseId } },
) => {
  const found = await urgedCase(context, caseKind, caseId)
  if (!found.ok) return found
  const former = (await context.store.get('urging', caseId))?.state ?? null
  const mine = mayUrge(found.value, context.member)
  return ok({
    urged: (former?.urged ?? []).map(({ at, byName, emergency }) => ({
      at,
      byName,
      emergency: emergency !== undefined,
    })),
    mayUrge: mine,
    left: mine ? Math.max(0, urgingsLeft(former, context.now)) : 0,
  })
}
