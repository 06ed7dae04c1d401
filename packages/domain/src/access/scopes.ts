import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { HonourCode } from '@anjie/contracts/vocabulary/honours/honourCodes'

/** Session tags, by which a role's policy tells sessions apart, and the form of each value (`?` is one character): a code, never a pattern. */
/** `unit` is a unit's id: its county's code, a dot and a ULID. */
export const SESSION_TAGS = {
  unit: `??????.${'?'.repeat(26)}`,
  county: '??????',
  city: '????',
  province: '??',
} as const
export type SessionTag = keyof typeof SESSION_TAGS

/** The tag of a session of somebody with an invitation: the code of the jurisdiction that invites, whichever its level. */
export const JOINING_TAG = 'owner'

/** The tag of the importer's session, besides the owner's: the one batch whose file it reads. */
export const BATCH_TAG = 'batch'

/** A kind of scope of a signed-in post. */
interface ScopeRow {
  /** The level of the jurisdiction that it stands in. */
  readonly standsIn: Level
  /** What a session of it is tagged with: the codes of that jurisdiction and of those above it. */
  readonly tags: readonly SessionTag[]
}

/** One role each. A further scope is a row here and its rights in the rows of `ACCESS`. */
export const SCOPES = {
  // 所在单位: a post below the county acts for one unit at a time.
  unit: { standsIn: 'county', tags: ['unit', 'county', 'city', 'province'] },
  county: { standsIn: 'county', tags: ['county', 'city', 'province'] },
  city: { standsIn: 'city', tags: ['city', 'province'] },
  province: { standsIn: 'province', tags: ['province'] },
} as const satisfies Record<string, ScopeRow>
export type ScopeLevel = keyof typeof SCOPES

/** The jurisdiction from which records are reached. `platform` is the operator's own: it never serves a signed-in person. */
export type Standpoint =
  | {
      readonly level: 'county'
      readonly county: string
      readonly city: string
      readonly province: string
      readonly honours?: readonly HonourCode[]
      readonly person?: string
      readonly ownUnits?: readonly string[]
    }
  | {
      readonly level: 'unit'
      readonly unit: string
      readonly county: string
      readonly city: string
      readonly province: string
    }
  | {
      readonly level: 'city'
      readonly city: string
      readonly province: string
      readonly honours?: readonly HonourCode[]
      readonly person?: string
      readonly ownUnits?: readonly string[]
    }
  | {
      readonly level: 'province'
      readonly province: string
      readonly honours?: readonly HonourCode[]
      readonly person?: string
      readonly ownUnits?: readonly string[]
    }
  | { readonly level: 'platform'; readonly province: string }
  /** Somebody with an invitation to one jurisdiction, before they hold a post there. */
  | { readonly level: 'joining'; readonly code: string; readonly province: string }

/** The level of the jurisdiction in which a scope stands: a unit's is its county's. */
export const levelOf = ({ level }: { readonly level: ScopeLevel }): Level => SCOPES[level].standsIn

/** The division code of the jurisdiction itself, or the unit's id; the platform works for one province at a time. */
export function codeOf(from: Standpoint): string {
  if (from.level === 'unit') return from.unit
  if (from.level === 'county') return from.county
  if (from.level === 'city') return from.city
  if (from.level === 'joining') return from.code
  return from.province
}

/** 分管荣誉 of a standpoint; undefined where it is bound to none and sees all. */
export const honoursOf = (from: Standpoint): readonly HonourCode[] | undefined =>
  'honours' in from ? from.honours : undefined

/** 回避: units at which whoever stands here holds another post; applications of theirs are neither seen nor counted from here. */
export const ownUnitsOf = (from: Standpoint): readonly string[] =>
  'ownUnits' in from && from.ownUnits !== undefined ? from.ownUnits : []

/** Of a standpoint that is bound to honour types: the person, of whom an opinion on other types may be asked. */
export const personOf = (from: Standpoint): string | undefined => ('person' in from ? from.person : undefined)
