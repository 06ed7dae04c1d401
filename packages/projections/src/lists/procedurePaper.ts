import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import type { ProcedurePaper } from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import { isPaperOver, paperOwner, paperStatusName } from '@anjie/domain/procedure/paperTransitions'
import { PROCEDURE_STEP_NAMES } from '@anjie/domain/procedure/procedureNames'
import { assessorCode, assessorLevel } from '@anjie/domain/schemes/assessor'
import type { View } from './view.ts'

/** Whose work a paper is next: the commission's, the place's, or of a signature the unit's own. */
export const paperQueue = (state: ProcedurePaper) => {
  const owner = paperOwner(state)
  if (owner === null) return null
  const code = owner.level === assessorLevel(state) ? assessorCode(state) : state.place
  return { ...owner, code }
}

/** In the lists of whoever owes it and of the commission; who is visited reads nothing of the visit. */
export const procedurePaper: View<'procedure-paper'> = (id, version, state) => {
  const queue = paperQueue(state)
  const row: ListRowOf<'procedure-paper'> = {
    kind: 'procedure-paper',
    id,
    version,
    title: state.unitName,
    place: state.placeName,
    status: state.status,
    statusName: paperStatusName(state),
    queue: queue === null ? null : { level: queue.level, code: queue.code, role: queue.role },
    nextVerb: queue?.verb ?? null,
    dueOn: isPaperOver(state) ? null : state.dueOn,
    updatedAt: state.updatedAt,
    fields: {
      step: state.step,
      stepName: PROCEDURE_STEP_NAMES[state.step],
      cycleId: state.cycleId,
      cycleName: state.cycleName,
      county: state.place,
      ...(state.unitId === undefined ? {} : { unitId: state.unitId }),
    },
  }
  const commission = assessorCode(state)
  const owners =
    state.step === 'field-visits'
      ? [commission]
      : [...new Set<string>([commission, state.place, ...(state.unitId === undefined ? [] : [state.unitId])])]
  return owners.map((owner) => ({ owner, row }))
}
