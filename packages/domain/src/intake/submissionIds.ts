import type { CountyCode } from '@anjie/contracts/vocabulary/divisions'
import type { CycleId, EvidenceId, SubmissionId } from '@anjie/contracts/vocabulary/ids'

/** A county's form of a cycle carries the cycle's own ULID, so that nobody has to look it up: `990101.<ULID of the cycle>`. */
export function submissionIdOf(county: CountyCode, cycleId: CycleId): SubmissionId {
  // Both parts were checked when they came in, and together they have the id's format.
  return `${county}.${ulidOf(cycleId)}` as SubmissionId
}

export function evidenceIdOf(county: CountyCode, ulid: string): EvidenceId {
  // As above: a county's code and a ULID.
  return `${county}.${ulid}` as EvidenceId
}

function ulidOf(id: string): string {
  return id.slice(id.indexOf('.') + 1)
}
