import { addDays } from '@anjie/calendar-cn'
import type { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { UnitId } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import type { Decision } from '../decision.ts'
import { hasEnded } from '../units/unitChange.ts'

/** A county's names, as its units bear them. */
export interface PlaceNames {
  readonly county: CountyCode
  readonly cityName: string
  readonly countyName: string
}

export interface UnitMove {
  readonly from: PlaceNames
  readonly to: PlaceNames
  /** The number under which it goes on. */
  readonly newId: UnitId
  /** Its township in the new register, where it lies in one. */
  readonly township: Pick<Unit, 'id' | 'name'> | undefined
  readonly on: PlainDate
  readonly approvalReference: string
  readonly now: string
}

/** Why a unit does not go along when its turn comes; undefined when it does. */
export const whyNotMoved = (unit: Unit): 'moved' | 'ended' | undefined =>
  unit.moved !== undefined ? 'moved' : unit.validTo !== undefined ? 'ended' : undefined

/**
 * 随区划划转: the register of the former county keeps the unit with its last day and says where it goes on; the new one has it with its kind, its
 * names of before and the day since when. It is the same unit: what it held and began is not over.
 */
export function movedUnit(
  unit: Unit,
  { from, to, newId, township, on, approvalReference, now }: UnitMove,
): { readonly away: Decision<Unit, 'UnitMovedAway'>; readonly here: Decision<Unit, 'UnitMovedIn'> } {
  if (whyNotMoved(unit) !== undefined) throw new Error(`${unit.id} does not move: it is no current unit`)
  // Set up after the change took effect, by whoever did not know of it: it moves from its own first day on.
  const since = unit.validFrom > on ? unit.validFrom : on
  const townshipName = township === undefined ? {} : { townshipName: township.name }
  const before = unit.parentName === undefined ? {} : { townshipName: unit.parentName }
  const placeText = ({ cityName, countyName }: PlaceNames): string => `${cityName}${countyName}`
  return {
    away: {
      next: {
        ...unit,
        validTo: addDays(since, -1),
        successors: [newId],
        moved: { unitId: newId, ...to, ...townshipName, on: since },
        updatedAt: now,
      },
      fact: { type: 'UnitMovedAway', details: { toPlace: placeText(to), on, approvalReference } },
    },
    here: {
      next: {
        id: newId,
        county: to.county,
        kind: unit.kind,
        name: unit.name,
        ...(township === undefined ? {} : { parentId: township.id, parentName: township.name }),
        ...(unit.formerNames === undefined ? {} : { formerNames: unit.formerNames }),
        validFrom: since,
        successors: [],
        movedFrom: { unitId: unit.id, ...from, ...before, on: since },
        updatedAt: now,
      },
      fact: {
        type: 'UnitMovedIn',
        details: { name: unit.name, fromPlace: placeText(from), on, approvalReference },
      },
    },
  }
}

/** Under which divisions a unit stands on a day: its register's while it stands there. */
export const standsOn = (unit: Unit, day: PlainDate): boolean =>
  unit.withdrawn !== true && unit.moved === undefined && !hasEnded(unit, day)
