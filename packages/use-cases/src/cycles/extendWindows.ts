import type { extendWindows as operation } from '@anjie/contracts/operations/cycles'
import { isCycleVisibleTo } from '@anjie/domain/cycles/cycleTransitions'
import { extendWindows as decide } from '@anjie/domain/cycles/extendWindows'
import { extendWindow } from '@anjie/domain/submissions/extendSubmission'
import { err, ok } from '@anjie/kernel'
import { changeMany } from '../changeMany.ts'
import { checkVersion, findRecord, notFound } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { formIds } from './formIds.ts'
import { subjectsOf } from './subjectsOf.ts'

/** Gives the named units' forms their own day and says so in the cycle with the last write. Stopped half-way it can be called again. */
export const extendWindows: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, member, now } = context
  const found = await findRecord(context, 'cycle', params.cycleId)
  if (!found.ok) return found
  const { state, version } = found.value
  if (!isCycleVisibleTo(member, state)) return err(notFound('cycle'))
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const wanted = new Set<string>(body.subjects)
  const subjects = (await subjectsOf(store, state)).filter(({ code }) => wanted.has(code))
  const decision = decide(state, body, subjects, member, now)
  if (!decision.ok) return decision
  await changeMany(store, 'submission', formIds(subjects), (form) =>
    extendWindow(form, body.dueOn, body.reason, member.jurisdictionName, now),
  )
  const reply = { id: state.id, version: version + 1, status: decision.value.next.status }
  const written = await store.commit(
    [{ kind: 'cycle', id: state.id, expectedVersion: version, ...decision.value }],
    reply,
  )
  return written.ok ? ok(reply) : written
}
