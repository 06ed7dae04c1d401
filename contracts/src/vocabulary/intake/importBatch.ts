import { z } from 'zod'
import { ImportBatchId } from '../ids.ts'
import type { Part } from '../part.ts'
import { Instant } from '../plainDate.ts'
import { line } from '../text.ts'
import { IMPORT_LIST_CODES } from './importList.ts'
import { IntakeForm } from './intakeForm.ts'

export const ImportListCode = z.enum(IMPORT_LIST_CODES)

/** What one file may weigh; the reader refuses more besides. */
export const MAX_IMPORT_BYTES = 30 * 1024 * 1024
/** Rows of one batch; more come in several files. */
export const MAX_IMPORT_ROWS = 10_000

/**
 * 导入批次: uploading → reading (by the importer function) → staged (each row says what it will change) → applying (confirmed by a
 * person) → applied; from there → putting-back → put-back. `refused`: the file as a whole could not be taken. `discarded`: given up.
 */
export const IMPORT_STATUSES = [
  'uploading',
  'reading',
  'refused',
  'staged',
  'applying',
  'applied',
  'putting-back',
  'put-back',
  'discarded',
] as const
export const ImportStatus = z.enum(IMPORT_STATUSES)
export type ImportStatus = z.infer<typeof ImportStatus>

const count = z.int().min(0)

const Step = z.object({ personId: z.string(), personName: z.string(), at: Instant })

/** Rows by what they will do. */
export const PlanCounts = z.object({ new: count, changed: count, same: count, refused: count, passedOver: count })
export type PlanCounts = z.infer<typeof PlanCounts>

export const ImportBatch = z.object({
  id: ImportBatchId,
  list: ImportListCode,
  /** The record that it is of, where the list is of one. */
  target: z.string().max(120).optional(),
  /** What the batch is about, in words: `2026年上半年填报表`. */
  about: z.string(),
  fileName: line({ min: 1, max: 120 }),
  bytes: z.int().min(1).max(MAX_IMPORT_BYTES),
  /** By the form's fields: what holds where a row says nothing. */
  defaults: z.record(z.string(), z.string()),
  status: ImportStatus,
  startedBy: Step,
  /** How often the file was handed to the importer: each reading has documents of its own. */
  attempt: count,
  readingSince: Instant.optional(),
  /** The file's ETag when it was handed over: nothing that is put in its place is read. */
  mark: z.string().optional(),
  /** SHA-256 of the file, hexadecimal. */
  digest: z.string().optional(),
  /** Why the file as a whole was refused. */
  fault: z.string().optional(),
  /** What should be looked at again and is no fault. */
  remarks: z.array(z.string()).optional(),
  /** `id` names its documents; rows of each part, in the order of the parts: what changes, what does not, what stays out. */
  plan: PlanCounts.extend({
    id: z.string(),
    parts: z.object({ changing: z.array(count), same: z.array(count), refused: z.array(count) }),
  }).optional(),
  /** An earlier batch of the same file in the same list. */
  earlier: z
    .object({ id: ImportBatchId, at: Instant, by: z.string(), applied: count, status: ImportStatus })
    .optional(),
  confirmed: Step.optional(),
  applied: z.object({ done: count, refused: count, at: Instant }).optional(),
  putBack: Step.extend({ reason: z.string() }).optional(),
  putBackDone: z.object({ done: count, stays: count, at: Instant }).optional(),
  updatedAt: Instant,
})
export type ImportBatch = z.infer<typeof ImportBatch>

/** 读入结果, under the batch's id: all that the importer function writes. */
export const ImportReading = z.object({
  id: ImportBatchId,
  attempt: z.int().min(1),
  /** `interrupted`: the function was stopped half-way (time, memory), and the file may be handed to it again. */
  status: z.enum(['read', 'refused', 'interrupted']),
  fault: z.string().optional(),
  digest: z.string().optional(),
  rows: count,
  leftOut: count,
  passedOver: count,
  remarks: z.array(z.string()),
  parts: z.object({ rows: count, refusals: count }),
  /** Where each field stands, by sheet: column letters. */
  sheets: z.array(z.object({ name: z.string(), columns: z.array(z.tuple([z.string(), z.string()])) })),
  updatedAt: Instant,
})
export type ImportReading = z.infer<typeof ImportReading>

