import { eachBeginning, LETTER_KEYS, typedKey } from '@anjie/projections/public/sheets/letterKeys'

/**
 * An inverted index (posting lists) of the first two and three letters by which a run of syllables can be spelled (`letterKeys.ts`).
 * Whatever somebody types finds its lines without looking through the others.
 */
export interface SpelledIndex {
  /** In ascending order; the lines of each lie from its start up to the next one's. */
  readonly keys: Uint16Array
  readonly starts: Uint32Array
  readonly lines: Uint8Array | Uint16Array
}

/** Used again for each part: how many lines have a key, and which line was the last to get it. */
const counts = new Uint32Array(LETTER_KEYS)
const lastLine = new Int32Array(LETTER_KEYS)

/** Of each line the syllables of each of its names. */
export function spelledIndex(syllablesOf: readonly (readonly string[])[]): SpelledIndex {
  counts.fill(0)
  const pairs: number[] = []
  lastLine.fill(-1)
  for (const [line, names] of syllablesOf.entries())
    for (const syllables of names)
      eachBeginning(syllables, (key) => {
        if (lastLine[key] === line) return
        lastLine[key] = line
        counts[key] = (counts[key] ?? 0) + 1
        pairs.push(key, line)
      })
  const keys: number[] = []
  const starts: number[] = []
  let filled = 0
  for (let key = 0; key < LETTER_KEYS; key += 1) {
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
  const key = typedKey(typed)
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle] ?? 0) < key) low = middle + 1
    else high = middle
  }
  return keys[low] === key ? lines.subarray(starts[low], starts[low + 1]) : lines.subarray(0, 0)
}
