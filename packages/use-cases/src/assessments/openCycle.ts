import type { openCycle as operation } from '@anjie/contracts/operations/cycles'
import { openCycle as decide } from '@anjie/domain/assessments/openCycle'
import { openSubmission } from '@anjie/domain/intake/openSubmission'
import { ok } from '@anjie/kernel'
import { createMissing } from '../createMissing.ts'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Change, Command } from '../ports.ts'

/**
 * Gives every subject its form, some at a time, and opens the cycle with the last write. Stopped half-way it can be called
 * again: forms that are there already are left as they are, and until the cycle is open nobody can fill any of them.
 */
export const openCycle: Command<InputOf<typeof operation>> = async (context, { params }) => {
  const { store, member, now } = context
  const found = await findRecord(context, 'cycle', params.cycleId)
  if (!found.ok) return found
  const { state, version } = found.value
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const decision = decide(state, member, now)
  if (!decision.ok) return decision

  const forms = state.subjects.map(
    (subject): Change => ({
      kind: 'submission',
      id: subject.submissionId,
      expectedVersion: 0,
      ...openSubmission(state, subject, now),
    }),
  )
  await createMissing(store, 'submission', forms)

  const { next, fact } = decision.value
  const reply = { id: params.cycleId, version: version + 1, status: next.status }
  const written = await store.commit(
    [{ kind: 'cycle', id: params.cycleId, expectedVersion: version, next, fact }],
    reply,
  )
  return written.ok ? ok(reply) : written
}
