import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import type { View } from './view.ts'

/** A unit's list has the trainings that its own post attended; who else did, it does not say. */
export const dutyTraining: View<'duty-training'> = (id, version, state) => {
  const row = (posts: ListRowOf<'duty-training'>['fields']['posts']): ListRowOf<'duty-training'> => ({
    kind: 'duty-training',
    id,
    version,
    title: state.title,
    place: state.organiser,
    status: 'held',
    statusName: `${state.attended.length}人次`,
    queue: null,
    nextVerb: null,
    dueOn: null,
    updatedAt: state.updatedAt,
    fields: {
      trainingKind: state.kind,
      postKind: state.postKind,
      on: state.on,
      hours: state.hours,
      organiser: state.organiser,
      attended: state.attended.length,
      posts,
    },
  })
  const units = [...new Set(state.attended.map(({ unitId }) => unitId))]
  return [
    { owner: state.county, row: row([]) },
    ...units.map((unit) => ({
      owner: unit,
      row: row(state.attended.filter(({ unitId }) => unitId === unit).map(({ postId }) => postId)),
    })),
  ]
}
