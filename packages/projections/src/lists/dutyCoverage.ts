import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import type { View } from './view.ts'

/** One row a county, with numbers and no name: all that those above see of its posts. */
export const dutyCoverage: View<'duty-coverage'> = (id, version, state) => {
  const row: ListRowOf<'duty-coverage'> = {
    kind: 'duty-coverage',
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
      kinds: state.kinds,
      ...(state.pilot === undefined ? {} : { pilot: state.pilot }),
      ...(state.published === undefined ? {} : { publishedOn: state.published.on }),
    },
  }
  return Object.values(divisionsOfCounty(state.county)).map((owner) => ({ owner, row }))
}
