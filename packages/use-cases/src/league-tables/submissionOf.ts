import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import { subjectsOf } from '../cycles/subjectsOf.ts'
import type { RecordStore } from '../ports.ts'

/** The form whose figures a scorecard counts; nothing where its subject fills in none. */
export async function submissionOf(store: RecordStore, cycle: CycleHead, subject: string) {
  const found = (await subjectsOf(store, cycle)).find(({ code }) => code === subject)
  return found?.submissionId === undefined ? {} : { submissionId: found.submissionId }
}
