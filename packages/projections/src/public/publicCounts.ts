import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { PublicCounts } from '@anjie/contracts/vocabulary/publicRecords'
import { sumOf, sumsByTownship } from '@anjie/domain/honours/honourCounts'
import type { Projection } from '../projection.ts'
import { publicKeys } from '../publicKeys.ts'
import { orderOfVersion } from '../write.ts'

/** 户数公布: sums of townships and of the county as they were published last; what is entered since is nobody's yet. */
export const publicCounts: Projection = (fact) => {
  if (fact.kind !== 'honour-counts' || fact.after.status !== 'published') return []
  const { county, countyName, cityName, honourName, year, units, documentNumber, publishedOn } = fact.after
  const body = PublicCounts.parse({
    county,
    countyName,
    cityName,
    honourName,
    year,
    ...sumOf(units),
    documentNumber,
    publishedOn,
    townships: sumsByTownship(units),
  })
  const key = publicKeys.countsRow(provinceCodeOf(county), fact.recordId)
  return [{ table: 'public', ...key, order: orderOfVersion(fact.version), content: { body } }]
}
