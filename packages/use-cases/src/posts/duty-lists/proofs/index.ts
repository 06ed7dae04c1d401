import type { DutyProof, DutyProofKind } from '@anjie/contracts/vocabulary/posts/proofs/index'
import type { ProvedBy } from '@anjie/domain/posts/duty-lists/proofs/index'
import type { QueryContext } from '../../../ports.ts'
import { entered } from './entered.ts'
import { form } from './form.ts'
import { mediation } from './mediation.ts'
import type { ProofReader, ProvenPost } from './proofReader.ts'
import { rectification } from './rectification.ts'
import { register } from './register.ts'
import { training } from './training.ts'

/** How each kind of proof is read, one file each. */
const READERS: { readonly [K in DutyProofKind]: ProofReader<K> } = {
  rectification,
  mediation,
  form,
  training,
  register,
  entered,
}

/** What proves routine work of some posts of one county in a year: each kind that a line asks for is read once. */
export async function readProofs(
  context: Pick<QueryContext, 'store' | 'scope'>,
  posts: readonly ProvenPost[],
  asked: readonly DutyProof[],
  year: number,
): Promise<{ readonly of: ReadonlyMap<string, readonly ProvedBy[]>; readonly unseen: ReadonlySet<DutyProofKind> }> {
  const kinds = [...new Set(asked.map(({ kind }) => kind))]
  const read = await Promise.all(
    kinds.map(async (kind) => {
      // A reader is looked up by the kind of the very proofs that it is then given.
      const reader = READERS[kind] as ProofReader<DutyProofKind>
      const own = asked.filter((proof) => proof.kind === kind)
      return { kind, proven: await reader(context, posts, own, year) }
    }),
  )
  return {
    of: new Map(posts.map(({ id }) => [id as string, read.flatMap(({ proven }) => proven?.get(id) ?? [])])),
    unseen: new Set(read.filter(({ proven }) => proven === undefined).map(({ kind }) => kind)),
  }
}
