import { beijingDate } from '@anjie/calendar-cn'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { isCurrentCounty } from '@anjie/domain/divisions/isCurrentCounty'
import type { QueryContext } from '../ports.ts'

/** The refusal to begin anything new for a county that ceased; its people finish and read what there is. */
export async function ceasedCounty({
  divisions,
  scope,
  now,
}: Pick<QueryContext, 'divisions' | 'scope' | 'now'>): Promise<Problem | undefined> {
  if (scope.level !== 'county' && scope.level !== 'unit') return undefined
  const { counties } = await divisions()
  const county = counties.find(({ code }) => code === scope.county)
  if (county === undefined) return { code: 'not-permitted', detail: `${scope.county}不在本省区划名单内` }
  return isCurrentCounty(county, beijingDate(now))
    ? undefined
    : { code: 'not-permitted', detail: `${county.name}已撤并，新的登记和申报由承继的县（市、区）办理` }
}
