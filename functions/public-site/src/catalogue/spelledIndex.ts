/**
 * An inverted index (posting lists) of the first two and three letters by which a run of syllables can be spelled: `ma fang ba` begins
 * with `ma`, `maf`, `mf`, `mfa`, `mfb`, `fa` … Whatever somebody types finds its lines without looking through the others.
 */
export interface SpelledIndex {
  /** In ascending order; the lines of each lie from its start up to the next one's. */
  readonly keys: Uint16Array
  readonly starts: Uint32Array
  readonly lines: Uint8Array | Uint16Array
}

const LETTERS = 26
const FIRST = 'a'.charCodeAt(0)
const TRIPLES = LETTERS ** 3
const KEYS = TRIPLES + LETTERS ** 2
const NO_LETTER = -1

const letterAt = (text: string, at: number): number => {
  const letter = text.charCodeAt(at) - FIRST
  return letter >= 0 && letter < LETTERS ? letter : NO_LETTER
}
const keyOf = (first: number, second: number, third?: number): number =>
  third === undefined ? TRIPLES + first * LETTERS + second : (first * LETTERS + second) * LETTERS + third

/** Used again for each part: how many lines have a key, and which line was the last to get it. */
const counts = new Uint32Array(KEYS)
const lastLine = new Int32Array(KEYS)

export function spelledIndex(syllablesOf: readonly string[]): SpelledIndex {
  counts.fill(0)
  const pairs: number[] = []
  lastLine.fill(-1)
  for (const [line, syllables] of syllablesOf.entries())
    eachBeginning(syllables, (key) => {
      if (lastLine[key] === line) return
      lastLine[key] = line
      counts[key] = (counts[key] ?? 0) + 1
      pairs.push(key, line)
    })
  const keys: number[] = []
  const starts: number[] = []
  let filled = 0
  for (let key = 0; key < KEYS; key += 1) {
    const count = counts[key] ?? 0
    if (count === 0) continue
    keys.push(key)
    starts.push(filled)
    // From here on where the next line of the key is put.
    counts[key] = filled
    filled += count
  }
  starts.push(filled)
  const lines = syllablesOf.length <= 256 ? new Uint8Array(filled) : new Uint16Array(filled)
  for (let at = 0; at < pairs.length; at += 2) {
    const key = pairs[at] ?? 0
    const place = counts[key] ?? 0
    lines[place] = pairs[at + 1] ?? 0
    counts[key] = place + 1
  }
  return { keys: Uint16Array.from(keys), starts: Uint32Array.from(starts), lines }
}

/** Lines that may be spelled as these letters, two at least; with two or three letters they are exactly those. */
export function mayBeSpelled({ keys, starts, lines }: SpelledIndex, typed: string): Uint8Array | Uint16Array {
  const third = typed.length > 2 ? letterAt(typed, 2) : undefined
  const key = keyOf(letterAt(typed, 0), letterAt(typed, 1), third)
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle] ?? 0) < key) low = middle + 1
    else high = middle
  }
  return keys[low] === key ? lines.subarray(starts[low], starts[low + 1]) : lines.subarray(0, 0)
}

/** Each way to begin: on in the same syllable, or with the next one. */
function eachBeginning(syllables: string, visit: (key: number) => void): void {
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
