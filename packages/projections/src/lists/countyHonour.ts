import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import { COUNTY_HONOUR_STATUS_NAMES, confirmingLevel, countyHonourOwner } from '@anjie/domain/honours/countyHonours'
import type { View } from './view.ts'

/** 所获荣誉 in the county's own list; with who confirms it only while it waits there, so that their list stays short. */
export const countyHonour: View<'county-honour'> = (id, version, state) => {
  const codes = divisionsOfCounty(state.county)
  const owner = countyHonourOwner(state)
  const row: ListRowOf<'county-honour'> = {
    kind: 'county-honour',
    id,
    version,
    title: state.name,
    place: state.countyName,
    status: state.status,
    statusName: COUNTY_HONOUR_STATUS_NAMES[state.status],
    queue: owner === null ? null : { level: owner.level, code: codes[owner.level], role: owner.role },
    nextVerb: owner?.verb ?? null,
    dueOn: null,
    updatedAt: state.updatedAt,
    fields: { level: state.level, year: state.year, issuer: state.issuer, documentNumber: state.documentNumber },
  }
  return [
    { owner: codes.county, row },
    { owner: codes[confirmingLevel(state)], row: state.status === 'submitted' ? row : null },
  ]
}
