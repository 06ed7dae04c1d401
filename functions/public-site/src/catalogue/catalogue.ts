import type { PlaceReading } from '@anjie/contracts/vocabulary/divisions/placeReading'
import type { PublicSheet, PublicTitleGroup, TitleToday } from '@anjie/contracts/vocabulary/publicRecords'
import { inParallel } from '@anjie/kernel'
import { type IndexKind, indexedParts } from '@anjie/projections/public/sheets/sheetIndex'
import { titleOf } from '@anjie/projections/public/sheets/sheetOf'
import type { SheetIndex } from '../publicReader.ts'
import {
  addTo,
  type Cell,
  type Choices,
  type CountedPlaces,
  cellOf,
  choicesOf,
  isChosen,
  noPlaces,
  type TitleQuery,
} from './filters.ts'
import type { KeptParts, PartLines } from './keptParts.ts'
import { kindsFor, lookUp, type SheetBits } from './lookUp.ts'
import { findWord, type GroupText, groupText, wordsOf } from './wordMatch.ts'

/** What was found: how many, what could be chosen besides, and any stretch of it. */
export interface TitleResult {
  readonly total: number
  readonly choices: Choices
  /** Of a search that looked through a stretch of the province only: behind which county it goes on, and how many counties wait there. */
  readonly goesOn?: { readonly after: string; readonly counties: number }
  /** So many from a place on, counted from 0. */
  readonly slice: (from: number, count: number) => Promise<readonly TitleToday[]>
}

/**
 * All published titles in the one order that every page, file and list of this site keeps. It holds counts of each county's kinds of
 * titles; the lines themselves are read part by part, where they are shown or searched, and of those that are searched only what may
 * hold the words.
 */
export interface Catalogue {
  readonly total: number
  /** `whole`: through the whole province, whatever it costs, for files. */
  find(query: TitleQuery, today: string, how?: 'whole'): Promise<TitleResult>
  /** How many titles of each kind there are, county by county. */
  readonly counted: readonly { readonly group: PublicTitleGroup; readonly count: number }[]
}

/** The order in words, as pages and files print it. */
export const ORDER_IN_WORDS = '按省、市、县区划代码，再按单位名称拼音，最后按编号排列'

/** Parts are read in parallel, so that the first search after a start waits for a few rounds only. */
const READS_AT_ONCE = 16
const KEPT_SEARCHES = 16
/** A page looks through so many parts at most, some fifty thousand titles; then it goes on behind the last county on the next page. */
export const PARTS_A_SEARCH = 200
/** Fewer parts than this are looked through at once: their index would cost as much. */
const FEW_PARTS = 24

interface Part {
  readonly sheet: PublicSheet
  readonly digest: string
  readonly tallies: PublicSheet['parts'][number]['tallies']
}

/** A part with how many of its lines, by tally, were found. */
interface FoundPart {
  readonly part: Part
  readonly counts: readonly number[]
  /** 1 for each line that was found; undefined: every line of a tally that was. */
  readonly hits?: Uint8Array
}

interface Found {
  readonly parts: readonly FoundPart[]
  readonly goesOn?: TitleResult['goesOn']
}

/** Where a county lies. */
type CountyPlace = Pick<PublicTitleGroup, 'province' | 'provinceName' | 'city' | 'cityName' | 'county' | 'countyName'>

export interface CatalogueSources {
  readonly parts: KeptParts
  readonly readings?: readonly PlaceReading[]
  readonly indexes: (kind: IndexKind) => Promise<ReadonlyMap<string, SheetIndex>>
}

