import { PublicResult } from '@anjie/contracts/vocabulary/publicRecords'
import { beijingDay, hidePersonalNumbers } from '@anjie/kernel'
import type { Projection } from '../projection.ts'
import { publicKeys } from '../publicKeys.ts'
import { orderOfVersion } from '../write.ts'

/**
 * 公布的结果: that a province published the result of a cycle, when, and under which seal; no score and no rank. With the seal
 * anybody who is handed an archive can tell it from a forged one without asking who made it.
 */
export const publicResults: Projection = (fact) => {
  if (fact.kind !== 'run' || fact.after.status !== 'published' || fact.after.county !== undefined) return []
  const { cycleId, cycleName, schemeId, seal, engineVersion } = fact.after
  if (seal === undefined) return []
  const body = PublicResult.parse({
    cycleName: hidePersonalNumbers(cycleName),
    publishedOn: beijingDay(fact.at),
    engineVersion,
    seal,
  })
  return [
    {
      table: 'public',
      ...publicKeys.methodResult(schemeId, cycleId),
      order: orderOfVersion(fact.version),
      content: { body },
    },
  ]
}
