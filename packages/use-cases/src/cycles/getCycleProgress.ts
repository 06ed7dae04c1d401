import type { getCycleProgress as operation } from '@anjie/contracts/operations/cycles'
import type { CycleSubject } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { ProgressRow } from '@anjie/contracts/vocabulary/cycles/progressRow'
import { codeOf } from '@anjie/domain/access/index'
import { isCycleVisibleTo } from '@anjie/domain/cycles/cycleTransitions'
import { formOf } from '@anjie/domain/submissions/form'
import { formContent } from '@anjie/domain/submissions/formContent'
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
  const [rows, scheme] = await Promise.all([
    store.progress(cycle.id, 'form').then((known) => known ?? ownForms(store, subjects)),
    store.rules(cycle.schemeId),
  ])
  return ok({
    cells: scheme === undefined ? 0 : formOf(scheme, cycle, 'subject').cells.filter(({ required }) => required).length,
    rows: subjects.map(({ code, name, group, submissionId }) => {
      const row = rows.get(code)
      const status = row?.status
      const isDraft = status === 'draft'
      // Rows from before do not say their day: it is the cycle's.
      const dueOn = row?.dueOn ?? cycle.dueOn
      const submittedAt = row?.submittedAt ?? null
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
        updatedAt: row?.updatedAt ?? null,
        overdue: beijingDay(now) > dueOn && isDraft && cycle.status !== 'final',
        dueOn: status === undefined ? null : dueOn,
        exceptionReason: row?.exceptionReason ?? null,
        submittedAt,
        late: submittedAt !== null && beijingDay(submittedAt) > dueOn,
        content: row?.content ?? null,
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
      const { status, updatedAt, dueOn, submittedAt, exception, values } = form.state
      const row: ProgressRow = {
        version: form.version,
        status,
        updatedAt,
        dueOn,
        content: formContent(values),
        ...(submittedAt === undefined ? {} : { submittedAt }),
        ...(exception === undefined ? {} : { exceptionReason: exception.reason }),
      }
      return [[code, row] as const]
    }),
  )
}
