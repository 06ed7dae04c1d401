import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Form } from '@anjie/domain/submissions/form'
import type { Versioned } from '../ports.ts'

/** A form with its cycle. */
export interface FormOfCycle {
  readonly record: Versioned<Submission>
  readonly cycle: CycleHead
}

/** A form with its cycle and with the rules that it follows. */
export interface RuledForm extends FormOfCycle {
  readonly scheme: Scheme
  readonly form: Form
}
