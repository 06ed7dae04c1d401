import { type PlaceReading, plainSyllables } from '@anjie/contracts/vocabulary/divisions/placeReading'
import type { PublicTitleGroup, PublicTitleLine } from '@anjie/contracts/vocabulary/publicRecords'
import { searchedName, unitNameKey } from '@anjie/domain/units/unitNameKey'
import { folded, mayBeNumber, spellingsOf, syllablesOf } from '@anjie/projections/public/sheets/searchedText'
import { placeParts } from '../words.ts'
import { matchesPinyin } from './pinyinMatch.ts'
import { mayBeSpelled, type SpelledIndex, spelledIndex } from './spelledIndex.ts'

/** Before each spelling of a unit with its township. No text of ours holds it. */
const NAME_MARK = '\u0001'
const LINE_MARK = '\n'

/**
 * What is looked through for a part of a county's lines: its names as one text, its numbers as another and its syllables as a third, because
 * one pass over a long text is a hundred times as fast as a thousand over short ones.
 */
export interface SearchedLines {
  readonly groups: readonly GroupText[]
  /** The different ones of the groups: mostly one. */
  readonly places: readonly string[]
  readonly groupOf: Uint16Array
  /** In which of the part's tallies each line is counted. */
  readonly tallyOf: Uint16Array
  readonly names: LinesText
  readonly numbers: LinesText
  readonly syllables: LinesText
  readonly spelled: SpelledIndex
}

/** A text with a stretch for each line. */
interface LinesText {
  readonly text: string
  readonly starts: Uint32Array
}

/** What the titles of a group share and are found by. */
export interface GroupText {
  readonly county: string
  /** Province, city and county, each named once. */
  readonly place: string
  /** Year, honour with its grade, and document number. */
  readonly naming: string
  readonly placeNames: readonly string[]
}

export function searchedLines(
  groups: readonly PublicTitleGroup[],
  tallyOf: Uint16Array,
  lines: readonly PublicTitleLine[],
): SearchedLines {
  const townshipKeys = new Map<string, string>()
  const townshipKeyOf = (name: string): string => {
    const key = townshipKeys.get(name) ?? unitNameKey(name, 'township')
    townshipKeys.set(name, key)
    return key
  }
  const kindOf = (line: PublicTitleLine): PublicTitleGroup => groups[line.group] ?? raise()
  const spelled = lines.map(syllablesOf)
  const texts = groups.map(groupText)
  return {
    groups: texts,
    places: [...new Set(texts.map(({ place }) => place))],
    groupOf: Uint16Array.from(lines, ({ group }) => group),
    tallyOf,
    names: textOf(
      lines.map((line) =>
        spellingsOf(line, kindOf(line), townshipKeyOf(line.townshipName ?? ''))
          .map((spelling) => `${NAME_MARK}${spelling}`)
          .join(''),
      ),
    ),
    numbers: textOf(lines.map(({ serial = '' }) => folded(serial))),
    syllables: textOf(spelled.map((names) => names.map((syllables) => ` ${syllables}`).join(NAME_MARK))),
    spelled: spelledIndex(spelled),
  }
}

function textOf(stretches: readonly string[]): LinesText {
  const starts = new Uint32Array(stretches.length)
  let length = 0
  for (const [at, stretch] of stretches.entries()) {
    starts[at] = length
    length += LINE_MARK.length + stretch.length
  }
  return { text: stretches.map((stretch) => `${LINE_MARK}${stretch}`).join(''), starts }
}

function raise(): never {
  throw new Error('the sheet lacks a group')
}

export function groupText(group: PublicTitleGroup): GroupText {
  const { provinceName, cityName, countyName, year, honourName, grade = '', documentNumber = '', county } = group
  return {
    county,
    place: folded(placeParts([provinceName, cityName, countyName]).join('')),
    naming: folded(`${year}年${honourName}${grade}\n${documentNumber}`),
    placeNames: [cityName, countyName],
  }
}

/** The lines that a word finds: 1 for each, 0 for the others. */
export function findWord(lines: SearchedLines, word: string, readings: readonly PlaceReading[]): Uint8Array {
  const found = new Uint8Array(lines.groupOf.length)
  for (const typed of new Set([word, searchedName(word)])) findText(lines, typed, found)
  if (LETTERS.test(word)) findSyllables(lines, word, readings, found)
  return found
}

export const LETTERS = /^[a-z]+$/

