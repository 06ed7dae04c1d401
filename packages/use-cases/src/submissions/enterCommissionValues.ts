import type { enterCommissionValues as operation } from '@anjie/contracts/operations/submissions'
import { assessorCode, isOwnAssessor } from '@anjie/domain/schemes/assessor'
import { enterCommissionValues as decide } from '@anjie/domain/submissions/enterCommissionValues'
import { formOf } from '@anjie/domain/submissions/form'
import { err, ok } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { commissionValuesId } from './commissionValuesId.ts'

/** `If-Match` is 0 for a subject whose figures were not entered yet. */
export const enterCommissionValues: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const cycle = await findRecord(context, 'cycle', params.cycleId)
  if (!cycle.ok) return cycle
  if (!isOwnAssessor(cycle.value.state, context.member))
    return err({ code: 'not-permitted', detail: '考评方数据由组织考评的一级录入' })
  const scheme = await findRecord(context, 'scheme', cycle.value.state.schemeId)
  if (!scheme.ok) return scheme
  const id = commissionValuesId(params.cycleId, params.subject)
  const before = await context.store.get('commission-values', id)
  const version = before?.version ?? 0
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const form = formOf(scheme.value.state.scheme, cycle.value.state, 'commission')
  const decision = decide(
    cycle.value.state,
    params.subject,
    before?.state,
    body.values,
    form,
    context.member,
    context.now,
  )
  if (!decision.ok) return decision
  const { next, fact } = decision.value
  const reply = { id, version: version + 1, status: 'entered' }
  const written = await context.store.commit(
    [{ kind: 'commission-values', id, expectedVersion: version, next, fact }],
    reply,
    { cycleId: params.cycleId, raise: assessorCode(cycle.value.state) },
  )
  return written.ok ? ok(reply) : written
}
