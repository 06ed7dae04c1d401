import { beijingDate, dayText } from '@anjie/calendar-cn'
import { countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { BarSubject } from '@anjie/contracts/vocabulary/honours/bar'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { codeOf } from '@anjie/domain/access/index'
import { isDivision } from '@anjie/domain/honours/bars'
import type { Target } from '@anjie/domain/supervision/measureSteps'
import { hasEnded } from '@anjie/domain/units/unitChange'
import { err, ok, type Result } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { QueryContext } from '../ports.ts'

const fault = (detail: string): Problem => ({ code: 'invalid-input', detail, pointer: '/targets' })

/** 督导对象 within the caller's reach: a registered unit that stands today, or for a city and the province a county. */
export async function targetOf(
  context: Pick<QueryContext, 'store' | 'divisions' | 'now' | 'scope'>,
  target: BarSubject,
): Promise<Result<Target, Problem>> {
  const { scope, now } = context
  const place = countyOf(await context.divisions(), target)
  if (place === undefined || !place.county.startsWith(codeOf(scope)))
    return err({ code: 'not-found', detail: '本辖区没有这个督导对象', pointer: '/targets' })
  if (isDivision(target))
    return scope.level === 'county' ? err(fault('县（市、区）本身由上级督导')) : ok(divisionTarget(place))
  const found = await findRecord(context, 'unit', target)
  if (!found.ok) return err({ ...found.error, detail: '本辖区没有这个督导对象', pointer: '/targets' })
  const unit = found.value.state
  const today = beijingDate(now)
  if (hasEnded(unit, today)) return err(fault(`${unit.name}已于${dayText(unit.validTo ?? today)}撤并，请选择现行单位`))
  return ok(unitTarget(place, unit))
}

type Place = Pick<Target, 'target' | 'county' | 'cityName' | 'countyName'>

/** The county that a target is, or lies in. */
export function countyOf({ counties, cities }: DivisionTree, target: BarSubject): Place | undefined {
  const code = countyCodeOf(target)
  const county = counties.find((each) => each.code === code)
  if (county === undefined) return undefined
  const cityName = cities.find((city) => city.code === county.city)?.name ?? ''
  return { target, county: county.code, cityName, countyName: county.name }
}

export const divisionTarget = (place: Place): Target => ({ ...place, unitName: place.countyName, unitKind: 'county' })

export const unitTarget = (place: Place, unit: Unit): Target => ({
  ...place,
  unitId: unit.id,
  unitName: unit.name,
  unitKind: unit.kind,
  ...(unit.parentName === undefined ? {} : { townshipName: unit.parentName }),
})
