import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { PublicListing } from '@anjie/contracts/vocabulary/publicRecords'
import type { Projection } from '../projection.ts'
import { publicKeys } from '../publicKeys.ts'
import { orderOfVersion } from '../write.ts'

/** 挂牌督办 that its issuer published: number, unit and term, neither cause nor person; taken away again where it was withdrawn or overturned. */
export const publicListings: Projection = (fact) => {
  if (fact.kind !== 'measure') return []
  const { after } = fact
  const { id, county, publishedOn, lifted, documentNumber, until } = after
  if (after.kind !== 'listing' || publishedOn === undefined || documentNumber === undefined || until === undefined)
    return []
  const isTakenBack = after.status === 'withdrawn' || after.outcome === 'overturned'
  return [
    {
      table: 'public',
      order: orderOfVersion(fact.version),
      ...publicKeys.listing(provinceCodeOf(county), id),
      content: isTakenBack
        ? null
        : {
            body: PublicListing.parse({
              id,
              province: provinceCodeOf(county),
              place: `${after.cityName}${after.unitId === undefined ? '' : after.countyName}`,
              unitName: `${after.townshipName ?? ''}${after.unitName}`,
              issuerName: after.issuerName,
              documentNumber,
              on: after.on,
              until,
              publishedOn,
              ...(lifted?.publishedOn === undefined ? {} : { liftedOn: lifted.on }),
            }),
          },
    },
  ]
}
