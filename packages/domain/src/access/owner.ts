import { LEVELS, type Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import { ACCESS } from './accessTable.ts'

/** The county, city or province that a record belongs to: whose partition it lives in. */
export interface Owner {
  readonly level: Level
  readonly code: string
  /** The unit of the county whose own it is, where its id says so. */
  readonly unit?: string
  /** 命名级 of a title, where its id says so: who confers there writes it. */
  readonly namedAt?: 'county' | 'city'
  /** 岗位考评: its id says that it stays in the county, and nobody above reaches it. */
  readonly isWithin?: true
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

const UNIT_ITSELF = /^[0-9A-HJKMNP-TV-Z]{26}$/
const UNIT_FIRST = /^[0-9A-HJKMNP-TV-Z]{26}(?=-)/
/** Kinds of which a unit reaches its own records only: how their ids say whose they are. */
const UNIT_IN: { readonly [K in RecordKind]?: RegExp } = {
  unit: UNIT_ITSELF,
  submission: UNIT_FIRST,
  application: UNIT_FIRST,
  'application-slot': UNIT_FIRST,
  appeal: UNIT_FIRST,
  'register-leaf': UNIT_FIRST,
  mailbox: UNIT_FIRST,
  bars: UNIT_ITSELF,
  incidents: UNIT_ITSELF,
  recheck: UNIT_FIRST,
  measure: UNIT_FIRST,
  rectification: UNIT_FIRST,
  'duty-post': UNIT_FIRST,
  'duty-entries': UNIT_FIRST,
  'duty-event': UNIT_FIRST,
  'procedure-paper': UNIT_FIRST,
  'import-batch': UNIT_FIRST,
  'import-reading': UNIT_FIRST,
}

/** Kinds that are conferred at several levels; the id of what a county or city confers begins with the level. */
export const CONFERRED_KINDS: readonly RecordKind[] = ['title', 'unit-title']
const NAMED_AT = /^(county|city)-/

/** Kinds in which a county assesses posts: schemes, cycles, runs and the commission's figures by `post-` in front, forms and appeals by it after unit and post. */
export const ASSESSMENT_OF_POSTS: readonly RecordKind[] = [
  'scheme',
  'cycle',
  'commission-values',
  'run',
  'submission',
  'appeal',
]
const OF_A_POST = /^\d{4}[0-9A-Z]\d\.(?:[0-9A-HJKMNP-TV-Z]{26}-[0-9A-HJKMNP-TV-Z]{26}-)?post-/

/** 岗位考评: says the id of such a record that it stays in its county? */
export const staysInCounty = (id: string): boolean => OF_A_POST.test(id)

/** Records of this kind are a unit's own, or out of its reach. */
export const isKeptToUnits = (kind: RecordKind): boolean => UNIT_IN[kind] !== undefined

/** One record a unit: its id is the unit's. */
export const isOneToAUnit = (kind: RecordKind): boolean => UNIT_IN[kind] === UNIT_ITSELF

/** Who owns the record with this id; undefined when no record of the kind can have such an id. */
export function ownerOf(kind: RecordKind, id: string): Owner | undefined {
  const dot = id.indexOf('.')
  if (dot < 0) return undefined
  const code = id.slice(0, dot)
  const level = ownerLevelsOf(kind).find((each) => CODE_FORMATS[each].test(code))
  const local = id.slice(dot + 1)
  if (level === undefined || !LOCAL_PART.test(local)) return undefined
  const unit = UNIT_IN[kind]?.exec(local)?.[0]
  const isWithin = ASSESSMENT_OF_POSTS.includes(kind) && staysInCounty(id)
  const namedAt = CONFERRED_KINDS.includes(kind) ? NAMED_AT.exec(local)?.[1] : undefined
  return {
    level,
    code,
    ...(unit === undefined ? {} : { unit: `${code}.${unit}` }),
    ...(isWithin ? { isWithin } : {}),
    ...(namedAt === 'county' || namedAt === 'city' ? { namedAt } : {}),
  }
}
