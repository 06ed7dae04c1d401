import type { ListRow, Queue } from '@anjie/contracts/vocabulary/listRow'
import { SUBMISSION_OWNERS, SUBMISSION_STATUS_NAMES } from '../intake/submissionTransitions.ts'
import { isSubmissionVisibleTo } from '../intake/submissionVisibility.ts'
import { divisionsOfCounty } from './divisionsOfCounty.ts'
import type { View } from './view.ts'

/** The county always; the city from 县级已审核 on; the province from 市级已审定 on. One post owns it until it is accepted. */
export const submission: View<'submission'> = (id, version, state) => {
  const codes = divisionsOfCounty(state.county)
  const owner = SUBMISSION_OWNERS[state.status]
  const queue: Queue | null = owner === null ? null : { level: owner.level, code: codes[owner.level], role: owner.role }
  const row: ListRow = {
    kind: 'submission',
    id,
    version,
    title: state.cycleName,
    place: state.countyName,
    status: state.status,
    statusName: SUBMISSION_STATUS_NAMES[state.status],
    queue,
    nextVerb: owner?.verb ?? null,
    dueOn: owner === null ? null : state.dueOn,
    updatedAt: state.updatedAt,
    fields: {
      cycleId: state.cycleId,
      county: state.county,
      city: codes.city,
      returned: state.returnReason === undefined ? '否' : '是',
    },
  }
  return (['county', 'city', 'province'] as const).map((level) => ({
    owner: codes[level],
    row: isSubmissionVisibleTo(level, state.status) ? row : null,
  }))
}
