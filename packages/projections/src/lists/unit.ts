import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import type { View } from './view.ts'

/** A county sees its own register of units; overseers read of those that were renamed or ended, because titles and applications name them. */
export const unit: View<'unit'> = (id, version, state) => {
  const { county, city, province } = divisionsOfCounty(state.county)
  // What never stood stands in no list.
  if (state.withdrawn === true) return [county, city, province].map((owner) => ({ owner, row: null }))
  const row: ListRowOf<'unit'> = {
    kind: 'unit',
    id,
    version,
    title: state.name,
    place: state.parentName ?? '',
    status: state.validTo === undefined ? 'current' : 'ended',
    statusName: state.moved !== undefined ? '已划转' : state.validTo === undefined ? '现行' : '已终止',
    queue: null,
    nextVerb: null,
    dueOn: null,
    updatedAt: state.updatedAt,
    fields: {
      unitKind: state.kind,
      ...(state.parentId === undefined ? {} : { parentId: state.parentId }),
      validFrom: state.validFrom,
      ...(state.validTo === undefined ? {} : { validTo: state.validTo }),
      ...(state.formerNames === undefined ? {} : { formerNames: state.formerNames }),
      ...(state.successors.length === 0 ? {} : { successors: state.successors }),
    },
  }
  const changed = state.validTo !== undefined || (state.formerNames ?? []).length > 0
  if (changed) return [county, city, province].map((owner) => ({ owner, row }))
  // Its change was taken back: it leaves their lists again.
  const above = state.formerNames === undefined ? [] : [city, province]
  return [{ owner: county, row }, ...above.map((owner) => ({ owner, row: null }))]
}
