import { firstReceipt, tallyOfDispute } from '@anjie/domain/disputes/tallyOfDispute'
import type { Projection } from '../projection.ts'
import { ownerOfCode, viewKeys } from '../viewKeys.ts'
import { orderOfVersion, type Write } from '../write.ts'

/** 纠纷小计 by day of receipt, and the pairs that wait for a person; what was joined into another, or decided, leaves. */
export const disputeViews: Projection = (fact) => {
  const order = orderOfVersion(fact.version)
  if (fact.kind === 'dispute') {
    const { after } = fact
    const tally = tallyOfDispute(fact.version, after)
    const write: Write = {
      table: 'views',
      ...viewKeys.disputeTally(ownerOfCode(after.county), after.id),
      order,
      content:
        after.origins.length === 0
          ? null
          : { open: { key: viewKeys.disputeDay(firstReceipt(tally.entries), after.id), row: tally } },
    }
    return [write]
  }
  if (fact.kind === 'dispute-doubt') {
    const { after } = fact
    const write: Write = {
      table: 'views',
      ...viewKeys.openDoubt(ownerOfCode(after.county), after.id),
      order,
      content: after.status === 'open' ? { open: { key: `${after.id}#`, row: { id: after.id } } } : null,
    }
    return [write]
  }
  return []
}
