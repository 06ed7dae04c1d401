import type { DisputeEntry } from '@anjie/contracts/vocabulary/disputes/disputeEntry'
import type { DisputeMapping } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import { reasonNames } from '@anjie/domain/disputes/evidence'
import type { Matched, WeighedPair } from '@anjie/domain/disputes/matchEntries'
import type { Reconciled } from '@anjie/domain/disputes/reconcile'
import type { ExportFault } from './readExport.ts'

export interface MatchOutcome {
  readonly mapping: DisputeMapping
  readonly entries: readonly DisputeEntry[]
  readonly matched: Matched
  readonly reconciled: Reconciled
  readonly faults: readonly ExportFault[]
  readonly files: readonly { readonly system: string; readonly file: string; readonly rows: number }[]
}

const entryJson = ({ system, caseNumber, line }: DisputeEntry) => ({ system, caseNumber, line })
const twoPlaces = (weight: number): number => Math.round(weight * 100) / 100

function pairJson(entries: readonly DisputeEntry[], pair: WeighedPair) {
  return {
    ...pairOf(entries, pair.a, pair.b),
    weight: twoPlaces(pair.weight),
    reasons: pair.reasons.map((reason) => reasonNames[reason]),
  }
}

function pairOf(entries: readonly DisputeEntry[], a: number, b: number) {
  const [one, other] = [entries[a], entries[b]]
  if (one === undefined || other === undefined) throw new Error(`no entries ${a} and ${b}`)
  return { a: entryJson(one), b: entryJson(other) }
}

/** Every two entries of a group; those that were joined directly with their weight and reasons. */
function* pairsJson({ entries, matched }: MatchOutcome): Generator<unknown> {
  const direct = new Map(matched.joined.map((pair) => [pair.a * entries.length + pair.b, pair]))
  const groups = Map.groupBy(entries.keys(), (index) => matched.groupOf[index] ?? index)
  for (const members of groups.values())
    for (const [at, a] of members.entries())
      for (const b of members.slice(at + 1)) {
        const pair = direct.get(a * entries.length + b)
        yield pair === undefined ? { ...pairOf(entries, a, b), through: true } : pairJson(entries, pair)
      }
}

function* list(name: string, items: Iterable<unknown>): Generator<string> {
  let first = true
  yield `  ${JSON.stringify(name)}: [`
  for (const item of items) {
    yield `${first ? '' : ','}\n    ${JSON.stringify(item)}`
    first = false
  }
  yield first ? ']' : '\n  ]'
}

/** The answer in pieces: pairs of four times twenty thousand entries are longer than one text should be. No party is in it. */
export function* matchJson(outcome: MatchOutcome): Generator<string> {
  const { mapping, entries, matched, reconciled, faults, files } = outcome
  const { bySystem, common, differing, disputes } = reconciled
  yield `{\n  "version": 1,\n  "complete": ${faults.length === 0},\n`
  yield* list('files', files)
  yield `,\n  "totals": ${JSON.stringify({ period: mapping.period ?? null, bySystem, common, differing })},\n`
  yield* list('pairs', pairsJson(outcome))
  yield ',\n'
  yield* list(
    'doubts',
    matched.doubtful.map((pair) => pairJson(entries, pair)),
  )
  yield ',\n'
  yield* list(
    'groups',
    disputes.map((dispute) => ({
      receivedOn: dispute.receivedOn,
      inPeriod: dispute.inPeriod,
      systems: dispute.systems,
      outcomes: dispute.outcomes,
      differences: dispute.differences,
      entries: dispute.entries.map(entryJson),
    })),
  )
  yield ',\n'
  yield* list('refused', faults)
  yield `,\n  "compared": ${matched.compared},\n  "inLargeHeaps": ${matched.skipped}\n}\n`
}
