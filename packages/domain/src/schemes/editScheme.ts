import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { SchemeRecord } from '@anjie/contracts/vocabulary/schemes/schemeRecord'
import { ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { permitSchemeAction } from './schemeTransitions.ts'

/** 修改草稿. A published scheme is never edited: cycles and published scores rest on it. */
export function editScheme(
  state: SchemeRecord,
  scheme: Scheme,
  member: Membership,
  now: string,
): Result<Decision<SchemeRecord, 'SchemeEdited'>, Problem> {
  const permitted = permitSchemeAction(state, 'edit', member, [])
  if (!permitted.ok) return permitted
  return ok({
    next: { ...state, scheme, updatedAt: now },
    fact: {
      type: 'SchemeEdited',
      details: {
        ...(state.scheme.name === scheme.name ? {} : { name: `${state.scheme.name} → ${scheme.name}` }),
        items: `${state.scheme.items.length} → ${scheme.items.length}`,
      },
    },
  })
}
