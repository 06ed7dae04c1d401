import type { Comparable, ComparableSet } from './comparable.ts'
import { likeness } from './signPairs.ts'

/** What two entries have in common or against each other; each has a line in the reasons that a clerk reads. */
export const reasonNames = {
  'number-quoted': '一方写有另一方的编号',
  identity: '当事人证件号或电话相同',
  'same-names': '当事人姓名相同',
  'near-name': '当事人姓名差一个字',
  'masked-name': '当事人姓氏和字数相同（一方隐去了名字）',
  'other-names': '当事人姓名不同',
  village: '同一个村（社区）',
  township: '同一个乡镇（街道）',
  'other-place': '地点不同',
  kind: '纠纷类型相同',
  'other-kind': '纠纷类型不同',
  day: '受理时间相近',
  'other-day': '受理时间相差较远',
  text: '案情文字相近',
  'other-text': '案情文字不同',
  amount: '涉案金额相同',
  'other-amount': '涉案金额不同',
  organisation: '调解组织相同',
} as const
export type Reason = keyof typeof reasonNames

/**
 * How strongly two entries belong together: the natural logarithm of how much likelier it is that one dispute stands behind
 * both than two. Each field adds what its agreement is worth, and a rare value that agrees is worth more than a common one: how
 * often it would agree by chance is counted in the files themselves (Fellegi and Sunter's record linkage, 1969).
 */
export type Weigh = (a: Comparable, b: Comparable, tell?: (reason: Reason, weight: number) => void) => number

/** Last day of each step of the gap between two days of receipt, and how often entries of one dispute lie so far apart. */
const GAP_ENDS = [0, 1, 3, 7, 15, 31, 62, 124, Number.POSITIVE_INFINITY]
const GAP_SHARES = [0.4, 0.14, 0.14, 0.11, 0.09, 0.07, 0.025, 0.015, 0.01]
const TEXT_STEPS = 10
const TEXT_SHARES = [0.08, 0.06, 0.07, 0.08, 0.1, 0.12, 0.13, 0.13, 0.12, 0.11]
/** Assumed cases that the measured shares start from, so that a handful of anchors moves little. */
const STARTING_CASES = 60
const MOST_SAMPLES = 20_000
const RARE_NAME = 8
const CLOSE_DAYS = 31

const gapStep = (gap: number): number => GAP_ENDS.findIndex((end) => gap <= end)
const textStep = (value: number): number => Math.min(TEXT_STEPS - 1, Math.floor(value * TEXT_STEPS))
const NONE: readonly number[] = []
/** Lists of a few values: most pairs have nothing in common, and no list is made for them. */
function common(a: readonly number[], b: readonly number[]): readonly number[] {
  return a.some((value) => b.includes(value)) ? a.filter((value) => b.includes(value)) : NONE
}

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
  const counted = GAP_ENDS.map(() => 0)
  for (const [at, one] of taken.entries())
    for (const other of taken.slice(at + 1)) {
      const step = gapStep(other - one)
      counted[step] = (counted[step] ?? 0) + 1
    }
  return shares(GAP_SHARES, counted, 1)
}

/** Whoever quarrels once quarrels again: how often the same parties have another dispute, against the same one in another system. */
const AGAIN = Math.log(1 / 0.05)

