import { provedByTraining } from '@anjie/domain/posts/duty-lists/proofs/training'
import { foundRows } from '../../../foundRows.ts'
import { type ProofReader, provenBy } from './proofReader.ts'

/** From the trainings of the year; a unit's list has those that its post attended. */
export const training: ProofReader<'training'> = async ({ store, scope }, posts, _proofs, year) => {
  const rows = await foundRows(store, 'duty-training', { year })
  if (scope.level === 'unit')
    return provenBy(posts, ({ id }) =>
      rows
        .filter(({ fields }) => fields.posts.includes(id))
        .map((row) =>
          provedByTraining({ id: row.id, kind: row.fields.trainingKind, on: row.fields.on, title: row.title }),
        ),
    )
  const trainings = await store.getMany(
    'duty-training',
    rows.map(({ id }) => id),
  )
  const attended = [...trainings.values()].map(({ state }) => ({
    state,
    posts: new Set<string>(state.attended.map(({ postId }) => postId)),
  }))
  return provenBy(posts, ({ id }) =>
    attended.filter((each) => each.posts.has(id)).map(({ state }) => provedByTraining(state)),
  )
}
