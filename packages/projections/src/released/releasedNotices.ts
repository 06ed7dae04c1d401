import type { ReleasedNotice } from '@anjie/contracts/vocabulary/notices/batch'
import type { Projection } from '../projection.ts'
import { ownerOfCode, viewKeys } from '../viewKeys.ts'
import { orderOfVersion } from '../write.ts'

/** 公示信息: state, window and document number of a list from its notice on, for the counties and cities whose units stand in it. */
export const releasedNotices: Projection = (fact) => {
  if (fact.kind !== 'batch') return []
  const { province, honour, status, notice, documentNumber } = fact.after
  if (notice === undefined) return []
  const document: ReleasedNotice = {
    status,
    notice,
    honour,
    ...(documentNumber === undefined ? {} : { documentNumber }),
  }
  return [
    {
      table: 'views',
      ...viewKeys.notice(ownerOfCode(province), fact.recordId),
      order: orderOfVersion(fact.version),
      content: { document },
    },
  ]
}
