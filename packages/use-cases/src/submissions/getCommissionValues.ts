import type { getCommissionValues as operation } from '@anjie/contracts/operations/submissions'
import { isOwnAssessor } from '@anjie/domain/schemes/assessor'
import { err, ok } from '@anjie/kernel'
import { subjectsOf } from '../cycles/subjectsOf.ts'
import { findRecord, notFound } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { commissionValuesId } from './commissionValuesId.ts'

/** The commission's figures of every subject; version 0 where none were entered yet. */
export const getCommissionValues: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const cycle = await findRecord(context, 'cycle', params.cycleId)
  if (!cycle.ok) return cycle
  if (!isOwnAssessor(cycle.value.state, context.member)) return err(notFound('cycle'))
  const subjects = await subjectsOf(context.store, cycle.value.state)
  const entered = await context.store.getMany(
    'commission-values',
    subjects.map((subject) => commissionValuesId(params.cycleId, subject.code)),
  )
  return ok({
    rows: subjects.map(({ code }) => {
      const record = entered.get(commissionValuesId(params.cycleId, code))
      return { subject: code, version: record?.version ?? 0, values: record?.state.values ?? [] }
    }),
  })
}
