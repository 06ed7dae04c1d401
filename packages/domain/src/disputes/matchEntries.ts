import type { DisputeEntry } from '@anjie/contracts/vocabulary/disputes/disputeEntry'
import { candidatePairs } from './candidatePairs.ts'
import { type Comparable, comparable } from './comparable.ts'
import type { Reason } from './evidence.ts'
import { joinPairs } from './joinPairs.ts'
import { weighing } from './weigh.ts'

/** Two entries, by their places in the list that was given, and why. */
export interface WeighedPair {
  readonly a: number
  readonly b: number
  /** Natural logarithm of how much likelier one dispute is than two. */
  readonly weight: number
  readonly reasons: readonly Reason[]
}

export interface Matched {
  /** Each entry's group: the lowest place in it. */
  readonly groupOf: Int32Array
  /** Pairs that were joined, each directly. */
  readonly joined: readonly WeighedPair[]
  /** Pairs for a person to decide, the likeliest first. */
  readonly doubtful: readonly WeighedPair[]
  readonly compared: number
  /** Entries that stood in a heap too large to be paired; they were compared by their other marks. */
  readonly skipped: number
}

/** From here on two are taken as one although a third competes. */
const SURE_ALONE = 7
const SURE = 1.2
const WORTH_ASKING = -0.7
/** Share that the likeliest partner must have among all that could be meant. */
const SURE_SHARE = 0.85
const ASK_SHARE = 0.2

interface Weighed {
  readonly a: number
  readonly b: number
  readonly weight: number
}

/**
 * Finds which entries of several systems, or of one, stand for the same dispute. Sure pairs are joined, doubtful ones are
 * for a person, all others are two disputes. Pure and without chance: the same entries give the same answer in any order of files.
 */
export function matchEntries(entries: readonly DisputeEntry[]): Matched {
  const set = comparable(entries)
  const { codes, skipped } = candidatePairs(set)
  const weigh = weighing(set, codes)
  const at = (index: number): Comparable => {
    const entry = set.entries[index]
    if (entry === undefined) throw new Error(`no entry ${index}`)
    return entry
  }
  const weighed: Weighed[] = []
  for (const code of codes) {
    const a = Math.floor(code / entries.length)
    const b = code % entries.length
    const weight = weigh(at(a), at(b))
    if (weight > WORTH_ASKING - 3) weighed.push({ a, b, weight })
  }
  weighed.sort((one, other) => other.weight - one.weight || one.a - other.a || one.b - other.b)
  const shareOf = competition(weighed, (index) => at(index).system)
  const explained = (pair: Weighed): WeighedPair => {
    const reasons = new Map<Reason, number>()
    weigh(at(pair.a), at(pair.b), (reason, weight) => reasons.set(reason, weight))
    const strongest = [...reasons].toSorted(([, one], [, other]) => Math.abs(other) - Math.abs(one))
    return { ...pair, reasons: strongest.map(([reason]) => reason) }
  }
  const isSure = (pair: Weighed): boolean =>
    pair.weight >= SURE_ALONE || (pair.weight >= SURE && shareOf(pair) >= SURE_SHARE)
  const sure = weighed.filter(isSure)
  const { groupOf, refused } = joinPairs(
    sure,
    entries.length,
    (a, b) => weigh(at(a), at(b)),
    (index) => at(index).system,
  )
  const unsure = weighed.filter(
    (pair) => !isSure(pair) && pair.weight >= WORTH_ASKING && shareOf(pair) >= ASK_SHARE && !isOne(pair),
  )
  function isOne({ a, b }: Weighed): boolean {
    return groupOf[a] === groupOf[b]
  }
  return {
    groupOf,
    joined: sure.filter(isOne).map(explained),
    doubtful: [...refused.filter((pair) => !isOne(pair)), ...unsure]
      .toSorted((one, other) => other.weight - one.weight || one.a - other.a || one.b - other.b)
      .map(explained),
    compared: codes.length,
    skipped,
  }
}

/**
 * How likely a pair is among all partners that either of its two could have in the other's system. A partner that itself
 * surely belongs to the one looked at (a dispute entered twice) does not compete.
 */
function competition(weighed: readonly Weighed[], systemOf: (index: number) => number): (pair: Weighed) => number {
  const chances = new Map<string, number>()
  const twins = new Set(
    weighed
      .filter(({ a, b, weight }) => weight >= SURE && systemOf(a) === systemOf(b))
      .flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]),
  )
  const partners = new Map<string, Weighed[]>()
  for (const pair of weighed)
    for (const [self, other] of [
      [pair.a, pair.b],
      [pair.b, pair.a],
    ] as const) {
      const key = `${self} ${systemOf(other)}`
      const list = partners.get(key)
      if (list === undefined) partners.set(key, [pair])
      else list.push(pair)
    }
  const otherOf = (pair: Weighed, self: number): number => (pair.a === self ? pair.b : pair.a)
  const shareFrom = (pair: Weighed, self: number): number => {
    const other = otherOf(pair, self)
    const key = `${self} ${other}`
    const known = chances.get(key)
    if (known !== undefined) return known
    const rivals = (partners.get(`${self} ${systemOf(other)}`) ?? []).filter((rival) => {
      const third = otherOf(rival, self)
      return third === other || !twins.has(`${other} ${third}`)
    })
    // Relative to this pair's own weight, so that large weights do not overflow.
    const sum = rivals.reduce((all, rival) => all + Math.exp(Math.min(50, rival.weight - pair.weight)), 0)
    const share = 1 / (sum + Math.exp(-pair.weight))
    chances.set(key, share)
    return share
  }
  return (pair) => Math.min(shareFrom(pair, pair.a), shareFrom(pair, pair.b))
}
