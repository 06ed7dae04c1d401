import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { Projection } from '../projection.ts'
import { viewKeys } from '../viewKeys.ts'
import { orderAfterVersion, orderOfVersion } from '../write.ts'

/**
 * 待签发: a title waits here from when it gets its number until there is a certificate under it. Of a type of which only counts are public
 * there is none: its check would tell who holds it.
 */
export const uncertified: Projection = (fact) => {
  if (fact.kind === 'certificate') {
    const { titleId, titleVersion, county } = fact.after
    return [
      {
        table: 'views',
        ...viewKeys.uncertifiedTitle(provinceCodeOf(county), titleId),
        order: orderAfterVersion(titleVersion),
        content: null,
      },
    ]
  }
  if (fact.kind !== 'title') return []
  const { serial, county, publicAs } = fact.after
  if (serial === undefined || serial === fact.before?.serial || publicAs === 'counts') return []
  return [
    {
      table: 'views',
      ...viewKeys.uncertifiedTitle(provinceCodeOf(county), fact.after.id),
      order: orderOfVersion(fact.version),
      content: { open: { key: `${fact.at}#${serial}#`, row: { titleId: fact.after.id, serial } } },
    },
  ]
}
