import type { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { CycleId, EvidenceId, LocalSubject, SubmissionId } from '@anjie/contracts/vocabulary/ids'

/** A county's form of a cycle carries the cycle's own ULID, so that nobody has to look it up: `990101.<ULID of the cycle>`. */
export function submissionIdOf(county: CountyCode, cycleId: CycleId): SubmissionId {
  // Both parts were checked when they came in, and together they have the id's format.
  return `${county}.${ulidOf(cycleId)}` as SubmissionId
}

/**
 * A unit's or a post's form: its own id leads, by which its key shows whose it is, then what the cycle is called in its county:
 * `990101.<unit>-<cycle>`, `990101.<unit>-<post>-post-<cycle>`.
 */
export function localSubmissionIdOf(subject: LocalSubject, cycleId: CycleId): SubmissionId {
  // Both parts were checked when they came in, and together they have the id's format.
  return `${subject}-${ulidOf(cycleId)}` as SubmissionId
}

export function evidenceIdOf(county: CountyCode, ulid: string): EvidenceId {
  // As above: a county's code and a ULID.
  return `${county}.${ulid}` as EvidenceId
}

function ulidOf(id: string): string {
  return id.slice(id.indexOf('.') + 1)
}
