import { dutyEntriesId } from '@anjie/domain/posts/duty-lists/dutyEntrySteps'
import { provedByEntry } from '@anjie/domain/posts/duty-lists/proofs/entered'
import { type ProofReader, provenBy } from './proofReader.ts'

/** From what was entered and confirmed. */
export const entered: ProofReader<'entered'> = async ({ store }, posts, _proofs, year) => {
  const found = await store.getMany(
    'duty-entries',
    posts.map(({ id }) => dutyEntriesId(id, year)),
  )
  return provenBy(posts, ({ id }) => (found.get(dutyEntriesId(id, year))?.state.entries ?? []).map(provedByEntry))
}