function findText(lines: SearchedLines, typed: string, found: Uint8Array): void {
  if (typed === '') return
  if (lines.places.every((place) => place.includes(typed))) {
    found.fill(1)
    return
  }
  const whole = lines.groups.map(({ place, naming }) => place.includes(typed) || naming.includes(typed))
  if (whole.some(Boolean)) markGroups(lines, whole, found)
  if (whole.every(Boolean)) return
  markHits(lines.names, typed, found)
  if (mayBeNumber(typed)) markHits(lines.numbers, typed, found)
  // What begins in the name of the county may end in that of its village.
  for (let length = 1; length < typed.length; length += 1) {
    const [end, start] = [typed.slice(0, length), typed.slice(length)]
    if (!lines.places.some((place) => place.endsWith(end))) continue
    const isWithin = (at: number): boolean => lines.groups[lines.groupOf[at] ?? 0]?.place.endsWith(end) === true
    markHits(lines.names, `${NAME_MARK}${start}`, found, isWithin)
  }
}

function findSyllables(
  lines: SearchedLines,
  typed: string,
  readings: readonly PlaceReading[],
  found: Uint8Array,
): void {
  const { text: syllables, starts: syllableStarts } = lines.syllables
  const pattern = syllablePattern(typed)
  if (typed.length > 1) {
    for (const at of mayBeSpelled(lines.spelled, typed)) {
      if (found[at] === 1) continue
      pattern.lastIndex = 0
      if (typed.length <= 3 || pattern.test(syllables.slice(syllableStarts[at], syllableStarts[at + 1]))) found[at] = 1
    }
  } else
    for (let hit = pattern.exec(syllables); hit !== null; hit = pattern.exec(syllables)) {
      const at = lineAt(syllableStarts, hit.index)
      found[at] = 1
      pattern.lastIndex = syllableStarts[at + 1] ?? syllables.length
    }
  for (const { code, name } of readAs(typed, readings)) {
    const within = lines.groups.map(({ county }) => county.startsWith(code))
    if (!within.some(Boolean)) continue
    markGroups(
      lines,
      lines.groups.map(
        ({ placeNames }, group) => within[group] === true && placeNames.some((each) => each.includes(name)),
      ),
      found,
    )
    markHits(lines.names, folded(name), found, (at) => within[lines.groupOf[at] ?? 0] === true)
  }
}

/** 地名读音 of the office that these letters spell. */
export const readAs = (typed: string, readings: readonly PlaceReading[]): readonly PlaceReading[] =>
  readings.filter(({ reading }) => matchesPinyin(typed, plainSyllables(reading).split(' ')))

/**
 * Letters that spell a run of neighbouring syllables, each written out or cut short (`pinyinMatch.ts` says the same letter by letter):
 * each letter but the first goes on in its syllable or begins the next one.
 */
function syllablePattern(typed: string): RegExp {
  // One search looks through hundreds of parts, and an expression that was used once is compiled.
  if (lastPattern?.typed !== typed) {
    const [first = '', ...others] = typed
    const rest = others.map((letter) => `(?:${letter}|[a-z0-9]* ${letter})`).join('')
    lastPattern = { typed, pattern: new RegExp(` ${first}${rest}`, 'g') }
  }
  lastPattern.pattern.lastIndex = 0
  return lastPattern.pattern
}
let lastPattern: { readonly typed: string; readonly pattern: RegExp } | undefined

function markGroups({ groupOf }: SearchedLines, wanted: readonly boolean[], found: Uint8Array): void {
  for (let at = 0; at < groupOf.length; at += 1) if (wanted[groupOf[at] ?? 0] === true) found[at] = 1
}

function markHits(
  { text, starts }: LinesText,
  typed: string,
  found: Uint8Array,
  isWanted: (at: number) => boolean = () => true,
): void {
  for (let hit = text.indexOf(typed); hit >= 0; ) {
    const at = lineAt(starts, hit)
    if (isWanted(at)) found[at] = 1
    const next = starts[at + 1]
    hit = next === undefined ? -1 : text.indexOf(typed, next)
  }
}

/** The line in which a place of the text lies. */
function lineAt(starts: Uint32Array, place: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}

/** What somebody typed, word by word. */
export const wordsOf = (typed: string): readonly string[] =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replaceAll("'", '')
    .split(/\s+/)
    .filter((word) => word !== '')
