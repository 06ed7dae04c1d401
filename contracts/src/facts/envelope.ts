import { z } from 'zod'
import { Actor } from '../vocabulary/access/people.ts'
import { Instant } from '../vocabulary/plainDate.ts'
import { RECORD_KINDS, type RecordKind } from '../vocabulary/records.ts'
import { FACTS, type FactType } from './facts.ts'

const factTypes = Object.keys(FACTS) as [FactType, ...FactType[]]
const recordKinds = Object.keys(RECORD_KINDS) as [RecordKind, ...RecordKind[]]

const line = {
  /** `<record id>@<version>` */
  id: z.string(),
  kind: z.enum(recordKinds),
  recordId: z.string(),
  /** Version of the record after this fact, from 1; it orders the facts of one record. */
  version: z.int().min(1),
  type: z.enum(factTypes),
  at: Instant,
  actor: Actor,
  correlationId: z.string(),
}

/** A value of a fact's details: a text, or texts by the name of what they are about. */
export const FactDetails = z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())]))
export type FactDetails = z.infer<typeof FactDetails>

/** One operation of a JSON Patch (RFC 6902). */
const PatchOperation = z.discriminatedUnion('op', [
  z.object({ op: z.enum(['add', 'replace']), path: z.string(), value: z.unknown() }),
  z.object({ op: z.literal('remove'), path: z.string() }),
  z.object({ op: z.literal('copy'), from: z.string(), path: z.string() }),
])
export type PatchOperation = z.infer<typeof PatchOperation>

/**
 * A recorded fact as it is written. It carries what it changed and not what the record was, so that a history costs what was
 * changed. A record's state is the reduction of the changes of its facts from the first on.
 */
export const StoredFact = z.object({
  ...line,
  schemaVersion: z.literal(2),
  details: FactDetails,
  change: z.array(PatchOperation),
  /** SHA-256 of the record's state after it. */
  stateHash: z.string(),
  previousHash: z.string(),
  /** SHA-256 over everything above in canonical JSON, hexadecimal. */
  hash: z.string(),
})
export type StoredFact = z.infer<typeof StoredFact>

/** A fact as it was written before: with the whole state after it, and details under their Chinese names. */
export const StoredFactV1 = z.object({
  ...line,
  schemaVersion: z.literal(1),
  details: z.record(z.string(), z.string()),
  after: z.unknown(),
  previousHash: z.string(),
  hash: z.string(),
})
export type StoredFactV1 = z.infer<typeof StoredFactV1>

/** A fact of either version, as it lies in the table. */
export const AnyStoredFact = z.discriminatedUnion('schemaVersion', [StoredFact, StoredFactV1])
export type AnyStoredFact = z.infer<typeof AnyStoredFact>

/** What a fact says, whichever version it was written in: the line that a timeline and an auditor read. */
export interface Fact {
  readonly id: string
  readonly kind: RecordKind
  readonly recordId: string
  readonly version: number
  readonly type: FactType
  readonly at: string
  readonly actor: Actor
  readonly correlationId: string
  readonly details: FactDetails
}

/** One line of a case's timeline, as people see it. */
export const TimelineEntry = z.object({
  /** Version of the record after this step. */
  version: z.int().min(1),
  at: Instant,
  type: z.enum(factTypes),
  name: z.string(),
  personName: z.string(),
  post: z.string(),
  jurisdictionName: z.string(),
  /** Where no person took the step: the clock, or a program by the interface. */
  by: z.enum(['clock', 'machine']).optional(),
  /** Everything that the fact says, by its Chinese name. */
  details: z.array(z.object({ name: z.string(), value: z.string() })),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** The newest steps of a case, oldest of them first, and whether there are earlier ones to ask for. */
export const TimelinePage = z.object({ timeline: z.array(TimelineEntry), hasEarlier: z.boolean() })
export type TimelinePage = z.infer<typeof TimelinePage>
