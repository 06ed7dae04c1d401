import { z } from 'zod'
import { DecimalText } from '../decimalText.ts'
import { CountyCode } from '../divisions/divisions.ts'
import { CycleId, EvidenceId, SubmissionId, UnitId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { line, lines } from '../text.ts'

/**
 * 填报环节: draft → submitted (county reporter) → verified (another person at the county) → accepted (city). `called-back`: its
 * cycle was opened by mistake; the figures are kept and nobody fills it until the cycle is opened again.
 */
export const SUBMISSION_STATUSES = ['draft', 'submitted', 'verified', 'accepted', 'called-back'] as const
export const SubmissionStatus = z.enum(SUBMISSION_STATUSES)
export type SubmissionStatus = z.infer<typeof SubmissionStatus>

export const SUBMISSION_ACTIONS = ['save', 'attach', 'submit', 'withdraw', 'verify', 'accept', 'return'] as const
export const SubmissionAction = z.enum(SUBMISSION_ACTIONS)
export type SubmissionAction = z.infer<typeof SubmissionAction>

const itemCode = line({ max: 60 })
const itemPeriod = line({ max: 20 })

/** What names a cell of a form. */
export const FORM_CELL = { item: itemCode, period: itemPeriod } as const

/** A cell of the form. A zero is `reported` with value `0`; an empty cell is `missing`; the two never stand for each other. */
export const FormValue = z.discriminatedUnion('status', [
  z.object({
    item: itemCode,
    period: itemPeriod,
    status: z.literal('reported'),
    value: DecimalText,
    note: lines({ max: 500 }).optional(),
  }),
  z.object({
    item: itemCode,
    period: itemPeriod,
    status: z.literal('missing'),
    note: lines({ max: 500 }).optional(),
  }),
  z.object({
    item: itemCode,
    period: itemPeriod,
    status: z.literal('not-applicable'),
    note: lines({ max: 500 }).optional(),
  }),
  z.object({ item: itemCode, period: itemPeriod, status: z.literal('invalid'), note: lines({ max: 500 }) }),
])
export type FormValue = z.infer<typeof FormValue>

export const EVIDENCE_TYPES = {
  'application/pdf': { extension: 'pdf', name: 'PDF' },
  'image/jpeg': { extension: 'jpg', name: '图片' },
  'image/png': { extension: 'png', name: '图片' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { extension: 'docx', name: 'Word' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { extension: 'xlsx', name: 'Excel' },
} as const
export type EvidenceType = keyof typeof EVIDENCE_TYPES
export const EvidenceType = z.enum(Object.keys(EVIDENCE_TYPES) as [EvidenceType, ...EvidenceType[]])
/** Cells of one form: what one save carries, with its notes and with the copies that the levels approve. */
export const MAX_FORM_CELLS = 3000
export const MAX_EVIDENCE_BYTES = 20 * 1024 * 1024
/** How many files one form may carry; more than an honest form needs, and far below a record's byte limit. */
export const MAX_EVIDENCE_PER_SUBMISSION = 200

export const Evidence = z.object({
  id: EvidenceId,
  item: z.string(),
  fileName: line({ min: 1, max: 120 }),
  contentType: EvidenceType,
  bytes: z.int().min(1).max(MAX_EVIDENCE_BYTES),
  /** `pending` until the file was seen in the store and its first bytes agreed with its type. */
  status: z.enum(['pending', 'attached']),
  /** The file's ETag: tells this very content from any other, and is part of where it is kept, so that nothing can be put in its place. */
  mark: z.string().optional(),
  uploadedBy: z.string(),
  uploadedAt: Instant,
})
export type Evidence = z.infer<typeof Evidence>

export const Submission = z.object({
  id: SubmissionId,
  county: CountyCode,
  countyName: z.string(),
  /** The township, department … that the figures are of; without it they are the county's own. */
  subject: z.object({ code: UnitId, name: z.string() }).optional(),
  /** 审定级: whose word is the last, the city's, or the county's own where the county itself assesses. */
  finalLevel: z.enum(['city', 'county']).default('city'),
  cycleId: CycleId,
  cycleName: z.string(),
  /** 填报截止日, as the cycle set it. */
  dueOn: PlainDate,
  status: SubmissionStatus,
  values: z.array(FormValue),
  evidence: z.array(Evidence),
  /** Person ids of everybody who entered a figure or attached a file: they may not verify it. */
  enteredBy: z.array(z.string()),
  submittedBy: z.string().optional(),
  verifiedBy: z.string().optional(),
  /** 退回理由, shown until the next submit. */
  returnReason: z.string().optional(),
  /** The figures as each level approved them, kept beside today's. */
  approved: z.object({
    submitted: z.array(FormValue).optional(),
    verified: z.array(FormValue).optional(),
    accepted: z.array(FormValue).optional(),
  }),
  updatedAt: Instant,
})
export type Submission = z.infer<typeof Submission>

/** What may be done next, and why not where it may not: the same function answers the console and the server. */
export const AllowedAction = z.object({
  action: z.string(),
  allowed: z.boolean(),
  reason: z.string().optional(),
  /** It is this post's step at this stage, and only something else is missing: `reason` says what. */
  mine: z.boolean().optional(),
})
export type AllowedAction = z.infer<typeof AllowedAction>
