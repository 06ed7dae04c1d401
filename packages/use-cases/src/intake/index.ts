import { beginImport } from './beginImport.ts'
import { carryImportOn } from './carryImportOn.ts'
import { planImport } from './planImport.ts'
import { getImportBatch, getImportSheet, listImportBatches, listImportRows, openImportFile } from './queries.ts'
import { readImport } from './readImport.ts'
import { confirmImport, discardImport, putImportBack } from './steps.ts'

/** Use cases of the operations in `intake.ts`, by operation id. */
export const INTAKE = {
  getImportSheet,
  listImportBatches,
  getImportBatch,
  listImportRows,
  openImportFile,
  beginImport,
  readImport,
  planImport,
  confirmImport,
  carryImportOn,
  putImportBack,
  discardImport,
} as const
