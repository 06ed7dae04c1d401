import type { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'
import { textKey } from '@anjie/kernel'
import { unitNameKey } from './unitNameKey.ts'

export interface UnitIdentity {
  readonly county: CountyCode
  readonly kind: UnitKind
  readonly name: string
  readonly parentName?: string | undefined
}

/**
 * What a unit's id is made from: one for all spellings of its name, so that two clerks, or a clerk and a list, cannot register it
 * twice. A unit that was confirmed to be another one than its near-twin has its own.
 */
export const unitIdentity = ({ county, kind, name, parentName = '' }: UnitIdentity, confirmedOther = false) => ({
  county,
  kind,
  name: unitNameKey(name, kind),
  parentName: unitNameKey(parentName, 'township'),
  ...(confirmedOther ? { spelling: textKey(name) } : {}),
})

/** Do two names differ in nothing that one sees? Such a difference is a slip and never two units. */
export const looksTheSame = (one: string, other: string): boolean => textKey(one) === textKey(other)
