import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { MembershipRecord } from '@anjie/contracts/vocabulary/people/membershipRecord'
import { membersOf } from '@anjie/domain/people/membersOf'
import type { LogIn, LogIns, Versioned } from '@anjie/use-cases/ports'
import { digest } from './digest.ts'

/** `recent` may be up to five seconds old; `current` reads the posts now; `anew` also asks whether the log-in has taken another. */
export type Freshness = 'recent' | 'current' | 'anew'

/** The posts that a log-in (`<issuer>#<subject>`) holds. */
export interface Memberships {
  find(identity: string, freshness: Freshness): Promise<readonly Membership[]>
}

export interface MembershipSources {
  readonly logIns: Pick<LogIns, 'find'>
  /** The records of posts, as they are now. */
  posts(ids: readonly string[]): Promise<ReadonlyMap<string, Versioned<MembershipRecord>>>
}

const RECENT_MS = 5_000
const MAX_KEPT = 2_000

/**
 * Who a log-in is at which posts. The log-in's entry names posts and allows nothing: each post says itself which log-in and which
 * person hold it. An entry may be seconds old, because posts are only ever added to it; the posts are read anew by whoever writes.
 */
export function keptMemberships(
  { logIns, posts }: MembershipSources,
  nowMilliseconds: () => number = Date.now,
): Memberships {
  const kept = new Map<string, { logIn: LogIn | undefined; held: readonly Membership[]; readonly at: number }>()
  return {
    find: async (identity, freshness) => {
      const found = kept.get(identity)
      const fresh = freshness !== 'anew' && found !== undefined && nowMilliseconds() - found.at < RECENT_MS
      // Who holds nothing may take a post at any moment, and should not wait for it.
      if (fresh && freshness === 'recent' && found.held.length > 0) return found.held
      const at = fresh ? found.at : nowMilliseconds()
      const logIn = fresh && found.logIn !== undefined ? found.logIn : await logIns.find(identity)
      const held = logIn === undefined ? [] : await heldPosts(identity, logIn, posts)
      if (kept.size >= MAX_KEPT) kept.clear()
      kept.set(identity, { logIn, held, at })
      return held
    },
  }
}

async function heldPosts(
  identity: string,
  logIn: LogIn,
  posts: MembershipSources['posts'],
): Promise<readonly Membership[]> {
  const own = await posts(logIn.membershipIds)
  // A post that went along with its county is held by whoever held the former one.
  const further = [...own.values()].flatMap(({ state }) => state.continuedAs ?? [])
  const ids = [...new Set([...logIn.membershipIds, ...further])]
  const records = further.length === 0 ? own : new Map([...own, ...(await posts(further))])
  const named = { text: identity, digest: digest(identity) }
  return ids.flatMap((id) => {
    const record = records.get(id)
    const members = record === undefined ? [] : membersOf(record.state, record.version, named)
    return members.filter(({ personId }) => personId === logIn.personId)
  })
}
