import type { extendCycle as operation } from '@anjie/contracts/operations/cycles'
import { isCycleVisibleTo } from '@anjie/domain/cycles/cycleTransitions'
import { extendCycle as decide } from '@anjie/domain/cycles/extendCycle'
import { extendSubmission } from '@anjie/domain/submissions/extendSubmission'
import { err, ok } from '@anjie/kernel'
import { changeMany } from '../changeMany.ts'
import { checkVersion, findRecord, notFound } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { formIds } from './formIds.ts'
import { subjectsOf } from './subjectsOf.ts'

/** Gives the forms the new day, some at a time, and the cycle with the last write. Stopped half-way it can be called again. */
export const extendCycle: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, member, now } = context
  const found = await findRecord(context, 'cycle', params.cycleId)
  if (!found.ok) return found
  const { state, version } = found.value
  if (!isCycleVisibleTo(member, state)) return err(notFound('cycle'))
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const decision = decide(state, body.dueOn, body.reason, member, now)
  if (!decision.ok) return decision
  await changeMany(store, 'submission', formIds(await subjectsOf(store, state)), (form) =>
    extendSubmission(form, body.dueOn),
  )
  const reply = { id: state.id, version: version + 1, status: decision.value.next.status }
  const written = await store.commit(
    [{ kind: 'cycle', id: state.id, expectedVersion: version, ...decision.value }],
    reply,
  )
  return written.ok ? ok(reply) : written
}
