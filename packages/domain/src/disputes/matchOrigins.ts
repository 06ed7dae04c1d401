import type { Dispute, DisputeId, DisputeOrigin, StatementPersons } from '@anjie/contracts/vocabulary/disputes/dispute'
import type { DisputeEntry } from '@anjie/contracts/vocabulary/disputes/disputeEntry'
import { comparingKey } from './comparingKey.ts'
import { reasonNames } from './evidence.ts'
import { areKeptApart } from './joinDisputes.ts'
import { matchEntries } from './matchEntries.ts'
import { placeKeys } from './readPlace.ts'
import { besidesNames } from './withoutNames.ts'

/** A statement as it was read from a file, for comparing. */
const entryOf = (origin: DisputeOrigin, persons: StatementPersons | undefined): DisputeEntry => ({
  ...origin,
  ...placeKeys(origin),
  parties: persons?.parties ?? [],
  identities: persons?.identities ?? [],
  line: 0,
  summary: comparingKey(besidesNames(origin.summary)),
  organisation: comparingKey(origin.organisation),
})

export interface FoundMatches {
  /** Disputes that are surely one. */
  readonly joins: readonly { readonly ids: readonly DisputeId[]; readonly reason: string }[]
  /** Statements of different disputes that may be of one, the likeliest first. */
  readonly doubts: readonly { readonly pair: readonly [DisputeId, DisputeId]; readonly reasons: readonly string[] }[]
  readonly compared: number
}

/** Looks through standing disputes for those that are one; what a person decided is kept. `persons`: by the home of a statement. */
export function matchOrigins(
  disputes: readonly Dispute[],
  persons: ReadonlyMap<string, StatementPersons>,
): FoundMatches {
  const all = disputes.flatMap((dispute) => dispute.origins.map((origin) => ({ dispute, origin })))
  const matched = matchEntries(all.map(({ origin }) => entryOf(origin, persons.get(origin.home))))
  const at = (index: number) => {
    const found = all[index]
    if (found === undefined) throw new Error(`no statement ${index}`)
    return found
  }
  const words = (reasons: readonly (keyof typeof reasonNames)[]): readonly string[] =>
    reasons.slice(0, 6).map((reason) => reasonNames[reason])
  const reasonOf = new Map<number, string>()
  for (const { a, reasons } of matched.joined)
    reasonOf.set(matched.groupOf[a] ?? a, words(reasons.slice(0, 3)).join('、'))
  const groups = Map.groupBy(all.keys(), (index) => matched.groupOf[index] ?? index)
  const joins = [...groups].flatMap(([group, members]) => {
    const joined: Dispute[] = []
    for (const { dispute } of members.map(at))
      if (!joined.includes(dispute) && !joined.some((each) => areKeptApart(each, dispute))) joined.push(dispute)
    return joined.length < 2 ? [] : [{ ids: joined.map(({ id }) => id), reason: reasonOf.get(group) ?? '各项记载一致' }]
  })
  const doubts = matched.doubtful.flatMap(({ a, b, reasons }) => {
    const [one, other] = [at(a), at(b)]
    if (one.dispute === other.dispute || areKeptApart(one.dispute, other.dispute)) return []
    const [first, second] = [one.origin.home, other.origin.home].toSorted()
    return first === undefined || second === undefined
      ? []
      : [{ pair: [first, second] as const, reasons: words(reasons) }]
  })
  return { joins, doubts, compared: matched.compared }
}
