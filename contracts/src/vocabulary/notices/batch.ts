import { z } from 'zod'
import { CountyCode, ProvinceCode } from '../divisions/divisions.ts'
import { HonourCode } from '../honours/honourCodes.ts'
import { Grade, HonourType } from '../honours/honourType.ts'
import { ApplicationId, BatchId, DocumentNumber, RoundId, UnitId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { line } from '../text.ts'
import { UnitKind } from '../units/unitKind.ts'

/** 公示: a window in working days by the official calendar. */
export const Notice = z.object({
  startsOn: PlainDate,
  /** The last day on which an objection is taken, to its end in Beijing time. */
  endsOn: PlainDate,
  workingDays: z.int(),
  contact: line({ min: 2, max: 120 }),
  /** 异议核查期限, in working days from the day after receipt; notices from before this was said have the usual one. */
  objectionWorkingDays: z.int().min(1).max(60).optional(),
  closedAt: Instant.optional(),
})
export type Notice = z.infer<typeof Notice>

/** 拟命名批次: collecting → on-notice → notice-closed → naming (units are being named one by one) → named; a decision that was entered wrongly: → taking-back → notice-closed. */
export const BATCH_STATUSES = ['collecting', 'on-notice', 'notice-closed', 'naming', 'named', 'taking-back'] as const
export const BatchStatus = z.enum(BATCH_STATUSES)
export type BatchStatus = z.infer<typeof BatchStatus>

export const BatchEntry = z.object({
  applicationId: ApplicationId,
  county: CountyCode,
  countyName: z.string(),
  cityName: z.string(),
  townshipName: z.string().optional(),
  unitId: UnitId,
  unitName: z.string(),
  unitKind: UnitKind,
  /** Person id of who listed it: who lists a unit neither opens the notice nor names. Absent in lists from before this was kept. */
  proposedBy: z.string().optional(),
  /** 现名, where the unit was named under another name than the one that stood on notice. */
  namedAs: z.string().optional(),
  /** What stood on notice stays; this says why it is not named: taken off the list, passed over by the decision, or set aside for an objection. */
  left: z
    .object({ how: z.enum(['removed', 'passed-over', 'set-aside']), on: PlainDate, reason: z.string() })
    .optional(),
})
export type BatchEntry = z.infer<typeof BatchEntry>

/**
 * What counties and cities read of a list once it is on notice. The list itself is the province's while it is drawn up, and no
 * credentials of a county or city reach it.
 */
export const ReleasedNotice = z.object({
  status: BatchStatus,
  notice: Notice,
  documentNumber: DocumentNumber.optional(),
  honour: HonourCode.optional(),
})
export type ReleasedNotice = z.infer<typeof ReleasedNotice>

export const Batch = z.object({
  id: BatchId,
  province: ProvinceCode,
  roundId: RoundId,
  roundName: z.string(),
  honour: HonourCode,
  grade: Grade.optional(),
  /** As the round's type has them; lists from before have the defaults'. */
  honourName: z.string().optional(),
  certificateLetters: z.string().optional(),
  publicAs: HonourType.shape.publicAs,
  year: z.int(),
  name: z.string().min(1).max(80),
  status: BatchStatus,
  entries: z.array(BatchEntry).max(600),
  issuer: z.string(),
  approvalReference: z.string(),
  validYears: z.int().nullable(),
  noticeWorkingDays: z.int(),
  notice: Notice.optional(),
  documentNumber: DocumentNumber.optional(),
  namedOn: PlainDate.optional(),
  namedCount: z.int(),
  /** 未予命名: units of the list that held the title already when their turn came, and why. Told once the naming is complete. */
  passedOver: z.array(z.object({ applicationId: ApplicationId, unitName: z.string(), reason: z.string() })).optional(),
  /** 撤回命名: proposed by one person; with number and day once another has decided. */
  takeBack: z
    .object({
      reason: z.string(),
      proposedBy: z.string(),
      proposerName: z.string(),
      proposedAt: Instant,
      documentNumber: DocumentNumber.optional(),
      decidedOn: PlainDate.optional(),
    })
    .optional(),
  /** Decisions on this list that were taken back, oldest first. */
  takenBack: z
    .array(
      z.object({
        documentNumber: DocumentNumber,
        namedOn: PlainDate,
        units: z.int(),
        /** Number and day of the decision that took it back. */
        by: DocumentNumber,
        on: PlainDate,
        reason: z.string(),
      }),
    )
    .optional(),
  updatedAt: Instant,
})
export type Batch = z.infer<typeof Batch>
