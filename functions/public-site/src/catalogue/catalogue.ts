import type { PlaceReading } from '@anjie/contracts/vocabulary/divisions/placeReading'
import type { PublicSheet, PublicTitleGroup, TitleToday } from '@anjie/contracts/vocabulary/publicRecords'
import { inParallel } from '@anjie/kernel'
import { titleOf } from '@anjie/projections/public/sheets/sheetOf'
import { type Cell, type Choices, cellOf, choicesOf, isChosen, type TitleQuery } from './filters.ts'
import type { KeptParts, PartLines } from './keptParts.ts'
import { findWord, wordsOf } from './wordMatch.ts'

/** What was found: how many, what could be chosen besides, and any stretch of it. */
export interface TitleResult {
  readonly total: number
  readonly choices: Choices
  /** So many from a place on, counted from 0. */
  readonly slice: (from: number, count: number) => Promise<readonly TitleToday[]>
}

/**
 * All published titles in the one order that every page, file and list of this site keeps. It holds counts of each county's kinds of
 * titles; the lines themselves are read part by part, where they are shown or searched.
 */
export interface Catalogue {
  readonly total: number
  find(query: TitleQuery, today: string): Promise<TitleResult>
  /** How many titles of each kind there are, county by county. */
  readonly counted: readonly { readonly group: PublicTitleGroup; readonly count: number }[]
  /** Every title of one county. */
  ofCounty(county: string): Promise<readonly TitleToday[]>
}

/** The order in words, as pages and files print it. */
export const ORDER_IN_WORDS = '按省、市、县区划代码，再按单位名称拼音，最后按编号排列'

/** Parts are read in parallel, so that the first search after a start waits for a few rounds only. */
const READS_AT_ONCE = 16
const KEPT_SEARCHES = 16

interface Part {
  readonly sheet: PublicSheet
  readonly digest: string
  readonly tallies: PublicSheet['parts'][number]['tallies']
}

/** A part with how many of its lines, by tally, were found. */
interface FoundPart {
  readonly part: Part
  readonly counts: readonly number[]
  /** 1 for each line that was found; undefined: every line. */
  readonly hits?: Uint8Array
}

export function catalogueOf(
  sheets: readonly PublicSheet[],
  parts: KeptParts,
  readings: readonly PlaceReading[] = [],
): Catalogue {
  // The codes of a province and a city begin those of their counties.
  const ordered = sheets.toSorted((a, b) => (a.county < b.county ? -1 : 1))
  const all: readonly Part[] = ordered.flatMap((sheet) =>
    sheet.parts.map(({ digest, tallies }) => ({ sheet, digest, tallies })),
  )
  const everything: readonly FoundPart[] = all.map((part) => ({ part, counts: part.tallies.map(({ count }) => count) }))
  const cellsOn = cellsByDay(all)

  const titlesAt = async ({ sheet, digest }: Part, wanted: (lines: PartLines) => readonly number[]) => {
    const lines = (await parts.get(sheet, digest)).lines()
    return lines.at(wanted(lines)).flatMap((line): TitleToday[] => {
      const group = sheet.groups[line.group]
      return group === undefined ? [] : [titleOf(line, group)]
    })
  }

  const search = async (words: readonly string[]): Promise<readonly FoundPart[]> => {
    const found = new Map<Part, FoundPart>()
    await inParallel(all, READS_AT_ONCE, async (part) => {
      const { searched } = await parts.get(part.sheet, part.digest)
      const lines = searched()
      const [first = new Uint8Array(), ...others] = words.map((word) => findWord(lines, word, readings))
      const hits = others.reduce((both, next) => both.map((hit, at) => hit & (next[at] ?? 0)), first)
      if (hits.includes(1)) found.set(part, { part, hits, counts: countsOf(lines.tallyOf, hits, part.tallies.length) })
    })
    return all.flatMap((part) => found.get(part) ?? [])
  }
  /** The other pages and filters of a search ask for the same words. */
  const searches = new Map<string, Promise<readonly FoundPart[]>>()
  const searchOnce = (words: readonly string[]): Promise<readonly FoundPart[]> => {
    const key = words.join(' ')
    const known = searches.get(key)
    if (known !== undefined) return known
    const found = search(words)
    searches.set(key, found)
    found.catch(() => searches.delete(key))
    const [oldest] = searches.keys()
    if (searches.size > KEPT_SEARCHES && oldest !== undefined) searches.delete(oldest)
    return found
  }

  return {
    total: everything.reduce((sum, { counts }) => sum + sumOf(counts), 0),
    counted: all.flatMap(({ sheet, tallies }) =>
      tallies.flatMap(({ group, count }) => {
        const shared = sheet.groups[group]
        return shared === undefined ? [] : [{ group: shared, count }]
      }),
    ),
    ofCounty: async (county) => {
      const wanted = all.filter(({ sheet }) => sheet.county === county)
      return (await Promise.all(wanted.map((part) => titlesAt(part, ({ tallyOf }) => [...tallyOf.keys()])))).flat()
    },
    find: async (query, today) => {
      const words = wordsOf(query.q)
      const found = words.length === 0 ? everything : await searchOnce(words)
      const cells = cellsOn(today)
      const chosen = new Set(cells.different.filter((cell) => isChosen(cell, query)))
      const counted = new Map<Cell, number>()
      const matching = found.map(({ part, counts, hits }) => {
        const own = cells.ofPart.get(part) ?? []
        let count = 0
        for (const [tally, cell] of own.entries()) {
          const each = counts[tally] ?? 0
          if (each === 0) continue
          counted.set(cell, (counted.get(cell) ?? 0) + each)
          if (chosen.has(cell)) count += each
        }
        return { part, hits, own, count }
      })
      return {
        total: matching.reduce((sum, { count }) => sum + count, 0),
        choices: choicesOf(counted, query),
        slice: async (from, wanted) => {
          const stretches: ((typeof matching)[number] & { readonly start: number; readonly end: number })[] = []
          let before = 0
          for (const each of matching) {
            const [start, end] = [Math.max(0, from - before), Math.min(each.count, from + wanted - before)]
            if (end > start) stretches.push({ ...each, start, end })
            before += each.count
          }
          const titles = stretches.map(({ part, hits, own, start, end }) =>
            titlesAt(part, ({ tallyOf }) => {
              const isWanted = own.map((cell) => chosen.has(cell))
              const places: number[] = []
              for (let at = 0; at < tallyOf.length; at += 1)
                if (isWanted[tallyOf[at] ?? 0] === true && (hits === undefined || hits[at] === 1)) places.push(at)
              return places.slice(start, end)
            }),
          )
          return (await Promise.all(titles)).flat()
        },
      }
    },
  }
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