/** A row that was understood whole: the fields that have a value, by their codes. */
export const StagedRow = z.object({
  /** Empty for a text file. */
  sheet: z.string(),
  row: z.int().min(1),
  values: z.array(z.tuple([z.string(), z.union([z.string(), z.boolean()])])),
})
export type StagedRow = z.infer<typeof StagedRow>

/** Something that stays out, with its place, why, and what to do. */
export const RowFault = z.object({
  /** 0: the sheet as a whole. */
  row: count,
  sheet: z.string(),
  /** As letters; empty: the row as a whole. */
  column: z.string(),
  heading: z.string().optional(),
  shown: z.string().optional(),
  message: z.string(),
})
export type RowFault = z.infer<typeof RowFault>

/** One field as a row changes it; without `before` it is new, without `after` it goes. */
export const RowChange = z.object({ name: z.string(), before: z.string().optional(), after: z.string().optional() })
export type RowChange = z.infer<typeof RowChange>

/** Rows as they are looked at: those that change something, those that do not, those that stay out. */
export const SHOWN_ROWS = ['changing', 'same', 'refused'] as const
export type ShownRows = (typeof SHOWN_ROWS)[number]

export const ROW_EFFECTS = ['new', 'changed', 'same', 'refused'] as const
export const RowEffect = z.enum(ROW_EFFECTS)
export type RowEffect = z.infer<typeof RowEffect>

/** A row with what it will do. */
export const PlannedImportRow = z.object({
  sheet: z.string(),
  row: count,
  effect: RowEffect,
  /** What the row is about: a unit's name, an item's. */
  title: z.string(),
  /** In a word what is done: `更名`. */
  verb: z.string().optional(),
  changes: z.array(RowChange),
  faults: z.array(RowFault),
  /** Rows of one stage do not depend on each other; those of a later one on all before. */
  stage: count,
  /** What carrying the row out needs, as its list has it. */
  step: z.unknown().optional(),
})
export type PlannedImportRow = z.infer<typeof PlannedImportRow>

/** What became of a row. */
export const RowOutcome = z.discriminatedUnion('status', [
  z.object({ status: z.literal('applied'), id: z.string(), version: z.int() }),
  z.object({ status: z.literal('refused'), message: z.string() }),
  z.object({ status: z.literal('put-back'), id: z.string(), version: z.int() }),
  z.object({ status: z.literal('stays'), message: z.string() }),
])
export type RowOutcome = z.infer<typeof RowOutcome>

/** By the row's place in its part. */
export const RowOutcomes = z.record(z.string().regex(/^\d{1,5}$/), RowOutcome)
export type RowOutcomes = z.infer<typeof RowOutcomes>

const StagedRows = z.array(StagedRow)
const RowFaults = z.array(RowFault)
const PlannedImportRows = z.array(PlannedImportRow)

/** Side documents: what the importer leaves beside a reading, what the API leaves beside a batch. */
export const importParts = {
  form: (): Part<IntakeForm> => ({ name: 'form', content: IntakeForm }),
  stagedRows: (attempt: number, part: number): Part<StagedRow[]> => ({
    name: `rows-${attempt}-${part}`,
    content: StagedRows,
  }),
  refusals: (attempt: number, part: number): Part<RowFault[]> => ({
    name: `refusals-${attempt}-${part}`,
    content: RowFaults,
  }),
  planned: (plan: string, part: number): Part<PlannedImportRow[]> => ({
    name: `plan-${plan}-${part}`,
    content: PlannedImportRows,
  }),
} as const

/** What lies beside a batch and is overwritten while it is carried out, or taken back. */
export const outcomesName = (way: 'applied' | 'back', part: number): string => `${way}-${part}`

/** What the API puts into the importer's queue. */
export const ImportOrder = z.strictObject({
  batchId: ImportBatchId,
  attempt: z.int().min(1),
  mark: z.string().min(1).max(200),
})
export type ImportOrder = z.infer<typeof ImportOrder>
