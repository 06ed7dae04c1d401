import type { Membership } from '@anjie/contracts/vocabulary/access/people'

/** `current` reads the table now; `recent` may be up to five seconds old. */
export type Freshness = 'current' | 'recent'

/** Membership records by identity (`<issuer>#<subject>`). */
export interface Memberships {
  find(identity: string, freshness: Freshness): Promise<Membership | undefined>
}

const RECENT_MS = 5_000
const MAX_KEPT = 2_000

/** Keeps what was read for five seconds, so that a page's several reads cost one look-up; whoever writes is looked up anew. */
export function cachedMemberships(
  read: (identity: string) => Promise<Membership | undefined>,
  nowMilliseconds: () => number = Date.now,
): Memberships {
  const kept = new Map<string, { readonly membership: Membership | undefined; readonly at: number }>()
  return {
    find: async (identity, freshness) => {
      const found = kept.get(identity)
      if (freshness === 'recent' && found !== undefined && nowMilliseconds() - found.at < RECENT_MS) {
        return found.membership
      }
      const at = nowMilliseconds()
      const membership = await read(identity)
      if (kept.size >= MAX_KEPT) kept.clear()
      kept.set(identity, { membership, at })
      return membership
    },
  }
}
