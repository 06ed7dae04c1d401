import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { PublicDutyCoverage } from '@anjie/contracts/vocabulary/publicRecords'
import type { Projection } from '../projection.ts'
import { publicKeys } from '../publicKeys.ts'
import { orderOfVersion } from '../write.ts'

/** 岗位覆盖情况 as a county published it: the figures of that day, and gone once it is withdrawn. */
export const publicDutyCoverage: Projection = (fact) => {
  if (fact.kind !== 'duty-coverage') return []
  if (fact.type !== 'DutyCoveragePublished' && fact.type !== 'DutyCoverageWithdrawn') return []
  const { county, cityName, countyName, published } = fact.after
  const province = provinceCodeOf(county)
  return [
    {
      table: 'public',
      order: orderOfVersion(fact.version),
      ...publicKeys.dutyCoverage(province, county),
      content:
        published === undefined
          ? null
          : {
              body: PublicDutyCoverage.parse({
                county,
                province,
                place: `${cityName}${countyName}`,
                on: published.on,
                kinds: published.kinds,
              }),
            },
    },
  ]
}
