import type { DutyProofOf } from '@anjie/contracts/vocabulary/posts/proofs/index'
import { lastDayOf } from '@anjie/domain/counting/lastDayOf'
import { provedByRegister } from '@anjie/domain/posts/duty-lists/proofs/register'
import { inParallel } from '@anjie/kernel'
import { register as registerLedger } from '../../../counting/ledgers/register.ts'
import type { ProofReader, ProvenPost } from './proofReader.ts'

const AT_ONCE = 8

/** From each unit's own rows of the registers that lines name. */
export const register: ProofReader<'register'> = async ({ store }, posts, proofs, year) => {
  const own = [...new Map(proofs.map((proof) => [`${proof.register} ${proof.column ?? ''}`, proof])).values()]
  const read = async ({ unitId }: ProvenPost, proof: DutyProofOf<'register'>) => {
    const source = { kind: 'register', register: proof.register, name: proof.name } as const
    const found = await registerLedger.read(store, source, unitId, [String(year)], lastDayOf(String(year)))
    return found === undefined ? [] : provedByRegister(proof, found.reading)
  }
  const proven = new Map(posts.map((post) => [post.id as string, [] as Awaited<ReturnType<typeof read>>[number][]]))
  await inParallel(
    posts.flatMap((post) => own.map((proof) => ({ post, proof }))),
    AT_ONCE,
    async ({ post, proof }) => {
      proven.get(post.id)?.push(...(await read(post, proof)))
    },
  )
  return proven
}
