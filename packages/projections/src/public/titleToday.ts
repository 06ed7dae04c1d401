import type { OtherName, PublicTitle, PublicUnit, TitleToday } from '@anjie/contracts/vocabulary/publicRecords'
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
    if (holder.sure) {
      const others = otherNames(holder.unit, title)
      const otherwise = others.length === 0 ? {} : { otherNames: others }
      return { ...title, unitNow: { name: nameNow, ...ended }, ...otherwise }
    }
    if (endedOn === undefined) return title
    return { ...title, namesake: { ...(parentName === undefined ? {} : { parentName }), ...ended } }
  }
}

/** What the unit is and was called besides, by any spelling but that of the title itself. */
function otherNames({ kind, name, pinyin, formerNames = [] }: PublicUnit, title: PublicTitle): readonly OtherName[] {
  const known = new Set([unitNameKey(title.unitName, kind)])
  return [{ name, pinyin }, ...formerNames].flatMap((each) => {
    const key = unitNameKey(each.name, kind)
    if (known.has(key)) return []
    known.add(key)
    return [{ name: each.name, pinyin: each.pinyin ?? '' }]
  })
}
