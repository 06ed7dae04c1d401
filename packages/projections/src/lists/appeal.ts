import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { APPEAL_STATUS_NAMES, appealOwner } from '@anjie/domain/appeals/appealTransitions'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import type { View } from './view.ts'

/** The county that filed it and, where it assesses, the province that answers it; the city sees neither points nor appeals of a preview. */
export const appeal: View<'appeal'> = (id, version, state) => {
  const codes = divisionsOfCounty(state.county)
  const owner = appealOwner(state)
  const row: ListRowOf<'appeal'> = {
    kind: 'appeal',
    id,
    version,
    title: `${state.cycleName}　${state.receipt.name}`,
    place: state.subject?.name ?? state.countyName,
    status: state.status,
    statusName: APPEAL_STATUS_NAMES[state.status],
    queue: owner === null ? null : { level: owner.level, code: codes[owner.level], role: owner.role },
    nextVerb: owner?.verb ?? null,
    dueOn: null,
    updatedAt: state.updatedAt,
    fields: { cycleId: state.cycleId, node: state.receipt.node, indicator: state.receipt.name },
  }
  return [
    { owner: codes.county, row },
    ...(state.subject === undefined ? [] : [{ owner: state.subject.code, row }]),
    ...(state.assessor === 'province' ? [{ owner: codes.province, row }] : []),
  ]
}
