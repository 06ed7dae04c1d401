import type { DutyPost } from '@anjie/contracts/vocabulary/posts/dutyPost'
import type { DutyProofKind, DutyProofOf } from '@anjie/contracts/vocabulary/posts/proofs/index'
import type { ProvedBy } from '@anjie/domain/posts/duty-lists/proofs/index'
import type { QueryContext } from '../../../ports.ts'

export type ProvenPost = Pick<DutyPost, 'id' | 'kind' | 'county' | 'unitId' | 'townshipName'>
/** By post. */
export type Proven = ReadonlyMap<string, readonly ProvedBy[]>

/** Reads what a kind of record proves of some posts of a county in a year; undefined where the caller does not see such records. */
export type ProofReader<K extends DutyProofKind> = (
  context: Pick<QueryContext, 'store' | 'scope'>,
  posts: readonly ProvenPost[],
  proofs: readonly DutyProofOf<K>[],
  year: number,
) => Promise<Proven | undefined>

export const provenBy = (
  posts: readonly ProvenPost[],
  of: (post: ProvenPost) => readonly (ProvedBy | null)[],
): Proven => new Map(posts.map((post) => [post.id, of(post).filter((proof) => proof !== null)]))
