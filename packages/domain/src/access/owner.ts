import { LEVELS, type Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import { ACCESS } from './accessTable.ts'

/** The county, city or province that a record belongs to: whose partition it lives in. */
export interface Owner {
  readonly level: Level
  readonly code: string
}

/** The levels at which records of this kind have an owner. */
export const ownerLevelsOf = (kind: RecordKind): readonly Level[] =>
  LEVELS.filter((level) => ACCESS[kind][level] !== undefined)

const CODE_FORMATS = {
  county: /^\d{4}[0-9A-Z]\d$/,
  city: /^\d{4}$/,
  province: /^\d{2}$/,
} as const satisfies Record<Level, RegExp>

/** No delimiter of a key, nothing invisible, and short enough that no key reaches its byte limit. */
const LOCAL_PART = /^[^#\p{C}\p{Z}]{1,120}$/u

/** Who owns the record with this id; undefined when no record of the kind can have such an id. */
export function ownerOf(kind: RecordKind, id: string): Owner | undefined {
  const dot = id.indexOf('.')
  if (dot < 0) return undefined
  const code = id.slice(0, dot)
  const level = ownerLevelsOf(kind).find((each) => CODE_FORMATS[each].test(code))
  return level !== undefined && LOCAL_PART.test(id.slice(dot + 1)) ? { level, code } : undefined
}
