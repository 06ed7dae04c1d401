import type { OwnerLevel, RECORD_KINDS, RecordKind } from '@anjie/contracts/vocabulary/records'

/** The commission that assesses: the province's, or a county's own. */
const ASSESSORS = ['province', 'county'] as const

/** In whose partitions the records of a kind live. The compiler holds this to the table of record kinds. */
export const OWNER_LEVELS = {
  divisions: ['province'],
  calendar: ['province'],
  unit: ['county'],
  submission: ['county'],
  application: ['county'],
  'application-slot': ['county'],
  appeal: ['county'],
  title: ['county'],
  'unit-title': ['county'],
  quota: ['city'],
  scheme: ASSESSORS,
  cycle: ASSESSORS,
  'commission-values': ASSESSORS,
  run: ASSESSORS,
  round: ['province'],
  batch: ['province'],
  'serial-counter': ['province'],
  'document-number': ['province'],
} as const satisfies { [K in RecordKind]: (typeof RECORD_KINDS)[K]['owners'] }

/** The county, city or province that a record belongs to. */
export interface Owner {
  readonly level: OwnerLevel
  readonly code: string
}

const CODE_FORMATS = {
  county: /^\d{4}[0-9A-Z]\d$/,
  city: /^\d{4}$/,
  province: /^\d{2}$/,
} as const satisfies Record<OwnerLevel, RegExp>

/** No delimiter of a key, nothing invisible, and short enough that no key reaches its byte limit. */
const LOCAL_PART = /^[^#\p{C}\p{Z}]{1,120}$/u

/** Who owns the record with this id; undefined when no record of the kind can have such an id. */
export function ownerOf(kind: RecordKind, id: string): Owner | undefined {
  const dot = id.indexOf('.')
  if (dot < 0) return undefined
  const code = id.slice(0, dot)
  const levels: readonly OwnerLevel[] = OWNER_LEVELS[kind]
  const level = levels.find((each) => CODE_FORMATS[each].test(code))
  return level !== undefined && LOCAL_PART.test(id.slice(dot + 1)) ? { level, code } : undefined
}
