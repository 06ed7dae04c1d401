import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { SchemeRecord } from '@anjie/contracts/vocabulary/schemes/schemeRecord'
import { ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { permitSchemeAction } from './schemeTransitions.ts'

/** 废止: no new cycle is made from it. Cycles that rest on it go on to their end, and it stays readable for ever. */
export function closeScheme(
  state: SchemeRecord,
  reason: string,
  member: Membership,
  now: string,
): Result<Decision<SchemeRecord, 'SchemeClosed'>, Problem> {
  const permitted = permitSchemeAction(state, 'close', member, [])
  if (!permitted.ok) return permitted
  return ok({
    next: { ...state, status: permitted.value.to[0], updatedAt: now },
    fact: { type: 'SchemeClosed', details: { reason } },
  })
}
