import type { Projection } from '../projection.ts'
import { publicKeys } from '../publicKeys.ts'
import { orderOfVersion } from '../write.ts'
import { publicTitle } from './publicTitle.ts'

/** 证书核验: what stands behind a certificate number. A revoked one stays and says so. */
export const publicCertificates: Projection = (fact) => {
  if (fact.kind !== 'title' || fact.after.serial === undefined || fact.after.publicAs === 'counts') return []
  return [
    {
      table: 'public',
      ...publicKeys.certificate(fact.after.serial),
      order: orderOfVersion(fact.version),
      content: { body: publicTitle(fact.recordId, fact.after) },
    },
  ]
}
