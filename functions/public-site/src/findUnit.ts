import type {
  PublicTitle,
  PublicTitleEvent,
  PublicUnit,
  PublicUnitChange,
  PublicUnitObjection,
  TitleToday,
} from '@anjie/contracts/vocabulary/publicRecords'
import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'
import { type NamedUnit, titleHolders } from '@anjie/domain/honours/titleHolder'
import type { PublicReader } from './publicReader.ts'

/** A unit as its page shows it. */
export interface UnitToday {
  /** 单位编号, where it is a registered unit; a list may name one that is not. */
  readonly unitId: string | undefined
  readonly name: string
  readonly kind: UnitKind
  readonly endedOn: PublicUnit['endedOn']
  /** Oldest first, each with its last day. */
  readonly formerNames: NonNullable<PublicUnit['formerNames']>
  /** 现属乡镇（街道）. */
  readonly parentName: string | undefined
  /** Newest first, each with its history, oldest first. */
  readonly titles: readonly { readonly title: TitleToday; readonly events: readonly PublicTitleEvent[] }[]
  readonly changes: readonly PublicUnitChange[]
  readonly objections: readonly PublicUnitObjection[]
}

interface UnitSources {
  readonly reader: Pick<PublicReader, 'unitPage' | 'titlesNamed' | 'unitsOf'>
  readonly findTitle: (
    titleId: string,
  ) => Promise<{ readonly title: TitleToday; readonly events: readonly PublicTitleEvent[] } | undefined>
  readonly todayIn: (county: string) => Promise<(title: PublicTitle) => TitleToday>
}

/**
 * The unit of this number, or the one that a title of this number names: its partition, the titles that lists give to one of its names, and
 * the history of each title. What it costs grows with its own titles and with nothing else.
 */
export async function findUnit(sources: UnitSources, id: string): Promise<UnitToday | undefined> {
  const { reader, findTitle } = sources
  const [own, asTitle] = await Promise.all([reader.unitPage(id), findTitle(id)])
  const unitId = own.titles.length > 0 ? id : asTitle?.title.unitId
  const rows = unitId === undefined || unitId === id ? own : await reader.unitPage(unitId)
  // A unit without a title is nobody's to look up.
  const [newest = asTitle?.title] = newestFirst(rows.titles)
  if (newest === undefined) return undefined
  const named = namedUnit(rows.unit, newest, unitId)
  const listed = await titlesOfLists(sources, named, unitId)
  const held = new Map(
    [...rows.titles, ...listed, ...(unitId === undefined && asTitle ? [asTitle.title] : [])].map((title) => [
      title.titleId,
      title,
    ]),
  )
  const looked = await Promise.all(newestFirst([...held.values()]).map(({ titleId }) => findTitle(titleId)))
  const titles = looked.flatMap((title) => title ?? [])
  return {
    unitId,
    name: named.name,
    kind: named.kind,
    // Of a unit that only lists name, what the register says of the one that bears its name.
    endedOn:
      rows.unit?.endedOn ?? titles.find(({ title }) => title.unitNow?.endedOn !== undefined)?.title.unitNow?.endedOn,
    formerNames: rows.unit?.formerNames ?? [],
    parentName: named.parentName,
    titles,
    changes: rows.changes,
    objections: rows.objections,
  }
}

const namedUnit = (unit: PublicUnit | undefined, newest: PublicTitle, unitId: string | undefined): NamedUnit => ({
  id: unitId ?? '',
  county: newest.county,
  kind: unit?.kind ?? newest.unitKind,
  name: unit?.name ?? newest.unitName,
  ...(unit === undefined ? { parentName: newest.townshipName } : { parentName: unit.parentName }),
  ...(unit?.formerNames === undefined ? {} : { formerNames: unit.formerNames }),
})

/** Of lists that name no registered unit: what bears one of its names, in its township, and nobody else's. */
async function titlesOfLists(
  { reader }: UnitSources,
  unit: NamedUnit,
  unitId: string | undefined,
): Promise<readonly PublicTitle[]> {
  const names = [unit.name, ...(unit.formerNames ?? []).map(({ name }) => name)]
  const found = await Promise.all(
    [...new Set(names)].map((unitName) =>
      reader.titlesNamed({
        county: unit.county,
        unitKind: unit.kind,
        unitName,
        ...(unit.parentName === undefined ? {} : { townshipName: unit.parentName }),
      }),
    ),
  )
  const titles = found.flat()
  if (unitId === undefined || titles.length === 0) return titles
  const others = (await reader.unitsOf(unit.county)).filter((other) => other.unitId !== unitId)
  const holderOf = titleHolders<NamedUnit>([unit, ...others.map((other) => ({ ...other, id: other.unitId }))])
  return titles.filter((title) => {
    const holder = holderOf(title)
    return holder?.sure === true && holder.unit.id === unitId
  })
}

const newestFirst = (titles: readonly PublicTitle[]): readonly PublicTitle[] =>
  titles.toSorted((a, b) => b.year - a.year || (a.titleId < b.titleId ? 1 : -1))
