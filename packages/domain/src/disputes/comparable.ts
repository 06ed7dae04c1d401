import type { DisputeEntry } from '@anjie/contracts/vocabulary/disputes/disputeEntry'
import { numberKey } from './caseNumbers.ts'
import { dayNumber } from './readDay.ts'
import { signPairs } from './signPairs.ts'

/** An entry with every text as a number, so that two can be compared some million times. −1: not known. */
export interface Comparable {
  readonly index: number
  readonly system: number
  readonly caseNumber: number
  readonly quoted: readonly number[]
  readonly day: number
  readonly township: number
  readonly village: number
  readonly kind: number
  readonly organisation: number
  /** The sum in dispute, and the figures of the text. */
  readonly figures: readonly number[]
  readonly parties: readonly ComparableParty[]
  readonly names: readonly number[]
  readonly nearNames: readonly number[]
  readonly maskedNames: readonly number[]
  readonly identities: readonly number[]
  readonly text: Int32Array
}

/** One person or company of an entry. */
export interface ComparableParty {
  readonly name: number
  readonly near: readonly number[]
  readonly masked: number
}

export interface ComparableSet {
  readonly entries: readonly Comparable[]
  /** How many entries a value stands in, by its number. */
  readonly frequency: Int32Array
  readonly systems: number
}

const UNKNOWN = -1
/** 其他 in two systems is no agreement. */
const OTHER_KIND = '99'

const FIGURE = /(?<![\d.a-z])(\d[\d,]*(?:\.\d+)?)(万?)/gu
const SHORTEST_FIGURE = 100
const YEARS = { from: 1950, to: 2050 }

/** The figures of a text that tell one matter from another; days, years and house numbers do not. */
function figuresIn(text: string): readonly string[] {
  return [...text.matchAll(FIGURE)].flatMap(([, figure = '', tenThousands]) => {
    const value = Number(figure.replaceAll(',', '')) * (tenThousands === '' ? 1 : 10_000)
    const isYear = value >= YEARS.from && value <= YEARS.to
    return value < SHORTEST_FIGURE || isYear ? [] : [String(value)]
  })
}

export function comparable(entries: readonly DisputeEntry[]): ComparableSet {
  const numbers = new Map<string, number>()
  const counts: number[] = []
  const systems = new Map<string, number>()
  const numberOf = (field: string, value: string): number => {
    if (value === '') return UNKNOWN
    const key = `${field}:${value}`
    const known = numbers.get(key)
    const number = known ?? numbers.size
    if (known === undefined) numbers.set(key, number)
    counts[number] = (counts[number] ?? 0) + 1
    return number
  }
  const each = (field: string, values: readonly string[]): readonly number[] =>
    [...new Set(values)].map((value) => numberOf(field, value))
  // Numbers first: one that is quoted and nowhere given says nothing.
  const given = entries.map(({ caseNumber }) => numberOf('number', numberKey(caseNumber)))
  const list = entries.map((entry, index): Comparable => {
    const system = systems.get(entry.system) ?? systems.size
    systems.set(entry.system, system)
    const parties = entry.parties.map(
      ({ name, near, masked }): ComparableParty => ({
        name: numberOf('name', name ?? ''),
        near: near.map((open) => numberOf('near', open)),
        masked: numberOf('masked', masked),
      }),
    )
    return {
      index,
      system,
      caseNumber: given[index] ?? UNKNOWN,
      quoted: entry.quotedNumbers.flatMap((number) => numbers.get(`number:${number}`) ?? []),
      day: entry.receivedOn === null ? UNKNOWN : dayNumber(entry.receivedOn),
      township: numberOf('township', entry.township),
      village: numberOf('village', entry.village === '' ? '' : `${entry.township} ${entry.village}`),
      kind: numberOf('kind', entry.kind === null || entry.kind === OTHER_KIND ? '' : entry.kind),
      organisation: numberOf('organisation', entry.organisation),
      figures: each('figure', [entry.amount, ...figuresIn(entry.summary)]).filter((figure) => figure >= 0),
      parties,
      names: [...new Set(parties.map(({ name }) => name).filter((name) => name >= 0))],
      nearNames: [...new Set(parties.flatMap(({ near }) => near))],
      maskedNames: [...new Set(parties.map(({ masked }) => masked))],
      identities: each('identity', entry.identities),
      text: signPairs(entry.summary),
    }
  })
  return { entries: list, frequency: Int32Array.from(counts), systems: systems.size }
}
