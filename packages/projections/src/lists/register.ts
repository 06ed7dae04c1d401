import type { View } from './view.ts'

/** 台账 of the province, read by all. */
export const register: View<'register'> = (id, version, state) => [
  {
    owner: id.slice(0, 2),
    row: {
      kind: 'register',
      id,
      version,
      title: state.name,
      place: '',
      status: state.status,
      statusName: state.status === 'open' ? '在用' : '已停用',
      queue: null,
      nextVerb: null,
      dueOn: null,
      updatedAt: state.updatedAt,
      fields: {
        code: state.code,
        rowsOf: state.rowsOf,
        ...(state.unitKinds === undefined ? {} : { unitKinds: state.unitKinds }),
        term: state.term,
        ...(state.dueDays === undefined ? {} : { dueDays: state.dueDays }),
        required: state.columns
          .filter((column) => column.required && column.ended === undefined)
          .map(({ code }) => code),
      },
    },
  },
]
