import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'

export type Kept<T> = Pick<Map<string, T>, 'get' | 'set'>

export type KeptRules = Kept<Scheme>

/** More schemes than a province uses in some years, and the subjects of as many cycles. */
const MAX_KEPT = 50

/**
 * Kept as long as the function lives: what never changes. Published rules are never edited (a change is a copy under an id of its
 * own), and side documents are written once.
 */
export function keptForGood<T>(): Kept<T> {
  const kept = new Map<string, T>()
  return {
    get: (key) => kept.get(key),
    set: (key, content) => {
      if (kept.size >= MAX_KEPT) kept.clear()
      return kept.set(key, content)
    },
  }
}
