import type { CatalogueUse } from '@anjie/contracts/vocabulary/catalogue/catalogueItem'
import type { SchemeRecord } from '@anjie/contracts/vocabulary/schemes/schemeRecord'
import { staysInCounty } from '@anjie/domain/access/index'
import { canonicalJson } from '@anjie/kernel'
import type { Projection } from '../projection.ts'
import { viewKeys } from '../viewKeys.ts'
import { orderOfVersion, type Write } from '../write.ts'

/**
 * 被引用: a small document for each item that a scheme took, in the province's partition, whoever's scheme it is. A draft is saved
 * many times, so only what changed is written.
 */
export const catalogueUses: Projection = (fact) => {
  // Everybody in the province reads the list, and of the assessment of posts nobody outside the county hears.
  if (fact.kind !== 'scheme' || staysInCounty(fact.recordId)) return []
  const before = fact.before === null ? new Map<string, CatalogueUse>() : usesOf(fact.before)
  const after = usesOf(fact.after)
  const write = (code: string, content: Write['content']): Write => ({
    table: 'views',
    ...viewKeys.catalogueUse(fact.recordId.slice(0, 2), code, fact.recordId),
    order: orderOfVersion(fact.version),
    content,
  })
  return [
    ...[...after]
      .filter(([code, use]) => canonicalJson(use) !== canonicalJson(before.get(code) ?? null))
      .map(([code, document]) => write(code, { document })),
    ...[...before.keys()].filter((code) => !after.has(code)).map((code) => write(code, null)),
  ]
}

/** By the catalogue's code; of an item that a scheme took twice, the first. */
function usesOf({ id, status, scheme }: SchemeRecord): ReadonlyMap<string, CatalogueUse> {
  const uses = new Map<string, CatalogueUse>()
  for (const { code: item, fromCatalogue } of scheme.items) {
    if (fromCatalogue === undefined || uses.has(fromCatalogue.code)) continue
    const { code, edition } = fromCatalogue
    uses.set(code, { schemeId: id, name: scheme.name, year: scheme.year, status, edition, item })
  }
  return uses
}
