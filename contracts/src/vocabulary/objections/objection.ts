import { z } from 'zod'
import { CountyCode } from '../divisions/divisions.ts'
import { HonourCode } from '../honours/honourCodes.ts'
import { ApplicationId, BatchId, ObjectionId, UnitId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import type { EvidenceType } from '../submissions/submission.ts'
import { line, lines } from '../text.ts'

/** How it came: by the form of the public site, by post, by telephone. */
export const OBJECTION_CHANNELS = ['site', 'post', 'telephone'] as const
export const ObjectionChannel = z.enum(OBJECTION_CHANNELS)
export type ObjectionChannel = z.infer<typeof ObjectionChannel>

/** 异议状态: received 待接收 → investigating 调查中 → answered 已答复 → published 已公布. */
export const OBJECTION_STATUSES = ['received', 'investigating', 'answered', 'published'] as const
export const ObjectionStatus = z.enum(OBJECTION_STATUSES)
export type ObjectionStatus = z.infer<typeof ObjectionStatus>

/** 核查结论. `not-accepted`: it is about no unit of the list, or says nothing that could be looked into. */
export const OBJECTION_OUTCOMES = ['upheld', 'dismissed', 'not-accepted'] as const
export const ObjectionOutcome = z.enum(OBJECTION_OUTCOMES)
export type ObjectionOutcome = z.infer<typeof ObjectionOutcome>

/** 受理编号: the day and eight characters that are drawn at random, `YY20261201-7K3M9Q2X`. */
export const ReceiptNumber = z
  .string()
  .regex(/^YY\d{8}-[0-9A-HJKMNP-TV-Z]{8}$/, '受理编号应如“YY20261201-7K3M9Q2X”')
  .brand<'ReceiptNumber'>()
export type ReceiptNumber = z.infer<typeof ReceiptNumber>

/** SHA-256 of number and code: whoever reads a record, a fact or the public table does not know the code. */
export const StatusKey = z.string().regex(/^[0-9a-f]{64}$/)

export const MAX_OBJECTION_FILES = 3
/** All files of one objection together: what a request to the public function holds. */
export const MAX_OBJECTION_BYTES = 4_000_000

export const OBJECTION_FILE_TYPES = [
  'application/pdf',
  'image/jpeg',
  'image/png',
] as const satisfies readonly EvidenceType[]

export const ObjectionFile = z.object({
  name: line({ min: 1, max: 120 }),
  contentType: z.enum(OBJECTION_FILE_TYPES),
  bytes: z.int().min(1),
})
export type ObjectionFile = z.infer<typeof ObjectionFile>

/**
 * 异议材料: who objects, how to reach them, what they say and attach. It lies beside the record and is no part of its state, so that no
 * fact, list or export has it, and it can be deleted.
 */
export const ObjectionMaterial = z.object({
  name: line({ max: 40 }).optional(),
  contact: line({ max: 60 }).optional(),
  text: lines({ max: 2000 }),
  files: z.array(ObjectionFile).max(MAX_OBJECTION_FILES),
})
export type ObjectionMaterial = z.infer<typeof ObjectionMaterial>

/** 异议: its record holds what is done with it, and nothing of who objected. */
export const Objection = z.object({
  id: ObjectionId,
  number: ReceiptNumber,
  statusKey: StatusKey,
  batchId: BatchId,
  batchName: z.string(),
  honour: HonourCode,
  /** The unit of the list that it is about; without one it is about the list as a whole and holds nobody. */
  about: z
    .object({
      applicationId: ApplicationId,
      county: CountyCode,
      place: z.string(),
      unitId: UnitId,
      unitName: z.string(),
    })
    .optional(),
  channel: ObjectionChannel,
  /** 匿名: a clue, without an answer owed. */
  anonymous: z.boolean(),
  files: z.int().min(0).max(MAX_OBJECTION_FILES),
  receivedAt: Instant,
  /** The day that counts: of receipt, of the postmark, of the call. */
  sentOn: PlainDate,
  /** 核查期限; absent while the official calendar of the year is not announced. */
  dueOn: PlainDate.optional(),
  status: ObjectionStatus,
  outcome: ObjectionOutcome.optional(),
  /** 调查情况, for the file. */
  finding: z.string().optional(),
  /** 答复 to whoever has number and code. */
  answer: z.string().optional(),
  answeredOn: PlainDate.optional(),
  /** 公布: what everybody reads of it. */
  published: z.object({ text: z.string(), on: PlainDate }).optional(),
  /** Last day on which the material is kept. */
  keptUntil: PlainDate,
  materialDeletedOn: PlainDate.optional(),
  updatedAt: Instant,
})
export type Objection = z.infer<typeof Objection>

/** What the public function puts into the inbox, and never sees again. */
export const ReceivedObjection = z.object({
  id: ObjectionId,
  number: ReceiptNumber,
  statusKey: StatusKey,
  batchId: BatchId,
  /** Place of the unit in the list, from 0, with the name that the objector saw there. */
  entry: z.object({ at: z.int().min(0), unitName: z.string() }).optional(),
  anonymous: z.boolean(),
  receivedAt: Instant,
  material: ObjectionMaterial,
})
export type ReceivedObjection = z.infer<typeof ReceivedObjection>
