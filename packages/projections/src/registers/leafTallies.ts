import type { LeafTally } from '@anjie/contracts/vocabulary/registers/leafTally'
import { LeafId, type RegisterLeaf } from '@anjie/contracts/vocabulary/registers/registerRow'
import { refOfLeaf } from '@anjie/domain/registers/registerIds'
import { tallyOfLeaf } from '@anjie/domain/registers/tallyOfLeaf'
import type { Projection } from '../projection.ts'
import { ownerOfCode, viewKeys } from '../viewKeys.ts'
import { orderOfVersion, type Write } from '../write.ts'

/** 台账页小计: for the county, and for the unit whose rows they are. */
export const leafTallies: Projection = (fact) => {
  if (fact.kind !== 'register-leaf') return []
  const ref = refOfLeaf(fact.recordId)
  if (ref === undefined) return []
  const { holder } = fact.after
  const county = holder.slice(0, 6)
  const document = tallyOf(fact.version, fact.after)
  return [...new Set([county, holder])].map(
    (owner): Write => ({
      table: 'views',
      ...viewKeys.leafTally(ownerOfCode(owner), ref, fact.recordId),
      order: orderOfVersion(fact.version),
      content: { document },
    }),
  )
}

const tallyOf = (version: number, leaf: RegisterLeaf): LeafTally => ({
  leaf: LeafId.parse(leaf.id),
  version,
  holder: leaf.holder,
  ...(leaf.holderName === undefined ? {} : { holderName: leaf.holderName }),
  ...tallyOfLeaf(leaf),
  ...(leaf.declaredNone === undefined ? {} : { declaredNone: true }),
  updatedAt: leaf.updatedAt,
})
