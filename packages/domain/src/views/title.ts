import type { TitleStatus } from '@anjie/contracts/vocabulary/honours'
import { divisionsOfCounty } from './divisionsOfCounty.ts'
import type { View } from './view.ts'

const STATUS_NAMES = {
  active: '有效',
  'under-recheck': '复核中',
  retained: '保留',
  rectify: '限期整改',
  revoked: '撤销',
  deregistered: '注销',
  expired: '期满',
} as const satisfies Record<TitleStatus, string>

/** A title in the lists of its county, city and province. */
export const title: View<'title'> = (id, version, state) => {
  const codes = divisionsOfCounty(state.county)
  return (['county', 'city', 'province'] as const).map((level) => ({
    owner: codes[level],
    row: {
      kind: 'title',
      id,
      version,
      title: state.unitName,
      place: [state.cityName, state.countyName, state.townshipName ?? ''].join(''),
      status: state.status,
      statusName: STATUS_NAMES[state.status],
      queue: null,
      nextVerb: null,
      dueOn: state.validUntil ?? null,
      updatedAt: state.updatedAt,
      fields: {
        honour: state.honour,
        honourName: state.honourName,
        level: state.level,
        year: String(state.year),
        county: state.county,
        source: state.source.kind,
        ...(state.serial === undefined ? {} : { serial: state.serial }),
      },
    },
  }))
}
