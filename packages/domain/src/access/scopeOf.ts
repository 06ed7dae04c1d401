import type { Jurisdiction, Membership } from '@anjie/contracts/vocabulary/access/people'
import { cityCodeOf, provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { CityCode, CountyCode, ProvinceCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { HonourCode } from '@anjie/contracts/vocabulary/honours/honourCodes'
import type { UnitId } from '@anjie/contracts/vocabulary/ids'

/** A jurisdiction with the codes of those above it, by the rule that codes are nested. */
export type NestedJurisdiction =
  | ({
      readonly level: 'county'
      readonly county: CountyCode
      readonly city: CityCode
      readonly province: ProvinceCode
    } & BoundToHonours)
  | {
      readonly level: 'unit'
      readonly unit: UnitId
      readonly county: CountyCode
      readonly city: CityCode
      readonly province: ProvinceCode
    }
  | ({ readonly level: 'city'; readonly city: CityCode; readonly province: ProvinceCode } & BoundToHonours)
  | ({ readonly level: 'province'; readonly province: ProvinceCode } & BoundToHonours)

/** 分管荣誉: of a post that sees cases of these honour types and nothing of the assessment; without it all. */
interface BoundToHonours {
  readonly honours?: readonly HonourCode[]
  /** Who it is: an application of another type is seen where an opinion on it is asked of them. */
  readonly person?: string
  /** 回避: units at which the same person holds another post. */
  readonly ownUnits?: readonly UnitId[]
}

/** What a post reaches, from its membership record and from nothing else. */
export function scopeOfPost({
  jurisdiction,
  units,
  honours,
  unitsElsewhere,
  personId,
}: Pick<Membership, 'jurisdiction' | 'units' | 'honours' | 'unitsElsewhere'> &
  Partial<Pick<Membership, 'personId'>>): NestedJurisdiction {
  const scope = scopeOf(jurisdiction, units?.[0])
  if (scope.level === 'unit') return scope
  return {
    ...scope,
    ...(honours === undefined ? {} : { honours, ...(personId === undefined ? {} : { person: personId }) }),
    ...(unitsElsewhere === undefined ? {} : { ownUnits: unitsElsewhere }),
  }
}

/** What lies within a jurisdiction, or within one unit of it. */
export function scopeOf(jurisdiction: Jurisdiction, unit?: UnitId): NestedJurisdiction {
  switch (jurisdiction.level) {
    case 'county': {
      const codes = {
        county: jurisdiction.code,
        city: cityCodeOf(jurisdiction.code),
        province: provinceCodeOf(jurisdiction.code),
      }
      return unit === undefined ? { level: 'county', ...codes } : { level: 'unit', unit, ...codes }
    }
    case 'city':
      return { level: 'city', city: jurisdiction.code, province: provinceCodeOf(jurisdiction.code) }
    case 'province':
      return { level: 'province', province: jurisdiction.code }
  }
}
