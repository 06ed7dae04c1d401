import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { PROCEDURE_STATUS_NAMES } from '@anjie/domain/procedure/procedureNames'
import { procedureOwner } from '@anjie/domain/procedure/procedureTransitions'
import { assessorCode } from '@anjie/domain/schemes/assessor'
import type { HomeView } from './homeLine.ts'

/** The review and the decision wait for the commission; what each of many owes waits by its own paper. */
export const procedure: HomeView<'procedure'> = ({ recordId, version, after: state }) => {
  const owner = procedureOwner(state)
  const code = assessorCode(state)
  const day = (state.status === 'reviewing' ? state.review : state.deliberation)?.dueOn ?? null
  const row: HomeRow = {
    kind: 'procedure',
    id: recordId,
    version,
    title: state.cycleName,
    place: '',
    status: state.status,
    statusName: PROCEDURE_STATUS_NAMES[state.status],
    queue: owner === null ? null : { level: owner.level, code, role: owner.role },
    nextVerb: owner?.verb ?? null,
    dueOn: day,
    updatedAt: state.updatedAt,
    cycleId: state.id,
    page: 'procedure',
    pageId: state.id,
    note: null,
  }
  return [
    {
      owner: code,
      slot: 'turn',
      line: owner === null ? null : { standing: { as: 'work', role: owner.role, day }, row },
    },
  ]
}
