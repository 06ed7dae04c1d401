import type { MembershipRecord } from '@anjie/contracts/vocabulary/people/membershipRecord'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import type { RecordStore } from '../ports.ts'

/** The units of a post as they stand in the register, in their order; undefined where there is none of that id. */
export async function unitsOf(
  store: RecordStore,
  ids: readonly string[] | undefined,
): Promise<readonly (Unit | undefined)[] | undefined> {
  if (ids === undefined) return undefined
  const found = await store.getMany('unit', ids)
  return [...new Set(ids)].map((id) => found.get(id)?.state)
}

/** As a post keeps them: with their names of that day. */
export const namedUnits = (
  units: readonly (Unit | undefined)[] | undefined,
): Pick<MembershipRecord, 'units'> | Record<never, never> =>
  units === undefined
    ? {}
    : { units: units.flatMap((unit) => (unit === undefined ? [] : [{ id: unit.id, name: unit.name }])) }
