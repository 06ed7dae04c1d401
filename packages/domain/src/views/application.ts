import type { ListRow } from '@anjie/contracts/vocabulary/listRow'
import { APPLICATION_OWNERS, APPLICATION_STATUS_NAMES } from '../honours/applicationTransitions.ts'
import { isApplicationVisibleTo } from '../honours/applicationVisibility.ts'
import { divisionsOfCounty } from './divisionsOfCounty.ts'
import type { View } from './view.ts'

/** An application in the list of its county, of the city from the recommendation on, of the province from the acceptance on. */
export const application: View<'application'> = (id, version, state) => {
  const codes = divisionsOfCounty(state.county)
  const owner = APPLICATION_OWNERS[state.status]
  const row: ListRow = {
    kind: 'application',
    id,
    version,
    title: state.unitName,
    place: [state.cityName, state.countyName, state.townshipName ?? ''].join(''),
    status: state.status,
    statusName: APPLICATION_STATUS_NAMES[state.status],
    queue: owner === null ? null : { level: owner.level, code: codes[owner.level], role: owner.role },
    nextVerb: owner?.verb ?? null,
    dueOn: null,
    updatedAt: state.updatedAt,
    fields: {
      roundId: state.roundId,
      roundName: state.roundName,
      honour: state.honour,
      year: String(state.year),
      unitId: state.unitId,
      county: state.county,
      countyName: state.countyName,
      cityName: state.cityName,
      ...(state.batchId === undefined ? {} : { batchId: state.batchId }),
      ...(state.certificateSerial === undefined ? {} : { certificateSerial: state.certificateSerial }),
    },
  }
  return (['county', 'city', 'province'] as const).map((level) => ({
    owner: codes[level],
    row: isApplicationVisibleTo(level, state) ? row : null,
  }))
}
