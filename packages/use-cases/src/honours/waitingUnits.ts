import type { ListedUnit } from '@anjie/contracts/vocabulary/honours/draw'
import { ApplicationId, type RoundId } from '@anjie/contracts/vocabulary/ids'
import { codeOf } from '@anjie/domain/access/index'
import { foundRows } from '../foundRows.ts'
import type { QueryContext } from '../ports.ts'

/** Applications of a round that wait for a post of this jurisdiction: open work only, whatever lies behind. */
export async function waitingUnits({ store, scope }: QueryContext, roundId: RoundId): Promise<ListedUnit[]> {
  const rows = await foundRows(store, 'application', { stage: 'open', group: roundId })
  return rows
    .filter(({ queue, status }) => queue?.code === codeOf(scope) && status !== 'draft')
    .map(({ id, title, fields: { unitId, county, countyName } }) => ({
      applicationId: ApplicationId.parse(id),
      unitId,
      unitName: title,
      county,
      countyName,
    }))
}
