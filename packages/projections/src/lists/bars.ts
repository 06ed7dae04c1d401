import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import type { View } from './view.ts'

/** The bar of a unit that lasts longest, in the lists of its county and of those above it. */
export const bars: View<'bars'> = (id, version, state) => {
  const codes = divisionsOfCounty(state.county)
  const standing = state.bars.filter(({ lifted }) => lifted === undefined)
  const [bar] = (standing.length === 0 ? state.bars : standing).toSorted((one, other) =>
    one.until > other.until ? -1 : 1,
  )
  if (bar === undefined) return []
  const row: ListRowOf<'bars'> = {
    kind: 'bars',
    id,
    version,
    title: state.name,
    place: `${state.countyName}${state.townshipName ?? ''}`,
    status: 'entered',
    statusName: '已登记',
    queue: null,
    nextVerb: null,
    dueOn: null,
    updatedAt: state.updatedAt,
    fields: {
      subject: state.subject,
      unitKind: state.unitKind,
      county: state.county,
      kind: bar.kind,
      from: bar.from,
      until: bar.until,
      ...(bar.lifted === undefined ? {} : { liftedOn: bar.lifted.on }),
      decidedBy: bar.decidedBy,
      document: bar.document,
      ...(state.townshipName === undefined ? {} : { townshipName: state.townshipName }),
    },
  }
  return [codes.county, codes.city, codes.province].map((owner) => ({ owner, row }))
}
