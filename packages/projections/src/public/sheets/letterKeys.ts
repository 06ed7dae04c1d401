/**
 * The first two and three letters by which a run of syllables can be spelled: `ma fang ba` begins with `ma`, `maf`, `mf`, `mfa`, `mfb`,
 * `fa` … Each is a number below `LETTER_KEYS`.
 */
const LETTERS = 26
const FIRST = 'a'.charCodeAt(0)
const TRIPLES = LETTERS ** 3
export const LETTER_KEYS = TRIPLES + LETTERS ** 2
const NO_LETTER = -1

const letterAt = (text: string, at: number): number => {
  const letter = text.charCodeAt(at) - FIRST
  return letter >= 0 && letter < LETTERS ? letter : NO_LETTER
}
const keyOf = (first: number, second: number, third?: number): number =>
  third === undefined ? TRIPLES + first * LETTERS + second : (first * LETTERS + second) * LETTERS + third

/** The key under which letters that somebody typed, two at least, are found. */
export const typedKey = (typed: string): number =>
  keyOf(letterAt(typed, 0), letterAt(typed, 1), typed.length > 2 ? letterAt(typed, 2) : undefined)

/** Each way to begin: on in the same syllable, or with the next one. */
export function eachBeginning(syllables: string, visit: (key: number) => void): void {
  for (let at = 0; at < syllables.length; at = nextSyllable(syllables, at)) {
    const first = letterAt(syllables, at)
    if (first === NO_LETTER) continue
    for (const second of [at + 1, nextSyllable(syllables, at)]) {
      const letter = letterAt(syllables, second)
      if (letter === NO_LETTER) continue
      visit(keyOf(first, letter))
      for (const third of [second + 1, nextSyllable(syllables, second)]) {
        const last = letterAt(syllables, third)
        if (last !== NO_LETTER) visit(keyOf(first, letter, last))
      }
    }
  }
}

function nextSyllable(syllables: string, at: number): number {
  const end = syllables.indexOf(' ', at)
  return end < 0 ? syllables.length : end + 1
}
