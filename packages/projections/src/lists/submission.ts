import type { ListRowOf, Queue } from '@anjie/contracts/vocabulary/listRow'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import { submissionOwner, submissionStatusName } from '@anjie/domain/submissions/submissionTransitions'
import { isSubmissionVisibleTo } from '@anjie/domain/submissions/submissionVisibility'
import type { View } from './view.ts'

/**
 * The county always; the city from 县级已审核 on; the province from 市级已审定 on. One post owns it until the last
 * level has passed it; what a county collects for its own assessment stays in its own list.
 */
export const submission: View<'submission'> = (id, version, state) => {
  const codes = divisionsOfCounty(state.county)
  const owner = submissionOwner(state)
  const queue: Queue | null = owner === null ? null : { level: owner.level, code: codes[owner.level], role: owner.role }
  const row: ListRowOf<'submission'> = {
    kind: 'submission',
    id,
    version,
    title: state.cycleName,
    place: state.subject?.name ?? state.countyName,
    status: state.status,
    statusName: submissionStatusName(state),
    queue,
    nextVerb: owner?.verb ?? null,
    dueOn: owner === null ? null : state.dueOn,
    updatedAt: state.updatedAt,
    fields: {
      cycleId: state.cycleId,
      county: state.county,
      city: codes.city,
      returned: state.returnReason !== undefined,
    },
  }
  return [
    ...(['county', 'city', 'province'] as const).map((level) => ({
      owner: codes[level] as string,
      row: isSubmissionVisibleTo(level, state) ? row : null,
    })),
    ...(state.subject === undefined
      ? []
      : [{ owner: state.subject.code, row: isSubmissionVisibleTo('unit', state) ? row : null }]),
  ]
}
