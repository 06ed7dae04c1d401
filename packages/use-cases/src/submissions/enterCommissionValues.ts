import type { enterCommissionValues as operation } from '@anjie/contracts/operations/submissions'
import { assessorCode, isOwnAssessor } from '@anjie/domain/schemes/assessor'
import { enterCommissionValues as decide } from '@anjie/domain/submissions/enterCommissionValues'
import { formOf } from '@anjie/domain/submissions/form'
import { err, ok } from '@anjie/kernel'
import { subjectsOf } from '../cycles/subjectsOf.ts'
import { checkVersion, findRecord, notFound } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { commissionValuesId } from './commissionValuesId.ts'

/** `If-Match` is 0 for a subject whose figures were not entered yet. */
export const enterCommissionValues: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const cycle = await findRecord(context, 'cycle', params.cycleId)
  if (!cycle.ok) return cycle
  if (!isOwnAssessor(cycle.value.state, context.member))
    return err({ code: 'not-permitted', detail: '考评方数据由组织考评的一级录入' })
  const { store } = context
  const id = commissionValuesId(params.cycleId, params.subject)
  const [scheme, subjects, before] = await Promise.all([
    store.rules(cycle.value.state.schemeId),
    subjectsOf(store, cycle.value.state),
    store.get('commission-values', id),
  ])
  if (scheme === undefined) return err(notFound('scheme'))
  const subject = subjects.find(({ code }) => code === params.subject)
  if (subject === undefined) return err({ code: 'not-found', detail: `“${params.subject}”不在本周期的被考评单位中` })
  const version = before?.version ?? 0
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const form = formOf(scheme, cycle.value.state, 'commission')
  const decision = decide(cycle.value.state, subject, before?.state, body.values, form, context.member, context.now)
  if (!decision.ok) return decision
  const { next, fact } = decision.value
  const reply = { id, version: version + 1, status: 'entered' }
  const written = await store.commit([{ kind: 'commission-values', id, expectedVersion: version, next, fact }], reply, {
    cycleId: params.cycleId,
    raise: assessorCode(cycle.value.state),
  })
  return written.ok ? ok(reply) : written
}
