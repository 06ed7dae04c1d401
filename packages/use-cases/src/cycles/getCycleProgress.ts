import type { getCycleProgress as operation } from '@anjie/contracts/operations/cycles'
import { codeOf } from '@anjie/domain/access/index'
import { isCycleVisibleTo } from '@anjie/domain/cycles/cycleTransitions'
import { submissionStatusName } from '@anjie/domain/submissions/submissionTransitions'
import { beijingDay, err, ok } from '@anjie/kernel'
import { findRecord, notFound } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { formIds } from './formIds.ts'

/** Where each subject in the caller's jurisdiction stands, so that it can be urged; how far it is, never what it filled in. */
export const getCycleProgress: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  { store, scope, member, now },
  { params },
) => {
  const found = await findRecord({ store }, 'cycle', params.cycleId)
  if (!found.ok) return found
  const { state: cycle } = found.value
  if (!isCycleVisibleTo(member, cycle)) return err(notFound('cycle'))
  const subjects = cycle.subjects.filter(({ code }) => code.startsWith(codeOf(scope)))
  const submissions = await store.getMany('submission', formIds({ subjects }))
  const isPastDue = beijingDay(now) > cycle.dueOn
  return ok({
    rows: subjects.map(({ code, name, group, submissionId }) => {
      const submission = submissionId === undefined ? undefined : submissions.get(submissionId)?.state
      const isDraft = submission?.status === 'draft'
      return {
        subject: code,
        name,
        group,
        status: submission?.status ?? null,
        statusName:
          submissionId === undefined
            ? '无需填报'
            : submission === undefined
              ? '未生成'
              : submissionStatusName(submission),
        updatedAt: submission?.updatedAt ?? null,
        overdue: isPastDue && isDraft && cycle.status !== 'final',
      }
    }),
  })
}
