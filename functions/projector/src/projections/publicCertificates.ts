import { publicKeys } from '@anjie/contracts/vocabulary/publicRecords'
import { orderOfVersion } from '../write.ts'
import type { Projection } from './projection.ts'
import { publicTitle } from './publicTitle.ts'

/** 证书核验: what stands behind a certificate number. A revoked one stays and says so. */
export const publicCertificates: Projection = (fact) => {
  if (fact.kind !== 'title' || fact.after.serial === undefined) return []
  return [
    {
      table: 'public',
      ...publicKeys.certificate(fact.after.serial),
      order: orderOfVersion(fact.version),
      attributes: { body: publicTitle(fact.recordId, fact.after) },
    },
  ]
}
