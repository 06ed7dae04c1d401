import type { Comparable, ComparableSet } from './comparable.ts'
import { ASSUMED_ENTRIES, common, type Rarity, type Reason, USUAL } from './evidence.ts'
import { partyEvidence, placeEvidence } from './evidenceOfPersonsAndPlace.ts'
import { likeness } from './signPairs.ts'

/**
 * How strongly two entries belong together: the natural logarithm of how much likelier it is that one dispute stands behind
 * both than two. Each field adds what its agreement is worth, and a rare value that agrees is worth more than a common one: how
 * often it would agree by chance is counted in the files themselves (Fellegi and Sunter's record linkage, 1969).
 */
export type Weigh = (a: Comparable, b: Comparable, tell?: (reason: Reason, weight: number) => void) => number

/**
 * Last day of each step of the gap between two days of receipt, and how often entries of one dispute lie so far apart; the last step is the
 * slip of a year: the same days, one year off.
 */
const GAP_ENDS = [0, 1, 3, 7, 15, 31, 62, 124, Number.POSITIVE_INFINITY]
const GAP_SHARES = [0.4, 0.14, 0.14, 0.11, 0.09, 0.07, 0.025, 0.013, 0.006, 0.006]
const YEAR_SLIP = GAP_ENDS.length
const YEAR = 365
const SLIP_WITHIN = 15
const TEXT_STEPS = 10
const TEXT_SHARES = [0.08, 0.06, 0.07, 0.08, 0.1, 0.12, 0.13, 0.13, 0.12, 0.11]
/** Assumed cases that the measured shares start from, so that a handful of anchors moves little. */
const STARTING_CASES = 60
const MOST_SAMPLES = 20_000
const RARE_NAME = 8
const CLOSE_DAYS = 31
/** How often two texts of one dispute that both tell figures share one; each system tells what it finds worth telling. */
const FIGURES_ALIKE = 0.6
const MOST_OF_FIGURES = 5

const gapStep = (gap: number): number =>
  Math.abs(gap - YEAR) <= SLIP_WITHIN ? YEAR_SLIP : GAP_ENDS.findIndex((end) => gap <= end)
const textStep = (value: number): number => Math.min(TEXT_STEPS - 1, Math.floor(value * TEXT_STEPS))
/** Shares by step of cases counted, begun with the assumed ones. */
function shares(assumed: readonly number[], counted: readonly number[], cases = STARTING_CASES): readonly number[] {
  const all = counted.reduce((sum, count) => sum + count, 0) + cases
  return assumed.map((share, step) => (share * cases + (counted[step] ?? 0)) / all)
}

const DAYS_COMPARED = 400

/** How two days of receipt lie apart by chance: days evenly taken from the files, each against each. */
function gapsByChance(entries: readonly Comparable[]): readonly number[] {
  const days = entries.flatMap(({ day }) => (day < 0 ? [] : [day])).toSorted((a, b) => a - b)
  const stride = Math.max(1, days.length / DAYS_COMPARED)
  const taken: number[] = []
  for (let at = 0; at < days.length; at += stride) taken.push(days[Math.floor(at)] ?? 0)
  const counted = GAP_SHARES.map(() => 0)
  for (const [at, one] of taken.entries())
    for (const other of taken.slice(at + 1)) {
      const step = gapStep(other - one)
      counted[step] = (counted[step] ?? 0) + 1
    }
  return shares(GAP_SHARES, counted, 1)
}

/** Whoever quarrels once quarrels again: how often the same parties have another dispute. One system's own entries tell. */
const AGAIN_ASSUMED = 0.02
const AGAIN_LEAST = 0.004

