import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { SchemeRecord } from '@anjie/contracts/vocabulary/schemes/schemeRecord'
import type { Decision } from '../decision.ts'
import type { Assessor } from './assessor.ts'

/** 起草方案: may still have any fault; the integrity check speaks before publishing. */
export function draftScheme(
  id: SchemeRecord['id'],
  assessor: Assessor,
  scheme: Scheme,
  now: string,
): Decision<SchemeRecord, 'SchemeDrafted'> {
  return {
    next: { id, ...assessor, status: 'draft', scheme, updatedAt: now },
    fact: { type: 'SchemeDrafted', details: { name: scheme.name, year: String(scheme.year) } },
  }
}
