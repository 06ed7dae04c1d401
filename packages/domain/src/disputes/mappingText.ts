import { DisputeKind, disputeKindNames } from '@anjie/contracts/vocabulary/disputes/disputeKind'
import { type Outcome, outcomeNames, outcomes } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import { textKey } from '@anjie/kernel'

// A mapping's tables as lines that a person types: `系统用词＝统一的词`.

/** Lines as they were typed, and those that could not be understood. */
export interface TypedTable<Value> {
  readonly table: Readonly<Record<string, Value>>
  readonly faults: readonly string[]
}

function readLines<Value>(text: string, read: (right: string) => Value | undefined): TypedTable<Value> {
  const table: Record<string, Value> = {}
  const faults: string[] = []
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue
    const [, left = '', right = ''] = /^([^=＝]+)[=＝](.*)$/u.exec(line) ?? []
    const value = left.trim() === '' ? undefined : read(right.trim())
    if (value === undefined) faults.push(line)
    else table[left.trim()] = value
  }
  return { table, faults }
}

const lines = (entries: readonly (readonly [string, string])[]): string =>
  entries.map(([left, right]) => `${left}＝${right}`).join('\n')

const KINDS = new Map<string, DisputeKind>(
  Object.entries(disputeKindNames).flatMap(([code, name]) => {
    const kind = DisputeKind.parse(code)
    return [
      [textKey(code), kind],
      [textKey(name), kind],
    ] as const
  }),
)
const OUTCOMES = new Map<string, Outcome>(outcomes.map((outcome) => [textKey(outcomeNames[outcome]), outcome]))

export const kindLines = (kinds: Readonly<Record<string, DisputeKind>>): string =>
  lines(Object.entries(kinds).map(([word, kind]) => [word, disputeKindNames[kind]]))

export const readKindLines = (text: string): TypedTable<DisputeKind> =>
  readLines(text, (right) => KINDS.get(textKey(right)))

export const outcomeLines = (words: Readonly<Record<string, readonly Outcome[]>>): string =>
  lines(Object.entries(words).map(([word, said]) => [word, said.map((each) => outcomeNames[each]).join('、')]))

export const readOutcomeLines = (text: string): TypedTable<Outcome[]> =>
  readLines(text, (right) => {
    const said = right.split(/[、，,；;\s]+/u).filter((word) => word !== '')
    const known = said.flatMap((word) => OUTCOMES.get(textKey(word)) ?? [])
    return known.length === said.length ? known : undefined
  })

export const placeLines = (places: Readonly<Record<string, string>>): string => lines(Object.entries(places))

export const readPlaceLines = (text: string): TypedTable<string> =>
  readLines(text, (right) => (right === '' ? undefined : right))
