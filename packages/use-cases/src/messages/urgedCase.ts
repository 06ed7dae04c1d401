import { ApplicationId, SubmissionId } from '@anjie/contracts/vocabulary/ids'
import type { UrgedKind } from '@anjie/contracts/vocabulary/messages/urging'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import { applicationOwner, applicationStandingName } from '@anjie/domain/honours/applicationTransitions'
import type { UrgedCase } from '@anjie/domain/messages/urge'
import { submissionOwner, submissionStatusName } from '@anjie/domain/submissions/submissionTransitions'
import { err, ok, type Result } from '@anjie/kernel'
import { findRecord, notFound } from '../findRecord.ts'
import { findApplication } from '../honours/honourRecords.ts'
import type { QueryContext } from '../ports.ts'

/**
 * A case as its urging names it. Whom a form has not reached yet may urge it all the same: that it is still below is just the reason,
 * and the answer does not say where. An application that is out of somebody's sight is not there.
 */
export async function urgedCase(
  context: QueryContext,
  kind: UrgedKind,
  id: string,
): Promise<Result<UrgedCase, Problem>> {
  if (kind === 'submission') {
    const submissionId = SubmissionId.safeParse(id)
    if (!submissionId.success) return err(notFound(kind))
    const found = await findRecord(context, kind, submissionId.data)
    if (!found.ok) return found
    const { state } = found.value
    // A county's own assessment of its units is nobody's to urge above it.
    if (state.finalLevel === 'county' && context.scope.level !== 'county') return err(notFound(kind))
    const owner = submissionOwner(state)
    return ok({
      caseKind: kind,
      title: state.cycleName,
      place: state.subject?.name ?? state.countyName,
      statusName: submissionStatusName(state),
      dueOn: state.dueOn,
      cycleId: state.cycleId,
      owner,
      ownerCode: owner === null ? '' : divisionsOfCounty(state.county)[owner.level],
      ofUnit: state.subject !== undefined,
    })
  }
  const applicationId = ApplicationId.safeParse(id)
  if (!applicationId.success) return err(notFound(kind))
  const found = await findApplication(context, applicationId.data)
  if (!found.ok) return found
  const { state } = found.value
  const owner = applicationOwner(state)
  return ok({
    caseKind: kind,
    honour: state.honour,
    title: state.unitName,
    place: `${state.countyName}${state.townshipName ?? ''}`,
    statusName: applicationStandingName(state),
    dueOn: state.closesOn ?? null,
    owner,
    ownerCode: owner === null ? '' : divisionsOfCounty(state.county)[owner.level],
    ofUnit: false,
  })
}
