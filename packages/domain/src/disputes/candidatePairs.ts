import type { Comparable, ComparableSet } from './comparable.ts'

/** Pairs worth comparing, each once, and how many entries stood in heaps too large to be paired. */
export interface CandidatePairs {
  /** Lower place times the number of entries, plus the higher place: ascending. */
  readonly codes: Float64Array
  readonly skipped: number
}

/** A heap of more entries than this says too little to pair each with each; some smaller heap finds those that belong together. */
const LARGEST_HEAP = 120
const DAYS_PER_STEP = 14
const STEPS = 4_096
const RAREST_SIGNS = 4
const COMMON_SIGNS = 30
const FIELD = 1_000_000

type Keys = (entry: Comparable) => readonly number[]

/** How many texts a pair of signs stands in. */
function signFrequency(entries: readonly Comparable[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const { text } of entries) for (const sign of text) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return counts
}

/** Days in steps of two weeks, twice, half a step apart: days near an edge share one of both. */
const firstStep = (day: number): number => Math.floor(day / DAYS_PER_STEP) % STEPS
const secondStep = (day: number): number => Math.floor((day + DAYS_PER_STEP / 2) / DAYS_PER_STEP) % STEPS

/** What brings two entries onto one heap. Each is looked at by itself, so that only one set of heaps is held at a time. */
function ways(frequency: Int32Array, signs: ReadonlyMap<number, number>): readonly Keys[] {
  const at = (field: number, step: number): number => field * STEPS + step
  const placeAndTime =
    (step: (day: number) => number, field: (entry: Comparable) => readonly number[]): Keys =>
    (entry) =>
      entry.day < 0 ? [] : field(entry).map((value) => at(value, step(entry.day)))
  const known = (...values: readonly number[]): boolean => values.every((value) => value >= 0)
  const inTownship = (values: readonly number[], { township }: Comparable): readonly number[] =>
    township < 0 ? [] : values.map((value) => value * FIELD + township)
  const village = ({ village: place }: Comparable) => (known(place) ? [place] : [])
  const townshipKind = ({ township, kind }: Comparable) => (known(township, kind) ? [township * FIELD + kind] : [])
  const villageKind = ({ village: place, kind }: Comparable) => (known(place, kind) ? [place * FIELD + kind] : [])
  const villageMasked = ({ village: place, maskedNames }: Comparable) =>
    known(place) ? maskedNames.map((masked) => place * FIELD + masked) : []
  /** Two parties together: rare enough without a place, or without a day. */
  const maskedPair = ({ maskedNames }: Comparable): readonly number[] => {
    const [one, other] = maskedNames.toSorted((a, b) => a - b)
    return one === undefined || other === undefined ? [] : [(Math.imul(one, 0x9e3779b1) ^ other) >>> 0]
  }
  const villageMaskedPair: Keys = (entry) =>
    known(entry.village) ? maskedPair(entry).map((pair) => pair * FIELD + entry.village) : []
  const rareWording: Keys = ({ text }) =>
    [...text]
      .map((sign) => [signs.get(sign) ?? 0, sign] as const)
      .filter(([count]) => count >= 2 && count <= COMMON_SIGNS)
      .toSorted(([one, a], [other, b]) => one - other || a - b)
      .slice(0, RAREST_SIGNS)
      .map(([, sign]) => sign)
  return [
    ({ quoted, caseNumber }) => (known(caseNumber) ? [...quoted, caseNumber] : quoted),
    ({ identities }) => identities,
    ({ names }) => names.filter((name) => (frequency[name] ?? 0) <= LARGEST_HEAP),
    (entry) => inTownship(entry.names, entry),
    (entry) => inTownship(entry.nearNames, entry),
    (entry) => inTownship(entry.figures, entry),
    villageMaskedPair,
    ...[firstStep, secondStep].flatMap((step) =>
      [village, villageKind, villageMasked, townshipKind, maskedPair].map((field) => placeAndTime(step, field)),
    ),
    rareWording,
  ]
}

/** Codes of pairs, growing. */
class FoundPairs {
  #codes = new Float64Array(1 << 16)
  #length = 0

  add(code: number): void {
    if (this.#length === this.#codes.length) {
      const larger = new Float64Array(this.#codes.length * 2)
      larger.set(this.#codes)
      this.#codes = larger
    }
    this.#codes[this.#length] = code
    this.#length += 1
  }

  /** Ascending, each once. */
  once(): Float64Array {
    const sorted = this.#codes.subarray(0, this.#length).sort()
    let kept = 0
    for (let at = 0; at < sorted.length; at += 1) {
      if (at > 0 && sorted[at] === sorted[at - 1]) continue
      sorted[kept] = sorted[at] ?? 0
      kept += 1
    }
    return sorted.slice(0, kept)
  }
}

/** Pairs that share a number, a party, a place at about the same time, a sum, or a rare wording. Everything else is never compared. */
export function candidatePairs({ entries, frequency }: ComparableSet): CandidatePairs {
  const found = new FoundPairs()
  const tooMany = new Set<number>()
  for (const keysOf of ways(frequency, signFrequency(entries))) {
    const heaps = new Map<number, number[]>()
    for (const entry of entries)
      for (const key of keysOf(entry)) {
        const heap = heaps.get(key)
        if (heap === undefined) heaps.set(key, [entry.index])
        else if (heap.at(-1) !== entry.index) heap.push(entry.index)
      }
    for (const heap of heaps.values()) {
      if (heap.length > LARGEST_HEAP) for (const index of heap) tooMany.add(index)
      else
        for (let a = 0; a < heap.length; a += 1)
          for (let b = a + 1; b < heap.length; b += 1) found.add((heap[a] ?? 0) * entries.length + (heap[b] ?? 0))
    }
  }
  return { codes: found.once(), skipped: tooMany.size }
}