export function catalogueOf(
  sheets: readonly PublicSheet[],
  { parts, readings = [], indexes }: CatalogueSources,
): Catalogue {
  // The codes of a province and a city begin those of their counties.
  const ordered = sheets.toSorted((a, b) => (a.county < b.county ? -1 : 1))
  const all: readonly Part[] = ordered.flatMap((sheet) =>
    sheet.parts.map(({ digest, tallies }) => ({ sheet, digest, tallies })),
  )
  const everything: readonly FoundPart[] = all.map((part) => ({ part, counts: part.tallies.map(({ count }) => count) }))
  const cellsOn = cellsByDay(all)
  const texts = new Map<PublicSheet, readonly GroupText[]>()
  const textsOf = (sheet: PublicSheet): readonly GroupText[] => {
    const known = texts.get(sheet) ?? sheet.groups.map(groupText)
    texts.set(sheet, known)
    return known
  }

  const linesOf = async ({ sheet, digest }: Part): Promise<PartLines> => (await parts.get(sheet, digest)).lines()
  const titlesAt = async (part: Part, wanted: (lines: PartLines) => readonly number[]) => {
    const lines = await linesOf(part)
    return lines.at(wanted(lines)).flatMap((line): TitleToday[] => {
      const group = part.sheet.groups[line.group]
      return group === undefined ? [] : [titleOf(line, group)]
    })
  }

  const bitsOf = async (words: readonly string[]): Promise<(sheet: PublicSheet) => SheetBits> => {
    const kinds = await Promise.all(kindsFor(words).map(async (kind) => [kind, await indexes(kind)] as const))
    return (sheet) =>
      Object.fromEntries(
        kinds.flatMap(([kind, byCounty]) => {
          const index = byCounty.get(sheet.county)
          return index === undefined || index.of !== indexedParts(sheet) ? [] : [[kind, index.bits]]
        }),
      )
  }

  const search = async (words: readonly string[], among: readonly Part[], most: number): Promise<Found> => {
    const bits = among.length <= FEW_PARTS ? () => undefined : await bitsOf(words)
    const asked = new Map<PublicSheet, readonly ('read' | readonly boolean[])[]>()
    for (const { sheet } of among)
      if (!asked.has(sheet))
        asked.set(
          sheet,
          words.map((word) => lookUp(textsOf(sheet), bits(sheet), word, readings)),
        )
    const found = new Map<Part, FoundPart>()
    const toRead: Part[] = []
    let goesOn: TitleResult['goesOn']
    for (const part of among) {
      const told = asked.get(part.sheet) ?? []
      if (told.some((each) => each !== 'read' && !each.includes(true))) continue
      if (told.includes('read')) {
        // Counties stay whole, so that the next page begins with one.
        const before = toRead.at(-1)
        if (toRead.length >= most && before !== undefined && before.sheet !== part.sheet) {
          const left = among.slice(among.indexOf(part)).map(({ sheet }) => sheet.county)
          goesOn = { after: before.sheet.county, counties: new Set(left).size }
          break
        }
        toRead.push(part)
      } else {
        const counts = part.tallies.map(({ group, count }) =>
          told.every((each) => each !== 'read' && each[group] === true) ? count : 0,
        )
        if (sumOf(counts) > 0) found.set(part, { part, counts })
      }
    }
    await inParallel(toRead, READS_AT_ONCE, async (part) => {
      const { searched } = await parts.get(part.sheet, part.digest)
      const lines = searched()
      const [first = new Uint8Array(), ...others] = words.map((word) => findWord(lines, word, readings))
      const hits = others.reduce((both, next) => both.map((hit, at) => hit & (next[at] ?? 0)), first)
      if (hits.includes(1)) found.set(part, { part, hits, counts: countsOf(lines.tallyOf, hits, part.tallies.length) })
    })
    const last = goesOn?.after
    return {
      parts: among.flatMap((part) => (last !== undefined && part.sheet.county > last ? [] : (found.get(part) ?? []))),
      ...(goesOn === undefined ? {} : { goesOn }),
    }
  }
  /** The other pages and filters of a search ask for the same words. */
  const searches = new Map<string, Promise<Found>>()
  const searchOnce = (key: string, found: () => Promise<Found>): Promise<Found> => {
    const known = searches.get(key)
    if (known !== undefined) return known
    const searching = found()
    searches.set(key, searching)
    searching.catch(() => searches.delete(key))
    const [oldest] = searches.keys()
    if (searches.size > KEPT_SEARCHES && oldest !== undefined) searches.delete(oldest)
    return searching
  }

  return {
    total: everything.reduce((sum, { counts }) => sum + sumOf(counts), 0),
    counted: all.flatMap(({ sheet, tallies }) =>
      tallies.flatMap(({ group, count }) => {
        const shared = sheet.groups[group]
        return shared === undefined ? [] : [{ group: shared, count }]
      }),
    ),
    find: async (query, today, how) => {
      const words = wordsOf(query.q)
      const { province, city, county, township } = query.chosen
      const most = how === 'whole' ? Number.POSITIVE_INFINITY : PARTS_A_SEARCH
      const among = all.filter(
        ({ sheet }) => isWithin(placeOf(sheet), { province, city, county }) && sheet.county > query.after,
      )
      const key = [words.join(' '), province, city, county, query.after, most].join('\n')
      const found = words.length === 0 ? { parts: everything } : await searchOnce(key, () => search(words, among, most))
      const cells = cellsOn(today)
      const chosen = new Set(cells.different.filter((cell) => isChosen(cell, query)))
      const counted = new Map<Cell, number>()
      const places = noPlaces()
      const matching: Matching[] = []
      for (const { part, counts, hits } of found.parts) {
        const own = cells.ofPart.get(part) ?? []
        const place = placeOf(part.sheet)
        const isThere = isWithin(place, { province, city, county })
        let count = 0
        for (const [tally, cell] of own.entries()) {
          const each = counts[tally] ?? 0
          if (each === 0) continue
          if (isThere && township === undefined) counted.set(cell, (counted.get(cell) ?? 0) + each)
          if (chosen.has(cell)) count += each
        }
        countPlaces(places, place, count, query)
        if (isThere)
          matching.push({
            part,
            hits,
            count,
            own,
            isWanted: own.map((cell, at) => chosen.has(cell) && (counts[at] ?? 0) > 0),
          })
      }
      const shown = county === undefined ? matching : await byTownship(matching, query, { linesOf, counted, places })
      return {
        total: shown.reduce((sum, { count }) => sum + count, 0),
        choices: choicesOf(counted, places, query),
        ...(found.goesOn === undefined ? {} : { goesOn: found.goesOn }),
        slice: async (from, wanted) => {
          const stretches: (Matching & { readonly start: number; readonly end: number })[] = []
          let before = 0
          for (const each of shown) {
            const [start, end] = [Math.max(0, from - before), Math.min(each.count, from + wanted - before)]
            if (end > start) stretches.push({ ...each, start, end })
            before += each.count
          }
          const titles = stretches.map((stretch) =>
            titlesAt(stretch.part, (lines) => linesIn(lines, stretch).slice(stretch.start, stretch.end)),
          )
          return (await Promise.all(titles)).flat()
        },
      }
    },
  }
}

