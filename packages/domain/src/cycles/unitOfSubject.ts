import type { UnitId } from '@anjie/contracts/vocabulary/ids'

/** `990101.` and a ULID. */
const UNIT = 33

/** The unit that a subject is, or at which it is a post; undefined of a county or city. */
export const unitOfSubject = (subject: string | undefined): UnitId | undefined =>
  // A post's id begins with its unit's.
  subject === undefined || subject.length < UNIT ? undefined : (subject.slice(0, UNIT) as UnitId)
