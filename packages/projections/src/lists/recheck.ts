import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { recheckOwner, recheckStandingName } from '@anjie/domain/aftercare/recheckTransitions'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import type { View } from './view.ts'

/** In the lists of county, city and province, and in the unit's own. */
export const recheck: View<'recheck'> = (id, version, state) => {
  const codes = divisionsOfCounty(state.county)
  const owner = recheckOwner(state)
  const [cause] = state.causes
  const row: ListRowOf<'recheck'> = {
    kind: 'recheck',
    id,
    version,
    title: state.unitName,
    place: `${state.countyName}${state.townshipName ?? ''}`,
    status: state.status,
    statusName: recheckStandingName(state),
    queue: owner === null ? null : { level: owner.level, code: codes[owner.level], role: owner.role },
    nextVerb: owner?.verb ?? null,
    dueOn: state.dueOn ?? null,
    updatedAt: state.updatedAt,
    fields: {
      titleId: state.titleId,
      honour: state.honour,
      honourName: state.honourName,
      titleLevel: state.titleLevel,
      county: state.county,
      countyName: state.countyName,
      unitKind: state.unitKind,
      cause: cause?.text ?? '',
      openedOn: state.openedOn,
      ...(state.unitId === undefined ? {} : { unitId: state.unitId }),
      ...(state.townshipName === undefined ? {} : { townshipName: state.townshipName }),
      ...(state.campaignId === undefined ? {} : { campaignId: state.campaignId }),
      ...(state.campaignName === undefined ? {} : { campaignName: state.campaignName }),
      ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
      ...(state.closedOn === undefined ? {} : { closedOn: state.closedOn }),
    },
  }
  const owners: readonly string[] = [
    codes.county,
    codes.city,
    codes.province,
    ...(state.unitId === undefined ? [] : [state.unitId]),
  ]
  return owners.map((each) => ({ owner: each, row }))
}
