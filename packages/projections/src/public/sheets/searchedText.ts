import type { PublicTitleGroup, PublicTitleLine } from '@anjie/contracts/vocabulary/publicRecords'
import { unitNameKey } from '@anjie/domain/units/unitNameKey'

/**
 * By what text a line of a sheet is found. The index of a sheet and the search itself begin from the same, so that the one never
 * leaves out what the other would find.
 */

/** Full-width letters, capitals and inner spaces make no difference. Names in common characters only, as most are, stay as they are. */
export const folded = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\S\n]+/g, '')

const PLAIN = /^[\u4e00-\u9fff0-9]*$/

/** A unit with its township in each way that it is written: as named, as a careful clerk reads it, and by its other names. */
export function spellingsOf(
  { townshipName = '', unitName, otherNames = [] }: PublicTitleLine,
  { unitKind }: Pick<PublicTitleGroup, 'unitKind'>,
  townshipKey: string = unitNameKey(townshipName, 'township'),
): readonly string[] {
  const spellings = new Set<string>()
  for (const name of [unitName, ...otherNames.map((other) => other.name)]) {
    spellings.add(folded(`${townshipName}${name}`))
    // The name of a committee finds its village, and a list's short name its full one.
    spellings.add(folded(`${townshipKey}${unitNameKey(name, unitKind)}`))
  }
  return [...spellings]
}

/** The syllables of its place and name, for each of its names: `lan ling shi yan zhou qu ma fang ba she qu`. */
export const syllablesOf = ({ placePinyin, pinyin, otherNames = [] }: PublicTitleLine): readonly string[] =>
  [pinyin, ...otherNames.map((other) => other.pinyin)].map((name) => `${placePinyin} ${name}`)

/** Only what holds a figure is looked for in certificate numbers: `平安` stands in all of them. */
export const mayBeNumber = (word: string): boolean => /\d/.test(word)
