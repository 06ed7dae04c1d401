import type { DutyLists } from '@anjie/contracts/vocabulary/posts/dutyLists'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { isOwnAssessor } from '@anjie/domain/schemes/assessor'
import { err, type Result } from '@anjie/kernel'
import { findRecord, notFound } from '../../findRecord.ts'
import type { QueryContext, Versioned } from '../../ports.ts'

/** A version that the caller may see: a draft is its author's own until it is published. */
export async function visibleLists(
  context: Pick<QueryContext, 'store' | 'member'>,
  id: string,
): Promise<Result<Versioned<DutyLists>, Problem>> {
  const found = await findRecord(context, 'duty-lists', id)
  if (!found.ok) return found
  const { state } = found.value
  return state.status === 'draft' && !isOwnAssessor(state, context.member) ? err(notFound('duty-lists')) : found
}
