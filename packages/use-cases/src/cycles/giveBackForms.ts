import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import { giveBackSubmission } from '@anjie/domain/submissions/giveBackSubmission'
import type { RecordStore } from '../ports.ts'
import { changeForms } from './changeForms.ts'
import { formIds } from './formIds.ts'
import { subjectsOf } from './subjectsOf.ts'

/** Those forms of the cycle that were called back are drafts again. */
export const giveBackForms = async (store: RecordStore, cycle: CycleHead, now: string): Promise<void> =>
  changeForms(store, formIds(await subjectsOf(store, cycle)), (form) =>
    form.status === 'called-back' ? giveBackSubmission(form, cycle, now) : null,
  )
