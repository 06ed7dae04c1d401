import type { getCycleProgress as operation } from '@anjie/contracts/operations/cycles'
import type { CycleSubject } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { ProgressRow } from '@anjie/contracts/vocabulary/cycles/progressRow'
import { codeOf } from '@anjie/domain/access/index'
import { isCycleVisibleTo } from '@anjie/domain/cycles/cycleTransitions'
import { submissionStatusName } from '@anjie/domain/submissions/submissionTransitions'
import { beijingDay, err, ok } from '@anjie/kernel'
import { findRecord, notFound } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query, RecordStore } from '../ports.ts'
import { formIds } from './formIds.ts'
import { subjectsOf } from './subjectsOf.ts'

/** Where each subject in the caller's jurisdiction stands, so that it can be urged; how far it is, never what it filled in. */
export const getCycleProgress: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  { store, scope, member, now },
  { params },
) => {
  const found = await findRecord({ store }, 'cycle', params.cycleId)
  if (!found.ok) return found
  const { state: cycle } = found.value
  if (!isCycleVisibleTo(member, cycle)) return err(notFound('cycle'))
  const subjects = (await subjectsOf(store, cycle)).filter(({ code }) => code.startsWith(codeOf(scope)))
  const rows = (await store.progress(cycle.id, 'form')) ?? (await ownForms(store, subjects))
  const isPastDue = beijingDay(now) > cycle.dueOn
  return ok({
    rows: subjects.map(({ code, name, group, submissionId }) => {
      const status = rows.get(code)?.status
      const isDraft = status === 'draft'
      return {
        subject: code,
        name,
        group,
        status: status ?? null,
        statusName:
          submissionId === undefined
            ? '无需填报'
            : status === undefined
              ? '未生成'
              : submissionStatusName({ status, finalLevel: cycle.county === undefined ? 'city' : 'county' }),
        updatedAt: rows.get(code)?.updatedAt ?? null,
        overdue: isPastDue && isDraft && cycle.status !== 'final',
      }
    }),
  })
}

/** A county in the province's cycle reads neither the commission's rows nor the city's, and has a handful of forms. */
async function ownForms(
  store: RecordStore,
  subjects: readonly CycleSubject[],
): Promise<ReadonlyMap<string, ProgressRow>> {
  const forms = await store.getMany('submission', formIds(subjects))
  return new Map(
    subjects.flatMap(({ code, submissionId }) => {
      const form = submissionId === undefined ? undefined : forms.get(submissionId)
      if (form === undefined) return []
      const { status, updatedAt } = form.state
      return [[code, { version: form.version, status, updatedAt }] as const]
    }),
  )
}
