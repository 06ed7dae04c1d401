import type { getCommissionValues as operation } from '@anjie/contracts/operations/submissions'
import { allowedCycleActions } from '@anjie/domain/cycles/cycleTransitions'
import { assessorLevel, isOwnAssessor } from '@anjie/domain/schemes/assessor'
import { formOf } from '@anjie/domain/submissions/form'
import { err, ok } from '@anjie/kernel'
import { subjectsOf } from '../cycles/subjectsOf.ts'
import { findRecord, notFound } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { commissionValuesId } from './commissionValuesId.ts'
import { formShown } from './formShown.ts'

/** The commission's figures of every subject, version 0 where none were entered yet, and the form that they stand in. */
export const getCommissionValues: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const cycle = await findRecord(context, 'cycle', params.cycleId)
  if (!cycle.ok) return cycle
  if (!isOwnAssessor(cycle.value.state, context.member)) return err(notFound('cycle'))
  const { state } = cycle.value
  const [subjects, record] = await Promise.all([
    subjectsOf(context.store, state),
    findRecord(context, 'scheme', state.schemeId),
  ])
  if (!record.ok) return record
  const { scheme } = record.value.state
  const groups = new Map<string, string>(scheme.groups.map(({ code, name }) => [code, name]))
  const entered = await context.store.getMany(
    'commission-values',
    subjects.map((subject) => commissionValuesId(params.cycleId, subject.code)),
  )
  const enter = allowedCycleActions(state, context.member).find(({ action }) => action === 'enter')
  return ok({
    cycle: { name: state.name, subjectKind: state.subjectKind, assessor: assessorLevel(state) },
    ...(enter === undefined ? {} : { enter }),
    ...formShown(formOf(scheme, state, 'commission')),
    rows: subjects.map(({ code, name, group }) => {
      const values = entered.get(commissionValuesId(params.cycleId, code))
      return {
        subject: code,
        name,
        group: groups.get(group) ?? group,
        version: values?.version ?? 0,
        values: values?.state.values ?? [],
      }
    }),
  })
}
