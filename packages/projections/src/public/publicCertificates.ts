import { PublicCertificate } from '@anjie/contracts/vocabulary/publicRecords'
import type { Projection } from '../projection.ts'
import { publicKeys } from '../publicKeys.ts'
import { orderOfVersion, type Write } from '../write.ts'
import { publicTitle } from './publicTitle.ts'

/**
 * 证书核验: what stands behind a certificate number. A revoked one stays and says so; one that was corrected stays as it was and names the
 * number that took its place.
 */
export const publicCertificates: Projection = (fact) => {
  if (fact.kind !== 'title' || fact.after.serial === undefined || fact.after.publicAs === 'counts') return []
  const order = orderOfVersion(fact.version)
  const { before, after, recordId } = fact
  const now = {
    table: 'public',
    ...publicKeys.certificate(fact.after.serial),
    order,
    content: { body: publicTitle(recordId, after) },
  } satisfies Write
  if (before?.serial === undefined || before.serial === after.serial) return [now]
  const former = PublicCertificate.parse({
    ...publicTitle(recordId, before),
    correctedTo: after.serial,
    correctedOn: after.corrections?.at(-1)?.on,
  })
  return [now, { table: 'public', ...publicKeys.certificate(before.serial), order, content: { body: former } }]
}
