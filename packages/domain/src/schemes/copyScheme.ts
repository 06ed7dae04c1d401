import type { SchemeRecord } from '@anjie/contracts/vocabulary/schemes/schemeRecord'
import type { Decision } from '../decision.ts'
import type { Assessor } from './assessor.ts'

/** 复制为新版本: a draft with another name and year, and the link to what it was made from, of whoever makes it. The original stays as it is. */
export function copyScheme(
  original: SchemeRecord,
  id: SchemeRecord['id'],
  assessor: Assessor,
  renamed: { readonly name: string; readonly year: number },
  now: string,
): Decision<SchemeRecord, 'SchemeDrafted'> {
  return {
    next: {
      id,
      ...assessor,
      status: 'draft',
      scheme: { ...original.scheme, ...renamed },
      copiedFrom: original.id,
      updatedAt: now,
    },
    fact: {
      type: 'SchemeDrafted',
      details: { name: renamed.name, year: String(renamed.year), copiedFrom: original.scheme.name },
    },
  }
}
