import type { PlaceReading } from '@anjie/contracts/vocabulary/divisions/placeReading'
import { searchedName } from '@anjie/domain/units/unitNameKey'
import { mayBeNumber } from '@anjie/projections/public/sheets/searchedText'
import { type IndexKind, mayBeNamed, mayBeNumbered, mayBeSpelledSo } from '@anjie/projections/public/sheets/sheetIndex'
import { type GroupText, LETTERS, readAs } from './wordMatch.ts'

/** What is known of a county's sheet without reading a line; a kind that is missing says nothing. */
export type SheetBits = { readonly [K in IndexKind]?: Uint8Array }

/** Which kinds of an index words ask for. */
export const kindsFor = (words: readonly string[]): readonly IndexKind[] => [
  'names',
  ...(words.some((word) => LETTERS.test(word)) ? (['letters'] as const) : []),
  ...(words.some(mayBeNumber) ? (['numbers'] as const) : []),
]

/**
 * What a word finds in a sheet before any line is read: of each group whether all of its lines are found and otherwise none, or `read` where
 * only the lines can tell.
 */
export function lookUp(
  groups: readonly GroupText[],
  bits: SheetBits | undefined,
  word: string,
  readings: readonly PlaceReading[],
): 'read' | readonly boolean[] {
  const spellings = [...new Set([word, searchedName(word)])].filter((typed) => typed !== '')
  const whole = groups.map(({ place, naming }) =>
    spellings.some((typed) => place.includes(typed) || naming.includes(typed)),
  )
  if (whole.every(Boolean)) return whole
  if (spellings.some((typed) => mayStandInLine(groups, bits, typed))) return 'read'
  if (LETTERS.test(word)) {
    if (bits?.letters === undefined || mayBeSpelledSo(bits.letters, word)) return 'read'
    if (readAs(word, readings).some(({ code }) => groups.some(({ county }) => county.startsWith(code)))) return 'read'
  }
  return whole
}

function mayStandInLine(groups: readonly GroupText[], bits: SheetBits | undefined, typed: string): boolean {
  const { names, numbers } = bits ?? {}
  if (names === undefined || mayBeNamed(names, typed)) return true
  if (mayBeNumber(typed) && (numbers === undefined || mayBeNumbered(numbers, typed))) return true
  // What begins in the name of the county may end in that of its village.
  for (let length = 1; length < typed.length; length += 1) {
    const [end, start] = [typed.slice(0, length), typed.slice(length)]
    if (groups.some(({ place }) => place.endsWith(end)) && mayBeNamed(names, start)) return true
  }
  return false
}
