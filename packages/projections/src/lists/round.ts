import { HONOUR_TYPES } from '@anjie/domain/honours/types/index'
import type { View } from './view.ts'

/** One list for the province, read by its cities and counties. Whether the window is open depends on the day, so the row shows it. */
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
      fields: {
        honour: state.honour,
        honourName: HONOUR_TYPES[state.honour].name,
        year: state.year,
        opensOn: state.opensOn,
        closesOn: state.closesOn,
        places: state.quotas.reduce((sum, { places }) => sum + places, 0),
      },
    },
  },
]