/** Makes the weighing from the files' own frequencies. `codes` are the candidate pairs. */
export function weighing({ entries, frequency, systems }: ComparableSet, codes: Float64Array): Weigh {
  const total = Math.max(1, entries.length)
  const of = (index: number): Comparable => {
    const entry = entries[index]
    if (entry === undefined) throw new Error(`no entry ${index}`)
    return entry
  }
  const rarity: Rarity = (value, field) =>
    ((frequency[value] ?? 1) + USUAL[field] * ASSUMED_ENTRIES) / (total + ASSUMED_ENTRIES)
  const sharesNumber = (a: Comparable, b: Comparable): boolean =>
    a.quoted.includes(b.caseNumber) ||
    b.quoted.includes(a.caseNumber) ||
    (a.system === b.system && a.caseNumber >= 0 && a.caseNumber === b.caseNumber)
  const isRare = (name: number): boolean => (frequency[name] ?? 0) <= RARE_NAME
  const isAnchor = (a: Comparable, b: Comparable): boolean =>
    sharesNumber(a, b) ||
    common(a.identities, b.identities).length > 0 ||
    (a.village >= 0 && a.village === b.village && common(a.names, b.names).some(isRare))
  const gapOf = (a: Comparable, b: Comparable): number => (a.day < 0 || b.day < 0 ? -1 : Math.abs(a.day - b.day))

  const gapCounted = GAP_SHARES.map(() => 0)
  const textCounted = TEXT_SHARES.map(() => 0)
  const textByChance = { sameKind: TEXT_SHARES.map(() => 0), otherKind: TEXT_SHARES.map(() => 0) }
  let kindsTold = 0
  let kindsAlike = 0
  let figuresTold = 0
  let figuresShared = 0
  let againCounted = 0
  const stride = Math.max(1, Math.floor(codes.length / MOST_SAMPLES))
  for (const [at, code] of codes.entries()) {
    const a = of(Math.floor(code / entries.length))
    const b = of(code % entries.length)
    const gap = gapOf(a, b)
    if (a.system === b.system) {
      if (gap > CLOSE_DAYS && isAnchor(a, b)) againCounted += 1
      continue
    }
    const texts = a.text.length > 0 && b.text.length > 0
    if (isAnchor(a, b)) {
      if (gap >= 0) gapCounted[gapStep(gap)] = (gapCounted[gapStep(gap)] ?? 0) + 1
      if (gap > CLOSE_DAYS) continue
      if (texts) {
        const step = textStep(likeness(a.text, b.text))
        textCounted[step] = (textCounted[step] ?? 0) + 1
      }
      if (a.figures.length > 0 && b.figures.length > 0) {
        figuresTold += 1
        if (common(a.figures, b.figures).length > 0) figuresShared += 1
      }
      if (a.kind >= 0 && b.kind >= 0) {
        kindsTold += 1
        if (a.kind === b.kind) kindsAlike += 1
      }
    } else if (at % stride === 0 && texts && areStrangers(a, b)) {
      const step = textStep(likeness(a.text, b.text))
      const counted = textByChance[kindOf(a, b)]
      counted[step] = (counted[step] ?? 0) + 1
    }
  }
  const gapChance = gapsByChance(entries)
  const gapWeights = shares(GAP_SHARES, gapCounted).map((share, step) => Math.log(share / (gapChance[step] ?? 1)))
  const flat = TEXT_SHARES.map((_, step) => (step < 3 ? 0.2 : 0.4 / 7 / 2 ** (step - 3)))
  const textShares = shares(TEXT_SHARES, textCounted)
  const textWeightsOf = (counted: readonly number[]): readonly number[] => {
    const chance = shares(flat, counted, 20)
    return rising(textShares.map((share, step) => Math.log(share / (chance[step] ?? 1))))
  }
  const textWeights = {
    sameKind: textWeightsOf(textByChance.sameKind),
    otherKind: textWeightsOf(textByChance.otherKind),
  }
  const kindAlike = (kindsAlike + 0.8 * STARTING_CASES) / (kindsTold + STARTING_CASES)
  const figuresAlike = (figuresShared + FIGURES_ALIKE * STARTING_CASES) / (figuresTold + STARTING_CASES)
  const recognised = entries.filter(({ village, names }) => village >= 0 && names.some(isRare)).length
  const again = (againCounted + AGAIN_ASSUMED * STARTING_CASES) / (recognised + STARTING_CASES)
  const againOdds = -Math.log(Math.max(AGAIN_LEAST, again))
  const perSystem = (total + ASSUMED_ENTRIES) / Math.max(1, systems)
  const likely = Math.log(1 / (2 * perSystem))
  const likelyTwice = Math.log(1 / (20 * perSystem))

  const mostText = Math.max(...textWeights.sameKind, ...textWeights.otherKind)

  return (a, b, tell) => {
    // Of two disputes between strangers, and of two between the same parties at the same place.
    let strangers = a.system === b.system ? likelyTwice : likely
    let sameAgain = againOdds
    const add = (reason: Reason, weight: number): void => {
      strangers += weight
      if (OF_THE_MATTER.has(reason)) sameAgain += weight
      tell?.(reason, weight)
    }
    if (sharesNumber(a, b)) add('number-quoted', 12)
    partyEvidence(a, b, rarity, add)
    placeEvidence(a, b, rarity, add)
    if (a.kind >= 0 && b.kind >= 0)
      if (a.kind === b.kind) add('kind', Math.log(kindAlike / rarity(a.kind, 'kind')))
      else add('other-kind', Math.log((1 - kindAlike) / (1 - Math.min(0.9, rarity(b.kind, 'kind')))))
    const gap = gapOf(a, b)
    if (gap >= 0) {
      const weight = gapWeights[gapStep(gap)] ?? 0
      add(weight > 0 ? 'day' : 'other-day', weight)
    }
    if (a.figures.length > 0 && b.figures.length > 0) {
      const rarest = Math.min(...common(a.figures, b.figures).map((figure) => rarity(figure, 'figure')))
      if (rarest < 1) add('amount', Math.min(MOST_OF_FIGURES, Math.log(figuresAlike / rarest)))
      else add('other-amount', Math.log(1 - figuresAlike))
    }
    if (a.organisation >= 0 && a.organisation === b.organisation && a.village !== b.village)
      add('organisation', Math.min(3, Math.log(0.5 / rarity(a.organisation, 'organisation'))))
    // Texts take longest to compare: only where they can still decide.
    if (strangers + mostText > HOPELESS && a.text.length > 0 && b.text.length > 0) {
      const weight = textWeights[kindOf(a, b)][textStep(likeness(a.text, b.text))] ?? 0
      add(weight > 0 ? 'text' : 'other-text', weight)
    }
    return -Math.log(Math.exp(-strangers) + Math.exp(-sameAgain))
  }
}

/** Texts of one kind are alike by their form already. */
const kindOf = (a: Comparable, b: Comparable): 'sameKind' | 'otherKind' =>
  a.kind >= 0 && a.kind === b.kind ? 'sameKind' : 'otherKind'

/** Surely of two disputes: all parties are named, and none is like one of the other's. Without any names nobody knows. */
const areStrangers = (a: Comparable, b: Comparable): boolean =>
  common(a.nearNames, b.nearNames).length === 0 && common(a.maskedNames, b.maskedNames).length === 0

/** Below this no text makes one dispute of two. */
const HOPELESS = -4

/** What tells the matter itself, and not only who quarrels where. */
const OF_THE_MATTER: ReadonlySet<Reason> = new Set([
  'number-quoted',
  'other-kind',
  'day',
  'other-day',
  'amount',
  'other-amount',
  'text',
  'other-text',
])

/** A likelier text never weighs less: a step with few cases must not say otherwise. */
function rising(weights: readonly number[]): readonly number[] {
  let most = Number.NEGATIVE_INFINITY
  return weights.map((weight) => {
    most = Math.max(most, weight)
    return most
  })
}
