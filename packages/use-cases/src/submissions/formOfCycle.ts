import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Versioned } from '../ports.ts'

/** A form with its cycle. */
export interface FormOfCycle {
  readonly record: Versioned<Submission>
  readonly cycle: CycleHead
}
