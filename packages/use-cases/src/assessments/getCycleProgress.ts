import type { getCycleProgress as operation } from '@anjie/contracts/operations/cycles'
import { isCycleVisibleTo } from '@anjie/domain/assessments/cycleTransitions'
import { SUBMISSION_STATUS_NAMES } from '@anjie/domain/intake/submissionTransitions'
import { beijingDay, err, ok } from '@anjie/kernel'
import { findRecord, notFound } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** Where each county of the caller's jurisdiction stands, so that it can be urged; how far it is, never what it filled in. */
export const getCycleProgress: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  { store, scope, now },
  { params },
) => {
  const found = await findRecord({ store }, 'cycle', params.cycleId)
  if (!found.ok) return found
  const { state: cycle } = found.value
  if (!isCycleVisibleTo(scope.level, cycle.status)) return err(notFound('cycle'))
  const subjects = cycle.subjects.filter(({ code }) => scope.level !== 'city' || code.startsWith(scope.city))
  const submissions = await store.getMany(
    'submission',
    subjects.map((subject) => subject.submissionId),
  )
  const isPastDue = beijingDay(now) > cycle.dueOn
  return ok({
    rows: subjects.map(({ code, name, group, submissionId }) => {
      const submission = submissions.get(submissionId)?.state
      const isDraft = submission?.status === 'draft'
      return {
        subject: code,
        name,
        group,
        status: submission?.status ?? null,
        statusName: submission === undefined ? '未生成' : SUBMISSION_STATUS_NAMES[submission.status],
        updatedAt: submission?.updatedAt ?? null,
        overdue: isPastDue && isDraft && cycle.status !== 'final',
      }
    }),
  })
}
