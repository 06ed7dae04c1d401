import type { nameBatch as operation } from '@anjie/contracts/operations/honours'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { decideNaming } from '@anjie/domain/honours/decisions/decideNaming'
import { notInForce } from '@anjie/domain/honours/legalBasis'
import { documentNumberId } from '@anjie/domain/honours/recordIds'
import { unprintableNames } from '@anjie/domain/honours/unprintable'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command, CommandContext } from '../ports.ts'
import { continueNaming } from './continueNaming.ts'
import { openBatch } from './honourRecords.ts'

/**
 * How long one request goes on naming, well below the gateway's 30 seconds: six hundred units take a few of them. The clock function
 * names what a fault or a very long list leaves.
 */
const INLINE_MILLISECONDS = 20_000

/**
 * 作出命名决定: the decision and the use of its document number are one commit, and with it the command is done. The units are
 * then named group by group, as many as fit; whatever is left, or stopped by a fault, is carried on by the clock function.
 */
export const nameBatch: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, member, now } = context
  const found = await openBatch(context, params.batchId)
  if (!found.ok) return found
  const { state, version } = found.value
  const ended = await whyBasisEnded(context, state, body.namedOn)
  if (ended !== null) return err(ended)
  const decided = decideNaming(state, member, body, now)
  if (!decided.ok) return decided
  const unprintable = unprintableNames(state, body.documentNumber)
  if (unprintable !== null) return err(unprintable)

  const numberId = documentNumberId(state, body.documentNumber)
  if ((await store.get('document-number', numberId)) !== undefined) return err(duplicate(body.documentNumber))
  const outcome = { id: state.id, version: version + 1, status: decided.value.next.status }
  const written = await store.commit(
    [
      { kind: 'batch', id: state.id, expectedVersion: version, ...decided.value },
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
  if (!written.ok) {
    // Another list took the number between the look and the commit.
    const taken = await store.get('document-number', numberId)
    return taken !== undefined && taken.state.batchId !== state.id ? err(duplicate(body.documentNumber)) : written
  }

  const begun = performance.now()
  try {
    const naming = { ...context, divisions: await context.divisions() }
    await continueNaming(naming, state.id, () => performance.now() - begun < INLINE_MILLISECONDS)
  } catch {
    // The decision stands and is answered; the clock function repeats the work at its next round, and its failure is alarmed.
  }
  return ok(outcome)
}

/** 批准依据 of the list's round on the day of the decision; rounds from before bases were records have none to look at. */
async function whyBasisEnded(
  { store }: CommandContext,
  { roundId }: Batch,
  namedOn: PlainDate,
): Promise<Problem | null> {
  const basisId = (await store.get('round', roundId))?.state.legalBasis.basisId
  const basis = basisId === undefined ? undefined : await store.get('legal-basis', basisId)
  return basis === undefined ? null : notInForce(basis.state, namedOn)
}

const duplicate = (documentNumber: string): Problem => ({
  code: 'duplicate-document-number',
  detail: `文号“${documentNumber}”已用于另一份名单`,
  pointer: '/documentNumber',
})
