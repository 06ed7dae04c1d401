import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Finding } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { SchemeRecord } from '@anjie/contracts/vocabulary/schemes/schemeRecord'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { permitSchemeAction, SCHEME_STATUS_NAMES } from './schemeTransitions.ts'

/** 发布: on trial or for good. An error of the integrity check bars it; warnings and hints are on the record and do not. */
export function publishScheme(
  state: SchemeRecord,
  as: 'trial' | 'in-force',
  findings: readonly Finding[],
  member: Membership,
  now: string,
): Result<Decision<SchemeRecord, 'SchemePublished'>, Problem> {
  const permitted = permitSchemeAction(state, 'publish', member, findings)
  if (!permitted.ok) return permitted
  if (!permitted.value.to.includes(as))
    return err({ code: 'transition-not-allowed', detail: `方案已${SCHEME_STATUS_NAMES[state.status]}`, pointer: '/as' })
  const warnings = findings.filter((finding) => finding.severity === 'warning').length
  return ok({
    next: { ...state, status: as, publishedAt: now, updatedAt: now },
    fact: {
      type: 'SchemePublished',
      details: { as: SCHEME_STATUS_NAMES[as], ...(warnings === 0 ? {} : { warnings: `${warnings}条` }) },
    },
  })
}
