import { createHmac } from 'node:crypto'
import type { KeyedDigest } from '@anjie/domain/disputes/partyDigests'

/** Enough that two names of a county never meet by chance, and short enough to be kept by the dozen. */
const LENGTH = 16
const MOST_KEPT = 50_000

/** The digest of a key; names of one file come again and again, and are reckoned once. */
export function keyedDigest(key: Uint8Array): KeyedDigest {
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const digest = createHmac('sha256', key).update(text).digest('base64url').slice(0, LENGTH)
    if (known.size < MOST_KEPT) known.set(text, digest)
    return digest
  }
}
