import { createBatch } from './createBatch.ts'
import { getBatch } from './getBatch.ts'
import { getCalendar } from './getCalendar.ts'
import { listBatches } from './listBatches.ts'
import { openNotice } from './openNotice.ts'

/** Use cases of the operations in `notices.ts`, by operation id. */
export const NOTICES = {
  listBatches,
  getBatch,
  createBatch,
  openNotice,
  getCalendar,
} as const
