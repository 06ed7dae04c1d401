import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { UNIT_KINDS } from '@anjie/contracts/vocabulary/units/unitKind'
import { unitNameOn } from '../units/unitChange.ts'
import { unitNameKey } from '../units/unitNameKey.ts'

/** What a title says of the unit that holds it. One of a public list knows names only. */
export interface HeldBy {
  readonly county: string
  readonly unitId?: string | undefined
  readonly unitName: string
  readonly townshipName?: string | undefined
  readonly year: number
  readonly namedOn?: PlainDate | undefined
}

export type NamedUnit = Pick<Unit, 'county' | 'kind' | 'name' | 'parentName' | 'formerNames'> & { readonly id: string }

/** 称号的持有单位. `sure` is false where a list leaves open which of several it is, or in which township: then one has to ask. */
export interface TitleHolder<U> {
  readonly unit: U
  readonly sure: boolean
}

/** Whether a list's name and township are a unit's, today's or former ones, for a careful clerk. */
export function isListedName(
  { unitName, townshipName }: Pick<HeldBy, 'unitName' | 'townshipName'>,
  unit: Pick<Unit, 'kind' | 'name' | 'parentName' | 'formerNames'>,
): boolean {
  const key = unitNameKey(unitName, unit.kind)
  return townshipKey(townshipName) === townshipKey(unit.parentName) && nameKeys(unit).has(key)
}

/** Whose titles are whose: by the id, and where there is none by the one comparison key. The units are looked through once. */
export function titleHolders<U extends NamedUnit>(units: Iterable<U>): (title: HeldBy) => TitleHolder<U> | undefined {
  const byId = new Map<string, U>()
  const byName = new Map<string, U[]>()
  for (const unit of units) {
    byId.set(unit.id, unit)
    for (const name of nameKeys(unit)) {
      const place = placeOf(unit.county, unit.kind, name)
      byName.set(place, [...(byName.get(place) ?? []), unit])
    }
  }
  return (title) => {
    if (title.unitId !== undefined) {
      const unit = byId.get(title.unitId)
      return unit === undefined ? undefined : { unit, sure: true }
    }
    const namesakes = UNIT_KINDS.flatMap(
      (kind) => byName.get(placeOf(title.county, kind, unitNameKey(title.unitName, kind))) ?? [],
    )
    const there = namesakes.filter((unit) => isListedName(title, unit))
    const [unit, ...others] = calledSoThen(title, there)
    if (unit !== undefined) return { unit, sure: others.length === 0 }
    // A list without townships may mean this one or its namesake of another township.
    const [perhaps] = title.townshipName === undefined ? namesakes : []
    return perhaps === undefined ? undefined : { unit: perhaps, sure: false }
  }
}

/** Of several, those that bore the name in the title's time: a village may have taken over the name of one that ended. */
function calledSoThen<U extends NamedUnit>({ unitName, namedOn, year }: HeldBy, units: readonly U[]): readonly U[] {
  const day = namedOn ?? (`${year}-12-31` as PlainDate)
  const then = units.filter(
    (unit) => unitNameKey(unitNameOn(unit, day), unit.kind) === unitNameKey(unitName, unit.kind),
  )
  return then.length === 0 ? units : then
}

const placeOf = (county: string, kind: string, nameKey: string): string => `${county} ${kind} ${nameKey}`

const nameKeys = ({ kind, name, formerNames = [] }: Pick<Unit, 'kind' | 'name' | 'formerNames'>): ReadonlySet<string> =>
  new Set([name, ...formerNames.map((former) => former.name)].map((each) => unitNameKey(each, kind)))

const townshipKey = (name: string | undefined): string => unitNameKey(name ?? '', 'township')
