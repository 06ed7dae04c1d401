import type { FactTypeOf } from '@anjie/contracts/facts/facts'
import type { ImportBatch } from '@anjie/contracts/vocabulary/intake/importBatch'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Decision } from '@anjie/domain/decision'
import { ok, type Result } from '@anjie/kernel'
import type { CommandContext, CommandOutcome } from '../ports.ts'

/** Writes one step of a batch with its fact and the reply. */
export async function commitImport(
  { store }: Pick<CommandContext, 'store'>,
  version: number,
  { next, fact }: Decision<ImportBatch, FactTypeOf<'import-batch'>>,
): Promise<Result<CommandOutcome, Problem>> {
  const reply = { id: next.id, version: version + 1, status: next.status }
  const written = await store.commit(
    [{ kind: 'import-batch', id: next.id, expectedVersion: version, next, fact }],
    reply,
  )
  return written.ok ? ok(reply) : written
}
