import { createBatch } from './createBatch.ts'
import { getBatch } from './getBatch.ts'
import { listBatches } from './listBatches.ts'
import { openNotice } from './openNotice.ts'

/** Use cases of the operations in `notices.ts`, by operation id. */
export const NOTICES = {
  listBatches,
  getBatch,
  createBatch,
  openNotice,
} as const
