import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import { TITLE_LEVEL_NAMES, TITLE_STATUS_NAMES } from '@anjie/domain/honours/titleNames'
import type { View } from './view.ts'

/** Titles are public: county, city and province all list them. */
export const title: View<'title'> = (id, version, state) => {
  const codes = divisionsOfCounty(state.county)
  const row: ListRowOf<'title'> = {
    kind: 'title',
    id,
    version,
    title: state.unitName,
    place: `${state.countyName}${state.townshipName ?? ''}`,
    status: state.status,
    statusName: TITLE_STATUS_NAMES[state.status],
    queue: null,
    nextVerb: null,
    dueOn: null,
    updatedAt: state.updatedAt,
    fields: {
      honour: state.honour,
      honourName: state.honourName,
      level: state.level,
      ...(state.grade === undefined ? {} : { grade: state.grade }),
      levelName: TITLE_LEVEL_NAMES[state.level],
      year: state.year,
      county: state.county,
      city: codes.city,
      cityName: state.cityName,
      countyName: state.countyName,
      unitKind: state.unitKind,
      source: state.source.kind,
      ...(state.townshipName === undefined ? {} : { townshipName: state.townshipName }),
      ...(state.unitId === undefined ? {} : { unitId: state.unitId }),
      ...(state.serial === undefined ? {} : { serial: state.serial }),
      ...(state.documentNumber === undefined ? {} : { documentNumber: state.documentNumber }),
      ...(state.namedOn === undefined ? {} : { namedOn: state.namedOn }),
      ...(state.validFrom === undefined ? {} : { validFrom: state.validFrom }),
      ...(state.validUntil === undefined ? {} : { validUntil: state.validUntil }),
      ...(state.continuesSince === undefined ? {} : { continuesSince: state.continuesSince }),
      ...(state.openRecheck === undefined ? {} : { openRecheck: state.openRecheck }),
      ...(state.mendBy === undefined ? {} : { mendBy: state.mendBy }),
      ...(state.status === 'revoked' && state.revoked !== undefined ? { reapplyFrom: state.revoked.reapplyFrom } : {}),
    },
  }
  const { carriedTo, entryWithdrawn } = state
  if (entryWithdrawn !== undefined)
    return [codes.county, codes.city, codes.province].map((owner) => ({ owner, row: null }))
  if (carriedTo === undefined) return [codes.county, codes.city, codes.province].map((owner) => ({ owner, row }))
  // Where its unit stands today it is a title of that place and number; where it was named, and in the province, it says where that is.
  const now = divisionsOfCounty(carriedTo.county)
  const there: typeof row = {
    ...row,
    place: `${carriedTo.countyName}${carriedTo.townshipName ?? ''}`,
    fields: {
      ...row.fields,
      county: carriedTo.county,
      city: now.city,
      cityName: carriedTo.cityName,
      countyName: carriedTo.countyName,
      ...(carriedTo.townshipName === undefined ? {} : { townshipName: carriedTo.townshipName }),
      unitId: carriedTo.unitId,
    },
  }
  const placeNow = `${carriedTo.cityName}${carriedTo.countyName}${carriedTo.townshipName ?? ''}`
  const here: typeof row = {
    ...row,
    place: `${row.place}（现属${placeNow}）`,
    fields: { ...row.fields, placeNow },
  }
  return [
    ...[codes.county, codes.city, codes.province].map((owner) => ({ owner: owner as string, row: here })),
    { owner: now.county, row: there },
    ...(now.city === codes.city ? [] : [{ owner: now.city, row: there }]),
  ]
}
