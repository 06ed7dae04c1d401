import type { AnyStoredFact } from '@anjie/contracts/facts/envelope'
import { applyChange } from './change.ts'
import { digest } from './digest.ts'
import { factHash } from './factItem.ts'

/** The state of a record after a fact, from its state before: what a record is, is the reduction of its facts. */
export const stateAfter = (before: unknown, fact: AnyStoredFact): unknown =>
  fact.schemaVersion === 1 ? fact.after : applyChange(before, fact.change)

/** A fact with the record's state before and after it. `before` is undefined for the first. */
export interface HistoryStep {
  readonly fact: AnyStoredFact
  readonly before: unknown
  readonly after: unknown
}

/** Goes through a record's facts from the first on. A gap, or a change that does not fit, throws. */
export function* stepsOf(facts: Iterable<AnyStoredFact>): Iterable<HistoryStep> {
  let before: unknown
  let version = 0
  for (const fact of facts) {
    version += 1
    if (fact.version !== version) throw new Error(`the record has no fact ${version}`)
    const after = stateAfter(before, fact)
    yield { fact, before, after }
    before = after
  }
}

/**
 * Checks a record's facts from the first to the last: each version once, each hash right and linked to the one before, each state
 * the one that was hashed. Returns the version at which the chain is broken, or undefined.
 */
export function brokenLink(facts: readonly AnyStoredFact[]): number | undefined {
  let previousHash = ''
  let state: unknown
  for (const [index, fact] of facts.entries()) {
    const version = index + 1
    if (fact.version !== version || fact.previousHash !== previousHash || factHash(fact) !== fact.hash) return version
    try {
      state = stateAfter(state, fact)
    } catch {
      return version
    }
    if (fact.schemaVersion === 2 && digest(state) !== fact.stateHash) return version
    previousHash = fact.hash
  }
  return undefined
}
