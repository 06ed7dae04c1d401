import type { View } from './view.ts'

/** 荣誉类型 that the province added or varied, read by all. */
export const honourType: View<'honour-type'> = (id, version, state) => [
  {
    owner: state.province,
    row: {
      kind: 'honour-type',
      id,
      version,
      title: state.name,
      place: '',
      status: 'set',
      statusName: '已设定',
      queue: null,
      nextVerb: null,
      dueOn: null,
      updatedAt: state.updatedAt,
      fields: { honour: state.code },
    },
  },
]
