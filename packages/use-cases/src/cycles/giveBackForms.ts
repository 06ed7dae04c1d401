import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import { giveBackSubmission } from '@anjie/domain/submissions/giveBackSubmission'
import { changeMany } from '../changeMany.ts'
import type { RecordStore } from '../ports.ts'
import { formIds } from './formIds.ts'
import { subjectsOf } from './subjectsOf.ts'

/** Those forms of the cycle that were called back are drafts again. */
export const giveBackForms = async (store: RecordStore, cycle: CycleHead, now: string): Promise<void> =>
  changeMany(store, 'submission', formIds(await subjectsOf(store, cycle)), (form) =>
    form.status === 'called-back' ? giveBackSubmission(form, cycle, now) : null,
  )
