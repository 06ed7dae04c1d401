import { z } from 'zod'
import { ROLES } from '../vocabulary/access/people.ts'
import { ImportBatchId } from '../vocabulary/ids.ts'
import {
  ImportBatch,
  ImportListCode,
  ImportReading,
  PlannedImportRow,
  RowOutcome,
  SHOWN_ROWS,
} from '../vocabulary/intake/importBatch.ts'
import { IntakeField, IntakeForm } from '../vocabulary/intake/intakeForm.ts'
import { listPage, listQuery } from '../vocabulary/listPage.ts'
import { LIST_ROWS } from '../vocabulary/listRow.ts'
import type { ProblemCode } from '../vocabulary/problems.ts'
import { line, lines } from '../vocabulary/text.ts'
import { CommandReply, operation, recordEnvelope } from './operation.ts'

/** Each list names, in `IMPORT_LISTS`, whose rows it takes; these are all of them together. */
const IMPORTERS = ROLES.filter((role) => role !== 'auditor')

/** Why a list cannot be filled now, as its own operations say it. */
const LIST_PROBLEMS = [
  'import-refused',
  'not-found',
  'transition-not-allowed',
  'cycle-not-open',
  'window-closed',
  'register-closed',
] as const satisfies readonly ProblemCode[]

const params = z.strictObject({ batchId: ImportBatchId })
const target = line({ min: 1, max: 120 })
const rowValues = z.array(z.tuple([z.string(), z.union([z.string(), z.boolean()])]))

export const getImportSheet = operation({
  id: 'getImportSheet',
  summary: '导入表的表样和现有内容',
  method: 'GET',
  path: '/v1/import-sheets',
  roles: IMPORTERS,
  query: z.strictObject({ list: ImportListCode, target: target.optional() }),
  success: z.object({
    about: z.string(),
    form: IntakeForm,
    /** What stands there already, and what stood there a year ago, for the template. */
    rows: z.array(z.object({ values: rowValues, lastYear: rowValues.optional() })),
    /** Fields whose cells are given and not to be changed. */
    given: z.array(z.string()),
    /** Fields for which one value may stand for all rows that say nothing, and what it is at first. */
    defaults: z.array(z.object({ field: z.string(), value: z.string().optional() })),
  }),
  problems: LIST_PROBLEMS,
})

export const listImportBatches = operation({
  id: 'listImportBatches',
  summary: '导入批次列表',
  method: 'GET',
  path: '/v1/import-batches',
  roles: IMPORTERS,
  query: z.strictObject({ stage: listQuery.stage, cursor: listQuery.cursor }),
  success: listPage(LIST_ROWS['import-batch']),
})

export const getImportBatch = operation({
  id: 'getImportBatch',
  summary: '导入批次',
  method: 'GET',
  path: '/v1/import-batches/{batchId}',
  roles: IMPORTERS,
  params,
  success: recordEnvelope(ImportBatch).extend({
    /** What the importer left of the newest attempt; absent while it reads. */
    reading: ImportReading.pick({ status: true, fault: true, rows: true, leftOut: true, updatedAt: true }).optional(),
    /** Pieces that the importer has written so far. */
    piecesRead: z.int(),
    /** The importer was stopped, or never began: the file can be handed to it once more. */
    isOverdue: z.boolean(),
    /** Rows that were dealt with so far, while a batch is carried out or put back. */
    rowsDone: z.int(),
    template: IntakeForm,
  }),
})

export const listImportRows = operation({
  id: 'listImportRows',
  summary: '导入批次的各行',
  method: 'GET',
  path: '/v1/import-batches/{batchId}/rows',
  roles: IMPORTERS,
  params,
  query: z.strictObject({
    shown: z.enum(SHOWN_ROWS),
    /** Number of the part among these, from 0. */
    part: z
      .string()
      .regex(/^\d{1,4}$/)
      .optional(),
  }),
  success: z.object({
    rows: z.array(PlannedImportRow.omit({ step: true, stage: true }).extend({ outcome: RowOutcome.optional() })),
    /** The part to ask for next. */
    next: z.int().optional(),
  }),
})

export const openImportFile = operation({
  id: 'openImportFile',
  summary: '打开导入的原文件（短时有效的地址）',
  method: 'GET',
  path: '/v1/import-batches/{batchId}/file',
  roles: IMPORTERS,
  params,
  success: z.object({ url: z.string(), fileName: z.string() }),
})

export const beginImport = operation({
  id: 'beginImport',
  summary: '新建导入',
  method: 'POST',
  path: '/v1/import-batches',
  roles: IMPORTERS,
  body: z.strictObject({
    list: ImportListCode,
    target: target.optional(),
    fileName: ImportBatch.shape.fileName,
    bytes: ImportBatch.shape.bytes,
    /** What holds where a row says nothing, by the code of a field. */
    defaults: z
      .array(z.strictObject({ field: IntakeField.shape.code, value: line({ min: 1, max: 80 }) }))
      .max(20)
      .optional(),
  }),
  success: CommandReply.extend({
    /** Post a form with these fields and then the file; the store refuses another size. */
    upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
  }),
  status: 201,
  problems: LIST_PROBLEMS,
})

export const readImport = operation({
  id: 'readImport',
  summary: '读取导入文件',
  method: 'POST',
  path: '/v1/import-batches/{batchId}/reading',
  roles: IMPORTERS,
  params,
  success: CommandReply,
  status: 202,
  ifMatch: true,
  problems: ['transition-not-allowed', 'evidence-not-uploaded', 'import-refused'],
})

export const planImport = operation({
  id: 'planImport',
  summary: '核对导入文件',
  method: 'POST',
  path: '/v1/import-batches/{batchId}/plan',
  roles: IMPORTERS,
  params,
  success: CommandReply,
  ifMatch: true,
  problems: LIST_PROBLEMS,
})

export const confirmImport = operation({
  id: 'confirmImport',
  summary: '确认导入',
  method: 'POST',
  path: '/v1/import-batches/{batchId}/confirmation',
  roles: IMPORTERS,
  params,
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

export const carryImportOn = operation({
  id: 'carryImportOn',
  summary: '办理一段导入或撤回',
  method: 'POST',
  path: '/v1/import-batches/{batchId}/progress',
  roles: IMPORTERS,
  params,
  /** `told`: what this call says of single rows this one time, such as the code of an invitation; a repeat does not know it any more. */
  success: CommandReply.extend({
    told: z.array(PlannedImportRow.pick({ sheet: true, row: true }).extend({ message: z.string() })).optional(),
  }),
  problems: ['transition-not-allowed'],
})

export const putImportBack = operation({
  id: 'putImportBack',
  summary: '撤回导入',
  method: 'POST',
  path: '/v1/import-batches/{batchId}/return',
  roles: IMPORTERS,
  params,
  body: z.strictObject({ reason: lines({ min: 2, max: 500, tooShort: '请写明撤回的理由' }) }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

export const discardImport = operation({
  id: 'discardImport',
  summary: '放弃导入',
  method: 'POST',
  path: '/v1/import-batches/{batchId}/discarding',
  roles: IMPORTERS,
  params,
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})
