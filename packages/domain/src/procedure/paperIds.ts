import type { CycleId, ProcedurePaperId, SubjectCode } from '@anjie/contracts/vocabulary/ids'
import type { PaperStep } from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import { type Assessor, assessorCode } from '../schemes/assessor.ts'

const WORDS = {
  'self-assessment': 'self',
  'department-scores': 'scores',
  consultation: 'consult',
} as const satisfies Record<Exclude<PaperStep, 'field-visits'>, string>

const localOf = (id: string): string => id.slice(id.indexOf('.') + 1)

/** What this unit or county owes this step, so that nobody has to look it up. */
export function paperIdOf(
  step: PaperStep,
  subject: SubjectCode,
  cycle: Assessor & { readonly id: CycleId },
): ProcedurePaperId {
  const ulid = localOf(cycle.id)
  // The parts were checked when they came in, and together they have the id's format.
  if (step === 'field-visits') return `${assessorCode(cycle)}.visit-${ulid}-${localOf(subject)}` as ProcedurePaperId
  const word = WORDS[step]
  return (subject.includes('.') ? `${subject}-${word}-${ulid}` : `${subject}.${word}-${ulid}`) as ProcedurePaperId
}
