import { beijingDate, dayText } from '@anjie/calendar-cn'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { hasEnded } from '@anjie/domain/units/unitChange'
import type { QueryContext } from '../ports.ts'

/**
 * Why a post at a unit does nothing any more: the unit was merged or dissolved. What it has begun stays readable, and the county's own
 * reporter or the successor takes it up.
 */
export async function endedUnitFault({
  scope,
  store,
  now,
}: Pick<QueryContext, 'scope' | 'store' | 'now'>): Promise<Problem | undefined> {
  if (scope.level !== 'unit') return undefined
  const unit = (await store.get('unit', scope.unit))?.state
  if (unit === undefined || !hasEnded(unit, beijingDate(now))) return undefined
  const how = unit.successors.length === 0 ? '撤销' : '撤并'
  return {
    code: 'not-permitted',
    detail: `${unit.name}已于${dayText(unit.validTo ?? beijingDate(now))}${how}，不再以该单位办理；未办完的由县级填报人或承继单位接办`,
  }
}
