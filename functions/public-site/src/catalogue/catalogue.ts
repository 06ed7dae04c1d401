import { type PlaceReading, plainSyllables } from '@anjie/contracts/vocabulary/divisions/placeReading'
import type { TitleToday } from '@anjie/contracts/vocabulary/publicRecords'
import { searchedName, unitNameKey } from '@anjie/domain/units/unitNameKey'
import { placeParts } from '../words.ts'
import { matchesPinyin } from './pinyinMatch.ts'

/** A title with what search needs of it, prepared once for each load. */
interface Entry {
  readonly title: TitleToday
  /** Lines in which typed characters are looked for: the full place and name, the honour, the numbers. */
  readonly text: string
  readonly syllables: readonly string[]
  /** The same for names that the office wrote a reading down for. */
  readonly officeReadings: readonly (readonly string[])[]
}

/** All published titles in the one order that every page, file and list of this site keeps. */
export interface Catalogue {
  readonly titles: readonly TitleToday[]
  /** The titles that match every word typed, in order. */
  search(typed: string): readonly TitleToday[]
}

/** The order in words, as pages and files print it. */
export const ORDER_IN_WORDS = '按省、市、县区划代码，再按单位名称拼音，最后按编号排列'

export function catalogueOf(titles: readonly TitleToday[], readings: readonly PlaceReading[] = []): Catalogue {
  const entries = titles.toSorted(inOrder).map((title) => entryOf(title, readings))
  const ordered = entries.map(({ title }) => title)
  return {
    titles: ordered,
    search: (typed) => {
      const words = wordsOf(typed)
      if (words.length === 0) return ordered
      return entries.filter((entry) => words.every((word) => matches(entry, word))).map(({ title }) => title)
    },
  }
}

/** Codes and pinyin are plain ASCII, so comparing code units gives the same order on every machine and in every locale. */
function inOrder(a: TitleToday, b: TitleToday): number {
  return (
    compare(a.province, b.province) ||
    compare(a.city, b.city) ||
    compare(a.county, b.county) ||
    compare(a.pinyin, b.pinyin) ||
    compare(a.titleId, b.titleId)
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function entryOf(title: TitleToday, readings: readonly PlaceReading[]): Entry {
  const place = placeParts([title.provinceName, title.cityName, title.countyName]).join('')
  return {
    title,
    text: folded(
      [
        `${place}${title.townshipName ?? ''}${title.unitName}`,
        `${title.year}年${title.honourName}`,
        // As a careful clerk reads it: the name of a committee finds its village, and a list's short name its full one.
        `${place}${unitNameKey(title.townshipName ?? '', 'township')}${unitNameKey(title.unitName, title.unitKind)}`,
        title.documentNumber ?? '',
        title.serial ?? '',
      ].join('\n'),
    ),
    syllables: `${title.placePinyin} ${title.pinyin}`.split(' ').filter((syllable) => syllable !== ''),
    officeReadings: officeReadingsOf(title, readings),
  }
}

/** Full-width letters, capitals and inner spaces make no difference. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\S\n]+/g, '')

const wordsOf = (typed: string): readonly string[] =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replaceAll("'", '')
    .split(/\s+/)
    .filter((word) => word !== '')

const LETTERS = /^[a-z]+$/

function matches({ text, syllables, officeReadings }: Entry, word: string): boolean {
  if (text.includes(word) || text.includes(searchedName(word))) return true
  return LETTERS.test(word) && [syllables, ...officeReadings].some((each) => matchesPinyin(word, each))
}

/** What the office wrote down of the names in this title's place. */
function officeReadingsOf(title: TitleToday, readings: readonly PlaceReading[]): readonly (readonly string[])[] {
  const names = [title.cityName, title.countyName, title.townshipName ?? '', title.unitName]
  return readings
    .filter(({ code, name }) => title.county.startsWith(code) && names.some((each) => each.includes(name)))
    .map(({ reading }) => plainSyllables(reading).split(' '))
}
