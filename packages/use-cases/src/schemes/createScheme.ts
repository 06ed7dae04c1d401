import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { SchemeRecord } from '@anjie/contracts/vocabulary/schemes/schemeRecord'
import type { Decision } from '@anjie/domain/decision'
import { ok, type Result } from '@anjie/kernel'
import type { CommandContext, CommandOutcome } from '../ports.ts'

/** Writes a new draft, whether from nothing or as a copy. */
export async function createScheme(
  context: CommandContext,
  { next, fact }: Decision<SchemeRecord, 'SchemeDrafted'>,
): Promise<Result<CommandOutcome, Problem>> {
  const reply = { id: next.id, version: 1, status: next.status }
  const written = await context.store.commit([{ kind: 'scheme', id: next.id, expectedVersion: 0, next, fact }], reply)
  return written.ok ? ok(reply) : written
}
