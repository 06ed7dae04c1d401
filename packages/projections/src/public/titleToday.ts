import type { PublicTitle, PublicUnit, TitleToday } from '@anjie/contracts/vocabulary/publicRecords'
import { titleHolders } from '@anjie/domain/honours/titleHolder'
import { unitNameKey } from '@anjie/domain/units/unitNameKey'

/** Titles with what became of their units, by the published units of their county. */
export function titlesToday(units: readonly PublicUnit[]): (title: PublicTitle) => TitleToday {
  const holderOf = titleHolders(units.map((unit) => ({ ...unit, id: unit.unitId })))
  return (title) => {
    const holder = holderOf(title)
    if (holder === undefined) return title
    const { kind, name, parentName, endedOn } = holder.unit
    const ended = endedOn === undefined ? {} : { endedOn }
    // A list's spelling of the same name is no other name.
    const nameNow = unitNameKey(name, kind) === unitNameKey(title.unitName, kind) ? title.unitName : name
    if (holder.sure) return { ...title, unitNow: { name: nameNow, ...ended } }
    if (endedOn === undefined) return title
    return { ...title, namesake: { ...(parentName === undefined ? {} : { parentName }), ...ended } }
  }
}
