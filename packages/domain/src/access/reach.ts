import type { OwnerLevel, RecordKind } from '@anjie/contracts/vocabulary/records'
import { OWNER_LEVELS, type Owner } from './owner.ts'

/** The jurisdiction from which records are reached. `platform` is the operator's own: it never serves a signed-in person. */
export type Standpoint =
  | { readonly level: 'county'; readonly county: string; readonly city: string; readonly province: string }
  | { readonly level: 'city'; readonly city: string; readonly province: string }
  | { readonly level: 'province'; readonly province: string }
  | { readonly level: 'platform'; readonly province: string }

export type ReachMode = 'read' | 'write'

type Relation = 'own' | 'below' | 'shared'
type Rights = Partial<Record<RecordKind, readonly Relation[]>>

/** 县级考评: what a county keeps of its own assessment of its townships and departments. */
const OWN_ASSESSMENT = {
  scheme: ['own'],
  cycle: ['own'],
  'commission-values': ['own'],
  run: ['own'],
} as const satisfies Rights

const SHARED_PROVINCIAL: Rights = {
  divisions: ['shared'],
  calendar: ['shared'],
  scheme: ['shared'],
  cycle: ['shared'],
  round: ['shared'],
}

/**
 * What each standpoint reaches, kind by kind: `own` records of that very jurisdiction, `below` those of the jurisdictions
 * under it, `shared` those of its province. What is not written here is out of reach.
 */
const RIGHTS = {
  county: {
    read: {
      ...SHARED_PROVINCIAL,
      ...OWN_ASSESSMENT,
      scheme: ['own', 'shared'],
      cycle: ['own', 'shared'],
      unit: ['own'],
      submission: ['own'],
      application: ['own'],
      'application-slot': ['own'],
      appeal: ['own'],
      title: ['own'],
      'unit-title': ['own'],
    },
    // A title is conferred from above: a county that could write one could name itself.
    write: {
      ...OWN_ASSESSMENT,
      unit: ['own'],
      submission: ['own'],
      application: ['own'],
      'application-slot': ['own'],
      appeal: ['own'],
    },
  },
  city: {
    read: {
      ...SHARED_PROVINCIAL,
      scheme: ['below', 'shared'],
      cycle: ['below', 'shared'],
      'commission-values': ['below'],
      run: ['below'],
      unit: ['below'],
      submission: ['below'],
      application: ['below'],
      'application-slot': ['below'],
      appeal: ['below'],
      title: ['below'],
      'unit-title': ['below'],
      quota: ['own'],
    },
    // A city acts at its own step of a case; its counties' units and titles are not its to change.
    write: { submission: ['below'], application: ['below'], 'application-slot': ['below'], quota: ['own'] },
  },
  province: {
    read: {
      divisions: ['own'],
      calendar: ['own'],
      unit: ['below'],
      submission: ['below'],
      application: ['below'],
      'application-slot': ['below'],
      appeal: ['below'],
      title: ['below'],
      'unit-title': ['below'],
      quota: ['below'],
      scheme: ['own', 'below'],
      cycle: ['own', 'below'],
      'commission-values': ['own', 'below'],
      run: ['own', 'below'],
      round: ['own'],
      batch: ['own'],
      'serial-counter': ['own'],
      'document-number': ['own'],
    },
    write: {
      divisions: ['own'],
      calendar: ['own'],
      submission: ['below'],
      application: ['below'],
      'application-slot': ['below'],
      appeal: ['below'],
      title: ['below'],
      'unit-title': ['below'],
      quota: ['below'],
      scheme: ['own'],
      cycle: ['own'],
      'commission-values': ['own'],
      run: ['own'],
      round: ['own'],
      batch: ['own'],
      'serial-counter': ['own'],
      'document-number': ['own'],
    },
  },
} as const satisfies Record<'county' | 'city' | 'province', Record<ReachMode, Rights>>

/**
 * May records of this kind and owner be read or written from this standpoint? Pure, and the first of two answers: the
 * table's own authorization gives the second one from the session's tags.
 */
export function mayReach(from: Standpoint, mode: ReachMode, kind: RecordKind, owner: Owner): boolean {
  const levels: readonly OwnerLevel[] = OWNER_LEVELS[kind]
  if (!levels.includes(owner.level)) return false
  if (from.level === 'platform') return isWithin(owner, from.province)
  const rights: Rights = RIGHTS[from.level][mode]
  return rights[kind]?.some((right) => RELATION[right](from, owner)) ?? false
}

const RELATION = {
  own: (from, owner) => owner.level === from.level && owner.code === codeOf(from),
  below: (from, owner) => owner.level !== from.level && isWithin(owner, codeOf(from)),
  shared: (from, owner) => owner.level === 'province' && owner.code === from.province,
} as const satisfies Record<Relation, (from: Standpoint, owner: Owner) => boolean>

/** Codes are nested: a county's begins with its city's, a city's with its province's. */
const isWithin = (owner: Owner, code: string): boolean => owner.code.startsWith(code) && code.length > 0

/** The division code of the jurisdiction itself; the platform works for one province at a time. */
export function codeOf(from: Standpoint): string {
  if (from.level === 'county') return from.county
  if (from.level === 'city') return from.city
  return from.province
}
