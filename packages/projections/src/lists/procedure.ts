import { PROCEDURE_STATUS_NAMES } from '@anjie/domain/procedure/procedureNames'
import { procedureOwner } from '@anjie/domain/procedure/procedureTransitions'
import { assessorCode } from '@anjie/domain/schemes/assessor'
import type { View } from './view.ts'

/** Its commission's own, one a cycle. */
export const procedure: View<'procedure'> = (id, version, state) => {
  const code = assessorCode(state)
  const owner = procedureOwner(state)
  return [
    {
      owner: code,
      row: {
        kind: 'procedure',
        id,
        version,
        title: state.cycleName,
        place: '',
        status: state.status,
        statusName: PROCEDURE_STATUS_NAMES[state.status],
        queue: owner === null ? null : { level: owner.level, code, role: owner.role },
        nextVerb: owner?.verb ?? null,
        dueOn: null,
        updatedAt: state.updatedAt,
        fields: { cycleId: state.id },
      },
    },
  ]
}
