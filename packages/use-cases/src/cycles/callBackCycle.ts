import type { callBackCycle as operation } from '@anjie/contracts/operations/cycles'
import { callBackCycle as decide } from '@anjie/domain/cycles/callBackCycle'
import { isCycleVisibleTo } from '@anjie/domain/cycles/cycleTransitions'
import { callBackSubmission } from '@anjie/domain/submissions/callBackSubmission'
import { err, ok } from '@anjie/kernel'
import { changeMany } from '../changeMany.ts'
import { checkVersion, findRecord, notFound } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { arrangePapers } from '../procedure/arrangePapers.ts'
import { procedureOf } from '../procedure/procedurePapers.ts'
import { formIds } from './formIds.ts'
import { giveBackForms } from './giveBackForms.ts'
import { subjectsOf } from './subjectsOf.ts'

/** Closes the forms, some at a time, and makes the cycle a plan again with the last write. Stopped half-way it can be called again. */
export const callBackCycle: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, member, now } = context
  const found = await findRecord(context, 'cycle', params.cycleId)
  if (!found.ok) return found
  const { state, version } = found.value
  if (!isCycleVisibleTo(member, state)) return err(notFound('cycle'))
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const decision = decide(state, body.reason, member, now)
  if (!decision.ok) return decision
  await changeMany(store, 'submission', formIds(await subjectsOf(store, state)), (form) =>
    form.status === 'called-back' ? null : callBackSubmission(form, body.reason, now),
  )
  if (state.steps !== undefined) {
    const { state: procedure } = await procedureOf(store, state)
    await arrangePapers(context, { cycle: state, procedure, subjects: await subjectsOf(store, state) }, undefined)
  }
  const reply = { id: state.id, version: version + 1, status: decision.value.next.status }
  const written = await store.commit(
    [{ kind: 'cycle', id: state.id, expectedVersion: version, ...decision.value }],
    reply,
  )
  if (written.ok) return ok(reply)
  // Scored or extended meanwhile: the cycle goes on, and its forms with it.
  const current = (await store.get('cycle', state.id))?.state
  if (current?.status === 'open') await giveBackForms(store, current, now)
  return written
}