/** Makes the weighing from the files' own frequencies. `codes` are the candidate pairs. */
export function weighing({ entries, frequency, systems }: ComparableSet, codes: Float64Array): Weigh {
  const total = Math.max(1, entries.length)
  const of = (index: number): Comparable => {
    const entry = entries[index]
    if (entry === undefined) throw new Error(`no entry ${index}`)
    return entry
  }
  const rarity = (value: number): number => (frequency[value] ?? 1) / total
  const sharesNumber = (a: Comparable, b: Comparable): boolean =>
    a.quoted.includes(b.caseNumber) || b.quoted.includes(a.caseNumber)
  const isAnchor = (a: Comparable, b: Comparable): boolean =>
    sharesNumber(a, b) ||
    common(a.identities, b.identities).length > 0 ||
    (a.village >= 0 &&
      a.village === b.village &&
      common(a.names, b.names).some((name) => (frequency[name] ?? 0) <= RARE_NAME))
  const gapOf = (a: Comparable, b: Comparable): number => (a.day < 0 || b.day < 0 ? -1 : Math.abs(a.day - b.day))

  const gapCounted = GAP_ENDS.map(() => 0)
  const textCounted = TEXT_SHARES.map(() => 0)
  const textByChance = TEXT_SHARES.map(() => 0)
  let kindsTold = 0
  let kindsAlike = 0
  const stride = Math.max(1, Math.floor(codes.length / MOST_SAMPLES))
  for (const [at, code] of codes.entries()) {
    const a = of(Math.floor(code / entries.length))
    const b = of(code % entries.length)
    if (a.system === b.system) continue
    const gap = gapOf(a, b)
    const texts = a.text.length > 0 && b.text.length > 0
    if (isAnchor(a, b)) {
      if (gap >= 0) gapCounted[gapStep(gap)] = (gapCounted[gapStep(gap)] ?? 0) + 1
      if (gap > CLOSE_DAYS) continue
      if (texts) {
        const step = textStep(likeness(a.text, b.text))
        textCounted[step] = (textCounted[step] ?? 0) + 1
      }
      if (a.kind >= 0 && b.kind >= 0) {
        kindsTold += 1
        if (a.kind === b.kind) kindsAlike += 1
      }
    } else if (at % stride === 0 && texts) {
      const step = textStep(likeness(a.text, b.text))
      textByChance[step] = (textByChance[step] ?? 0) + 1
    }
  }
  const gapChance = gapsByChance(entries)
  const gapWeights = shares(GAP_SHARES, gapCounted).map((share, step) => Math.log(share / (gapChance[step] ?? 1)))
  const flat = TEXT_SHARES.map((_, step) => (step < 3 ? 0.2 : 0.4 / 7 / 2 ** (step - 3)))
  const textChance = shares(flat, textByChance, 20)
  const textWeights = rising(
    shares(TEXT_SHARES, textCounted).map((share, step) => Math.log(share / (textChance[step] ?? 1))),
  )
  const kindAlike = (kindsAlike + 0.8 * STARTING_CASES) / (kindsTold + STARTING_CASES)
  const perSystem = total / Math.max(1, systems)
  const likely = Math.log(1 / (2 * perSystem))
  const likelyTwice = Math.log(1 / (20 * perSystem))

  const mostText = Math.max(...textWeights)

  return (a, b, tell) => {
    // Of two disputes between strangers, and of two between the same parties at the same place.
    let strangers = a.system === b.system ? likelyTwice : likely
    let again = AGAIN
    const add = (reason: Reason, weight: number): void => {
      strangers += weight
      if (OF_THE_MATTER.has(reason)) again += weight
      tell?.(reason, weight)
    }
    if (sharesNumber(a, b)) add('number-quoted', 12)
    parties(a, b, rarity, add)
    place(a, b, rarity, add)
    if (a.kind >= 0 && b.kind >= 0)
      if (a.kind === b.kind) add('kind', Math.log(kindAlike / rarity(a.kind)))
      else add('other-kind', Math.log((1 - kindAlike) / (1 - Math.min(0.9, rarity(b.kind)))))
    const gap = gapOf(a, b)
    if (gap >= 0) {
      const weight = gapWeights[gapStep(gap)] ?? 0
      add(weight > 0 ? 'day' : 'other-day', weight)
    }
    if (a.amount >= 0 && a.amount === b.amount) add('amount', Math.min(5, Math.log(0.7 / rarity(a.amount))))
    else if (a.amount >= 0 && b.amount >= 0) add('other-amount', -1)
    if (a.organisation >= 0 && a.organisation === b.organisation && a.village !== b.village)
      add('organisation', Math.min(3, Math.log(0.5 / rarity(a.organisation))))
    // Texts take longest to compare: only where they can still decide.
    if (strangers + mostText > HOPELESS && a.text.length > 0 && b.text.length > 0) {
      const weight = textWeights[textStep(likeness(a.text, b.text))] ?? 0
      add(weight > 0 ? 'text' : 'other-text', weight)
    }
    return -Math.log(Math.exp(-strangers) + Math.exp(-again))
  }
}

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

type Add = (reason: Reason, weight: number) => void
type Rarity = (value: number) => number

const ONE_OF_TWO = Math.log(0.3)

function parties(a: Comparable, b: Comparable, rarity: Rarity, add: Add): void {
  const identities = common(a.identities, b.identities)
  const [identity] = identities
  if (identity !== undefined) add('identity', Math.log(0.95 / rarity(identity)) + (identities.length > 1 ? 2 : 0))
  else if (a.identities.length > 0 && b.identities.length > 0) add('other-names', Math.log(0.15))
  if (a.maskedNames.length === 0 || b.maskedNames.length === 0) return
  // Names and numbers of one person are one piece of evidence.
  const part = identity === undefined ? 1 : 0.4
  const names = common(a.names, b.names)
  if (names.length > 0) {
    const weight = names.slice(0, 2).reduce((sum, name) => sum + Math.log(0.9 / rarity(name)), 0)
    const oneOfTwo = names.length === 1 && a.maskedNames.length > 1 && b.maskedNames.length > 1
    add('same-names', (weight + (oneOfTwo ? ONE_OF_TWO : 0)) * part)
    return
  }
  const [near] = common(a.nearNames, b.nearNames).toSorted((one, other) => rarity(one) - rarity(other))
  if (near !== undefined) {
    add('near-name', Math.max(0, Math.log(0.1 / rarity(near))) * part)
    return
  }
  const isMasked = a.names.length < a.maskedNames.length || b.names.length < b.maskedNames.length
  const masked = common(a.maskedNames, b.maskedNames)
  if (isMasked && masked.length > 0)
    add('masked-name', masked.slice(0, 2).reduce((sum, name) => sum + Math.log(0.9 / rarity(name)), 0) * part)
  else add('other-names', Math.log(isMasked ? 0.1 : 0.06))
}

function place(a: Comparable, b: Comparable, rarity: Rarity, add: Add): void {
  if (a.village >= 0 && a.village === b.village) add('village', Math.log(0.92 / rarity(a.village)))
  else if (a.township >= 0 && a.township === b.township)
    if (a.village >= 0 && b.village >= 0) add('township', Math.log(0.07 / rarity(a.township)))
    else add('township', Math.log(0.95 / rarity(a.township)))
  else if (a.township >= 0 && b.township >= 0) add('other-place', Math.log(0.03))
}
