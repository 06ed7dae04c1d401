import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import { figuresOf } from '@anjie/domain/supervision/tally'
import type { View } from './view.ts'

/** One row a county and year, which is all that those above see of what is not theirs. */
export const supervisionTally: View<'supervision-tally'> = (id, version, state) => {
  const row: ListRowOf<'supervision-tally'> = {
    kind: 'supervision-tally',
    id,
    version,
    title: state.countyName,
    place: `${state.cityName}${state.countyName}`,
    status: 'kept',
    statusName: '已汇总',
    queue: null,
    nextVerb: null,
    dueOn: null,
    updatedAt: state.updatedAt,
    fields: {
      county: state.county,
      year: state.year,
      levels: {
        county: figuresOf(state.levels.county),
        city: figuresOf(state.levels.city),
        province: figuresOf(state.levels.province),
      },
    },
  }
  return Object.values(divisionsOfCounty(state.county)).map((owner) => ({ owner, row }))
}
