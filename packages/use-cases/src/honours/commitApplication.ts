import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Decided } from '@anjie/domain/honours/applicationDecision'
import { ok, type Result } from '@anjie/kernel'
import type { Change, CommandContext, CommandOutcome } from '../ports.ts'
import type { RelatedRecord } from './honourRecords.ts'

/** The records around an application as they were read. */
export interface RelatedRecords {
  readonly quota?: RelatedRecord
  readonly slot?: RelatedRecord
  readonly batch?: RelatedRecord
}

/** Writes a decision on an application with everything that it entails, in one commit, and answers with the new version. */
export async function commitApplication(
  { store }: CommandContext,
  application: RelatedRecord,
  decided: Decided,
  related: RelatedRecords = {},
  replyId: string = application.id,
): Promise<Result<CommandOutcome, Problem>> {
  if (!decided.ok) return decided
  const { application: step, quota, slot, batch } = decided.value
  const changes: Change[] = [{ kind: 'application', ...expectedAt(application), ...step }]
  if (quota !== undefined) changes.push({ kind: 'quota', ...expectedAt(related.quota), ...quota })
  if (slot !== undefined) changes.push({ kind: 'application-slot', ...expectedAt(related.slot), ...slot })
  if (batch !== undefined) changes.push({ kind: 'batch', ...expectedAt(related.batch), ...batch })
  const outcome = { id: replyId, version: application.version + 1, status: step.next.status }
  const written = await store.commit(changes, outcome)
  return written.ok ? ok(outcome) : written
}

function expectedAt(related: RelatedRecord | undefined): { readonly id: string; readonly expectedVersion: number } {
  if (related === undefined) throw new Error('a decision changes a record that was not read')
  return { id: related.id, expectedVersion: related.version }
}
