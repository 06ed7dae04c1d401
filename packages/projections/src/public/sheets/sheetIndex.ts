import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { PublicSheet, PublicTitleLine } from '@anjie/contracts/vocabulary/publicRecords'
import { unitNameKey } from '@anjie/domain/units/unitNameKey'
import { eachBeginning, LETTER_KEYS, typedKey } from './letterKeys.ts'
import { folded, spellingsOf, syllablesOf } from './searchedText.ts'

/**
 * 县级检索目录: which pieces of names, beginnings of readings and pieces of certificate numbers occur in a county's sheet, as bits. What
 * has none of a word's pieces need not be read for it; that it has all of them does not yet say that it holds the word.
 */
export const INDEX_KINDS = ['names', 'letters', 'numbers'] as const
export type IndexKind = (typeof INDEX_KINDS)[number]

/** One in fifteen of a county of five hundred titles is taken by chance; a name of three characters asks for two of them. */
const NAME_BITS = 2 ** 14
const NUMBER_BITS = 2 ** 15
/** So many characters of a number are one piece: a word that is shorter is looked for everywhere. */
const NUMBER_PIECE = 4

const BITS = { names: NAME_BITS, letters: LETTER_KEYS, numbers: NUMBER_BITS } as const satisfies Record<
  IndexKind,
  number
>

export function sheetIndexOf(
  { groups }: Pick<PublicSheet, 'groups'>,
  lines: Iterable<PublicTitleLine>,
): Readonly<Record<IndexKind, Uint8Array>> {
  const index = { names: bitsFor('names'), letters: bitsFor('letters'), numbers: bitsFor('numbers') }
  const townships = new Map<string, string>()
  const beginnings = new Set<string>()
  for (const line of lines) {
    const group = groups[line.group]
    if (group === undefined) throw new Error('the sheet lacks a group')
    const township = line.townshipName ?? ''
    const townshipKey = townships.get(township) ?? unitNameKey(township, 'township')
    townships.set(township, townshipKey)
    for (const spelling of spellingsOf(line, group, townshipKey)) {
      for (let at = 0; at < spelling.length; at += 1) {
        setBit(index.names, bitOf(spelling.slice(at, at + 1), NAME_BITS))
        if (at > 0) setBit(index.names, bitOf(spelling.slice(at - 1, at + 1), NAME_BITS))
      }
    }
    for (const syllables of syllablesOf(line)) beginnings.add(syllables)
    for (const piece of piecesOf(folded(line.serial ?? ''), NUMBER_PIECE))
      setBit(index.numbers, bitOf(piece, NUMBER_BITS))
  }
  for (const syllables of beginnings) eachBeginning(syllables, (key) => setBit(index.letters, key))
  return index
}

/** Whether some name may hold this text, of folded characters. */
export const mayBeNamed = (names: Uint8Array, text: string): boolean =>
  piecesOf(text, Math.min(2, text.length)).every((piece) => hasBit(names, bitOf(piece, NAME_BITS)))

/** Whether some place or name may be spelled as these letters. */
export const mayBeSpelledSo = (letters: Uint8Array, typed: string): boolean =>
  typed.length < 2 || hasBit(letters, typedKey(typed))

/** Whether some certificate number may hold this text. */
export const mayBeNumbered = (numbers: Uint8Array, text: string): boolean =>
  text.length < NUMBER_PIECE ||
  piecesOf(text, NUMBER_PIECE).every((piece) => hasBit(numbers, bitOf(piece, NUMBER_BITS)))

/** Which parts an index was made of; one of other parts says nothing. */
export const indexedParts = ({ parts }: Pick<PublicSheet, 'parts'>): string =>
  parts.map(({ digest }) => digest.slice(0, 8)).join('')

export const packIndex = (bits: Uint8Array): Uint8Array =>
  brotliCompressSync(bits, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })

/** Undefined where it is none of this kind. */
export function unpackIndex(packed: Uint8Array, kind: IndexKind): Uint8Array | undefined {
  const bits = brotliDecompressSync(packed)
  return bits.byteLength === bitsFor(kind).byteLength ? bits : undefined
}

const bitsFor = (kind: IndexKind): Uint8Array => new Uint8Array(Math.ceil(BITS[kind] / 8))

const setBit = (bits: Uint8Array, bit: number): void => {
  bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7))
}
const hasBit = (bits: Uint8Array, bit: number): boolean => ((bits[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0

const piecesOf = (text: string, length: number): readonly string[] =>
  length === 0
    ? []
    : Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length))

/** FNV-1a (32 bits) over code units, folded down to as many bits as there are. */
function bitOf(piece: string, bits: number): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < piece.length; at += 1) hash = Math.imul(hash ^ piece.charCodeAt(at), 0x01000193)
  return ((hash ^ (hash >>> 15)) >>> 0) % bits
}
