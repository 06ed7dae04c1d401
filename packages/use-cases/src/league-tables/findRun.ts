import type { ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { isRunVisibleTo } from '@anjie/domain/league-tables/runTransitions'
import { err, type Result } from '@anjie/kernel'
import { findRecord, notFound } from '../findRecord.ts'
import type { QueryContext, Versioned } from '../ports.ts'

/** A run that the caller may see now. */
export async function findRun(
  context: Pick<QueryContext, 'store' | 'member'>,
  runId: string,
): Promise<Result<Versioned<ScoreRunRecord>, Problem>> {
  const found = await findRecord(context, 'run', runId)
  return found.ok && !isRunVisibleTo(context.member, found.value.state) ? err(notFound('run')) : found
}
