import type { extendCycle as operation } from '@anjie/contracts/operations/cycles'
import type { SubmissionId } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { isCycleVisibleTo } from '@anjie/domain/cycles/cycleTransitions'
import { extendCycle as decide } from '@anjie/domain/cycles/extendCycle'
import { extendSubmission } from '@anjie/domain/submissions/extendSubmission'
import { err, ok } from '@anjie/kernel'
import { checkVersion, findRecord, notFound } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Change, Command, RecordStore } from '../ports.ts'
import { formIds } from './formIds.ts'

/** Forms in one commit; a clerk who saves meanwhile makes only so many wait. */
const PART = 20
const MAX_TRIES = 5

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
  const ids = formIds(state)
  for (let start = 0; start < ids.length; start += PART)
    await extendForms(store, ids.slice(start, start + PART), body.dueOn)
  const reply = { id: state.id, version: version + 1, status: decision.value.next.status }
  const written = await store.commit(
    [{ kind: 'cycle', id: state.id, expectedVersion: version, ...decision.value }],
    reply,
  )
  return written.ok ? ok(reply) : written
}

async function extendForms(store: RecordStore, ids: readonly SubmissionId[], dueOn: PlainDate): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const forms = await store.getMany('submission', ids)
    const changes = [...forms].flatMap(([id, { state, version }]): Change[] =>
      state.dueOn === dueOn
        ? []
        : [{ kind: 'submission', id, expectedVersion: version, ...extendSubmission(state, dueOn) }],
    )
    if (changes.length === 0) return
    const written = await store.commit(changes)
    if (written.ok) return
    // Somebody saved one of them meanwhile: look again.
    if (written.error.code !== 'stale-version' || attempt === MAX_TRIES) throw new Error(written.error.detail)
  }
}
