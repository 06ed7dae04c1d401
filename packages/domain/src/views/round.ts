import type { View } from './view.ts'

/** Rounds stand in the province's list, which counties and cities read as well. */
export const round: View<'round'> = (id, version, state) => [
  {
    owner: state.province,
    row: {
      kind: 'round',
      id,
      version,
      title: state.name,
      place: '',
      status: 'announced',
      statusName: '已发布',
      queue: null,
      nextVerb: null,
      dueOn: state.closesOn,
      updatedAt: state.updatedAt,
      fields: { honour: state.honour, year: String(state.year), opensOn: state.opensOn, closesOn: state.closesOn },
    },
  },
]
