import type { PlainDate } from '../plainDate.ts'
import type { DisputeKind } from './disputeKind.ts'
import type { Outcome } from './disputeMapping.ts'

/** Stated by the export or not, and on which day where it says so. */
export interface OutcomeMark {
  readonly stated: boolean
  readonly on: PlainDate | null
}

/** Keyed digests of what one party is known by; the key decides who can compare them. */
export interface PartyDigests {
  /** The whole name; `null` where the export masks it (张某). */
  readonly name: string | null
  /** The name with each of its signs left open in turn: one wrong sign still agrees. */
  readonly near: readonly string[]
  /** First sign and length: all that a masked name says. */
  readonly masked: string
}

/** One row of one system's export, in the common words. No name, number or address of a person is in it. */
export interface DisputeEntry {
  readonly system: string
  /** Line in the file, as a spreadsheet counts. */
  readonly line: number
  readonly caseNumber: string
  readonly quotedNumbers: readonly string[]
  readonly receivedOn: PlainDate | null
  readonly township: string
  readonly village: string
  readonly kind: DisputeKind | null
  readonly kindWord: string
  readonly summary: string
  readonly organisation: string
  readonly amount: string
  readonly outcomeWord: string
  readonly outcomes: Readonly<Record<Outcome, OutcomeMark>>
  readonly parties: readonly PartyDigests[]
  /** Digests of identity numbers and telephones. */
  readonly identities: readonly string[]
}
