import type { getOutgoingDisputes as operation } from '@anjie/contracts/operations/disputes'
import { outgoingSheet } from '@anjie/domain/disputes/outgoingRows'
import { disputesBehind, reconcileTallies, tallyOf } from '@anjie/domain/disputes/reconcileTallies'
import { err, ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { byOf, talliesOf } from './queries.ts'
import { systemsInUse } from './systemsInUse.ts'

/** Rows of one file: as many as a system takes in at once, and what one answer holds. */
const MOST_ROWS = 500

/** 这个系统还缺的: what it takes in as its own import file; when its next export shows them, they are no longer here. */
export const getOutgoingDisputes: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params, query },
) => {
  const [systems, tallies] = await Promise.all([systemsInUse(context), talliesOf(context, query)])
  const own = systems.find(({ mapping }) => mapping.system === params.system)
  if (own === undefined) return err({ code: 'not-found', detail: '没有这个系统' })
  const by = byOf(systems, query)
  const lacking = disputesBehind(reconcileTallies(by, tallies), by, 'missing-here', params.system).toSorted(
    (one, other) => ((one.receivedOn ?? '') < (other.receivedOn ?? '') ? -1 : 1),
  )
  const ids = lacking.slice(0, MOST_ROWS).map((dispute) => tallyOf(dispute).id)
  const records = await context.store.getMany('dispute', ids)
  const sheet = outgoingSheet(
    own.mapping,
    ids.flatMap((id) => records.get(id)?.state ?? []),
  )
  return ok({
    name: own.mapping.name,
    lacking: lacking.length,
    headings: [...sheet.headings],
    partyHeadings: [...sheet.partyHeadings],
    rows: sheet.rows.map(({ numbers, cells }) => ({ numbers: [...numbers], cells: [...cells] })),
  })
}