/** A part with those of its lines that are shown. */
interface Matching {
  readonly part: Part
  readonly hits: Uint8Array | undefined
  readonly count: number
  /** What each tally stands for, and whether it is chosen. */
  readonly own: readonly Cell[]
  readonly isWanted: readonly boolean[]
  readonly township?: string
}

function linesIn({ tallyOf, townships }: PartLines, { hits, isWanted, township }: Matching): readonly number[] {
  const places: number[] = []
  for (let at = 0; at < tallyOf.length; at += 1)
    if (
      isWanted[tallyOf[at] ?? 0] === true &&
      (hits === undefined || hits[at] === 1) &&
      (township === undefined || townships[at] === township)
    )
      places.push(at)
  return places
}

/** Townships are told by the lines themselves: those of the one county that was chosen. */
async function byTownship(
  matching: readonly Matching[],
  { chosen: { township } }: TitleQuery,
  {
    linesOf,
    counted,
    places,
  }: {
    readonly linesOf: (part: Part) => Promise<PartLines>
    readonly counted: Map<Cell, number>
    readonly places: CountedPlaces
  },
): Promise<readonly Matching[]> {
  return Promise.all(
    matching.map(async (each) => {
      const lines = await linesOf(each.part)
      for (const at of linesIn(lines, each)) {
        const name = lines.townships[at] ?? ''
        if (name !== '') addTo(places.township, name, name, 1)
      }
      if (township === undefined) return each
      for (const at of linesIn(lines, { ...each, township, isWanted: each.own.map(() => true) })) {
        const cell = each.own[lines.tallyOf[at] ?? 0]
        if (cell !== undefined) counted.set(cell, (counted.get(cell) ?? 0) + 1)
      }
      const narrowed = { ...each, township }
      return { ...narrowed, count: linesIn(lines, narrowed).length }
    }),
  )
}

const placeOf = ({ groups: [first] }: PublicSheet): CountyPlace | undefined => first

type WantedPlace = { readonly [D in 'province' | 'city' | 'county']: string | undefined }

const isWithin = (place: CountyPlace | undefined, { province, city, county }: WantedPlace): boolean =>
  place !== undefined &&
  (province === undefined || place.province === province) &&
  (city === undefined || place.city === city) &&
  (county === undefined || place.county === county)

/** Each place among those that lie beside it; of counties those of the chosen city. */
function countPlaces(
  places: CountedPlaces,
  place: CountyPlace | undefined,
  count: number,
  { chosen }: TitleQuery,
): void {
  if (place === undefined) return
  addTo(places.province, place.province, place.provinceName, count)
  if (chosen.province !== undefined && chosen.province !== place.province) return
  addTo(places.city, place.city, place.cityName, count)
  const within = chosen.city ?? chosen.county?.slice(0, place.city.length)
  if (within === place.city) addTo(places.county, place.county, place.countyName, count)
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

function countsOf(tallyOf: Uint16Array, hits: Uint8Array, tallies: number): readonly number[] {
  const counts = new Array<number>(tallies).fill(0)
  for (let at = 0; at < hits.length; at += 1) {
    const tally = tallyOf[at] ?? 0
    counts[tally] = (counts[tally] ?? 0) + (hits[at] ?? 0)
  }
  return counts
}

interface DayCells {
  /** What each tally of each part stands for; the same object where it is the same. */
  readonly ofPart: ReadonlyMap<Part, readonly Cell[]>
  readonly different: readonly Cell[]
}

/** The cells of a day; worked out once a day, because a title runs out without anything being written. */
function cellsByDay(parts: readonly Part[]): (today: string) => DayCells {
  let known: { readonly day: string; readonly cells: DayCells } | undefined
  return (today) => {
    if (known?.day === today) return known.cells
    const different = new Map<string, Cell>()
    const ofPart = new Map<Part, readonly Cell[]>()
    for (const part of parts) {
      const cells = part.tallies.map(({ group, endedOn }) => {
        const shared = part.sheet.groups[group]
        if (shared === undefined) throw new Error(`the sheet of ${part.sheet.county} lacks a group`)
        const cell = cellOf(shared, endedOn, today)
        const key = JSON.stringify(cell)
        const same = different.get(key) ?? cell
        different.set(key, same)
        return same
      })
      ofPart.set(part, cells)
    }
    const cells = { ofPart, different: [...different.values()] }
    known = { day: today, cells }
    return cells
  }
}
