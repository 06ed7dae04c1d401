import {
  type Cycle,
  type CycleHead,
  type CycleSubject,
  divisionsOfSubjects,
  SUBJECTS_IN_PART,
  subjectPart,
} from '@anjie/contracts/vocabulary/cycles/cycle'
import { type FilledPart, filled } from '@anjie/contracts/vocabulary/part'

/** Enough of a digest to tell two plans of one cycle apart. */
const NAME_LENGTH = 16

/**
 * The record of a planned cycle and its subjects beside it. The parts are named by what is in them: a plan that is made anew never
 * changes those of the one before. `digest`: SHA-256 in hexadecimal over canonical JSON.
 */
export function apartFromSubjects(
  { subjects, ...rest }: Cycle,
  digest: (content: unknown) => string,
): { readonly head: CycleHead; readonly parts: readonly FilledPart[] } {
  const name = `subjects-${digest(subjects).slice(0, NAME_LENGTH)}`
  const parts: FilledPart[] = []
  for (let at = 0; at < subjects.length; at += SUBJECTS_IN_PART) {
    const some: CycleSubject[] = subjects.slice(at, at + SUBJECTS_IN_PART)
    parts.push(filled(subjectPart(`${name}-${parts.length + 1}`), some))
  }
  const head = {
    ...rest,
    subjectCount: subjects.length,
    divisions: divisionsOfSubjects(subjects),
    subjectParts: parts.map((part) => part.name),
  }
  return { head, parts }
}
