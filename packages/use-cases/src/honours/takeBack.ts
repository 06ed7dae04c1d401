import type {
  decideTakeBack as decideOperation,
  proposeTakeBack as proposeOperation,
} from '@anjie/contracts/operations/honours'
import { decideTakeBack as decide, proposeTakeBack as propose } from '@anjie/domain/honours/decisions/takeBack'
import { documentNumberId } from '@anjie/domain/honours/recordIds'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { continueNaming } from './continueNaming.ts'
import { openBatch } from './honourRecords.ts'

const INLINE_MILLISECONDS = 20_000

/** 提出撤回命名. */
export const proposeTakeBack: Command<InputOf<typeof proposeOperation>> = async (context, { params, body }) => {
  const found = await openBatch(context, params.batchId)
  if (!found.ok) return found
  const { state, version } = found.value
  const step = propose(state, context.member, body.reason, context.now)
  if (!step.ok) return step
  const outcome = { id: state.id, version: version + 1, status: step.value.next.status }
  const written = await context.store.commit(
    [{ kind: 'batch', id: state.id, expectedVersion: version, ...step.value }],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}

/** 撤回命名: the second decision and the use of its number are one commit; the titles follow, here or by the clock. */
export const decideTakeBack: Command<InputOf<typeof decideOperation>> = async (context, { params, body }) => {
  const { store, member, now } = context
  const found = await openBatch(context, params.batchId)
  if (!found.ok) return found
  const { state, version } = found.value
  const step = decide(state, member, body, now)
  if (!step.ok) return step
  const numberId = documentNumberId(state, body.documentNumber)
  if ((await store.get('document-number', numberId)) !== undefined)
    return err({
      code: 'duplicate-document-number',
      detail: `文号“${body.documentNumber}”已经用过`,
      pointer: '/documentNumber',
    })
  const outcome = { id: state.id, version: version + 1, status: step.value.next.status }
  const written = await store.commit(
    [
      { kind: 'batch', id: state.id, expectedVersion: version, ...step.value },
      {
        kind: 'document-number',
        id: numberId,
        expectedVersion: 0,
        next: { batchId: state.id },
        fact: { type: 'DocumentNumberUsed', details: { documentNumber: body.documentNumber, batch: state.name } },
      },
    ],
    outcome,
  )
  if (!written.ok) return written
  const begun = performance.now()
  try {
    const naming = { ...context, divisions: await context.divisions() }
    await continueNaming(naming, state.id, () => performance.now() - begun < INLINE_MILLISECONDS)
  } catch {
    // As with a naming: the decision stands, and the clock function carries it on.
  }
  return ok(outcome)
}
