import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { INCIDENT_NAMES } from '@anjie/domain/aftercare/grounds'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import type { View } from './view.ts'

/** The newest of a unit's, in the lists of its county and of those above it. */
export const incidents: View<'incidents'> = (id, version, state) => {
  const codes = divisionsOfCounty(state.county)
  const newest = state.incidents.at(-1)
  if (newest === undefined) return []
  const row: ListRowOf<'incidents'> = {
    kind: 'incidents',
    id,
    version,
    title: state.unitName,
    place: `${state.countyName}${state.townshipName ?? ''}`,
    status: newest.opened === undefined ? 'waiting' : 'opened',
    statusName: newest.opened === undefined ? '待开展复核' : INCIDENT_NAMES[newest.kind],
    queue: null,
    nextVerb: null,
    dueOn: null,
    updatedAt: state.updatedAt,
    fields: {
      unitId: state.unitId,
      unitKind: state.unitKind,
      county: state.county,
      kind: newest.kind,
      on: newest.on,
      source: newest.source,
      cause: newest.cause,
      cases: [...(newest.opened?.cases ?? []), ...(newest.opened?.joined ?? [])],
      ...(state.townshipName === undefined ? {} : { townshipName: state.townshipName }),
    },
  }
  return [codes.county, codes.city, codes.province].map((owner) => ({ owner, row }))
}
