import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import { applicationOwner, applicationStandingName } from '@anjie/domain/honours/applicationTransitions'
import { isApplicationVisibleTo } from '@anjie/domain/honours/applicationVisibility'
import { askedOf } from '@anjie/domain/honours/desk'
import type { View } from './view.ts'

/** In the lists of all who may see it; in one queue, or in none once its list or nobody carries it. */
export const application: View<'application'> = (id, version, state) => {
  const codes = divisionsOfCounty(state.county)
  const owner = applicationOwner(state)
  const row: ListRowOf<'application'> = {
    kind: 'application',
    id,
    version,
    title: state.unitName,
    place: `${state.countyName}${state.townshipName ?? ''}`,
    status: state.status,
    statusName: applicationStandingName(state),
    queue: owner === null ? null : { level: owner.level, code: codes[owner.level], role: owner.role },
    nextVerb: owner?.verb ?? null,
    dueOn: null,
    updatedAt: state.updatedAt,
    fields: {
      roundId: state.roundId,
      roundName: state.roundName,
      honour: state.honour,
      year: state.year,
      unitId: state.unitId,
      unitKind: state.unitKind,
      county: state.county,
      city: codes.city,
      cityName: state.cityName,
      countyName: state.countyName,
      returned: state.returnReason !== undefined,
      ...askedOf(state),
      ...(state.batchId === undefined ? {} : { batchId: state.batchId }),
      ...(state.certificateSerial === undefined ? {} : { serial: state.certificateSerial }),
    },
  }
  return [
    ...(['county', 'city', 'province'] as const).map((level) => ({
      owner: codes[level] as string,
      row: isApplicationVisibleTo(level, state) ? row : null,
    })),
    { owner: state.unitId, row },
  ]
}
