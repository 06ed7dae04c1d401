import { z } from 'zod'
import { DecimalText } from '../decimalText.ts'
import { CountyCode } from '../divisions/divisions.ts'
import { CycleId, EvidenceId, LocalSubject, SubmissionId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { line, lines } from '../text.ts'

/**
 * 填报环节: draft → submitted (county reporter) → verified (another person at the county) → accepted (city). `called-back`: its
 * cycle was opened by mistake; the figures are kept and nobody fills it until the cycle is opened again.
 */
export const SUBMISSION_STATUSES = ['draft', 'submitted', 'verified', 'accepted', 'called-back'] as const
export const SubmissionStatus = z.enum(SUBMISSION_STATUSES)
export type SubmissionStatus = z.infer<typeof SubmissionStatus>

export const SUBMISSION_ACTIONS = [
  'save',
  'attach',
  'submit',
  'withdraw',
  'remark',
  'answer',
  'verify',
  'accept',
  'return',
] as const
export const SubmissionAction = z.enum(SUBMISSION_ACTIONS)
export type SubmissionAction = z.infer<typeof SubmissionAction>

const itemCode = line({ max: 60 })
const itemPeriod = line({ max: 20 })

/** What names a cell of a form. */
export const FORM_CELL = { item: itemCode, period: itemPeriod } as const

/** 来源 of a figure that nobody typed here: the unit's own of a year before, or the same item in another form of the same time. */
export const FigureOrigin = z.object({
  kind: z.enum(['past', 'form']),
  /** Name of the cycle in whose form it stands. */
  from: line({ max: 80 }),
  period: itemPeriod,
  /** Who has looked at it and stands for it; until then the form is not submitted. */
  confirmedBy: line({ max: 80 }).optional(),
})
export type FigureOrigin = z.infer<typeof FigureOrigin>

/** A cell of the form. A zero is `reported` with value `0`; an empty cell is `missing`; the two never stand for each other. */
export const FormValue = z.discriminatedUnion('status', [
  z.object({
    item: itemCode,
    period: itemPeriod,
    status: z.literal('reported'),
    value: DecimalText,
    note: lines({ max: 500 }).optional(),
    /** Kept by the server for as long as the figure stays what it was taken over as. */
    origin: FigureOrigin.optional(),
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

/** Types of files as people call them. `whereAllowed`: older formats and packed files, where the cycle's commission takes them. */
export const EVIDENCE_TYPES = {
  'application/pdf': { extension: 'pdf', name: 'PDF', whereAllowed: false },
  'application/ofd': { extension: 'ofd', name: 'OFD', whereAllowed: false },
  'image/jpeg': { extension: 'jpg', name: 'JPG图片', whereAllowed: false },
  'image/png': { extension: 'png', name: 'PNG图片', whereAllowed: false },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    extension: 'docx',
    name: 'Word（DOCX）',
    whereAllowed: false,
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    extension: 'xlsx',
    name: 'Excel（XLSX）',
    whereAllowed: false,
  },
  'application/msword': { extension: 'doc', name: 'Word（DOC）', whereAllowed: true },
  'application/vnd.ms-excel': { extension: 'xls', name: 'Excel（XLS）', whereAllowed: true },
  'application/wps-office.wps': { extension: 'wps', name: 'WPS文字', whereAllowed: true },
  'application/zip': { extension: 'zip', name: 'ZIP压缩包', whereAllowed: true },
} as const
export type EvidenceType = keyof typeof EVIDENCE_TYPES
export const EvidenceType = z.enum(Object.keys(EVIDENCE_TYPES) as [EvidenceType, ...EvidenceType[]])

/** 病毒扫描: `unable`, nothing was there that could look at it; it is said to be 未扫描 and never clean. */
export const ScanResult = z.discriminatedUnion('result', [
  z.object({ result: z.literal('clean') }),
  z.object({ result: z.literal('found'), name: z.string() }),
  z.object({ result: z.literal('unable') }),
])
export type ScanResult = z.infer<typeof ScanResult>

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
  /** Of files from before there was a scanner nothing is known: they were not scanned. */
  scan: ScanResult.optional(),
  uploadedBy: z.string(),
  uploadedAt: Instant,
})
export type Evidence = z.infer<typeof Evidence>

/** Who said something on a form: kept with the form, because it is shown beside the cell. */
const spokenBy = z.object({ personId: z.string(), personName: z.string(), place: z.string() })

/** Cells of a form that may carry a remark at one time. */
export const MAX_REMARKS = 300

/**
 * 审核意见 on one cell, and where the reviewer has found another figure the 核定值 beside the reported one. `open`: only words.
 * `awaiting`: the reporter has not said whether they agree. `returned`: the form went back with it.
 */
export const CellRemark = z.object({
  ...FORM_CELL,
  text: lines({ min: 1, max: 500 }),
  state: z.enum(['open', 'awaiting', 'agreed', 'declined', 'returned']),
  /** What was reported when the reviewer looked at it; null where it was no figure. */
  reported: DecimalText.nullable(),
  verified: DecimalText.optional(),
  by: spokenBy,
  at: Instant,
  answer: z.object({ text: lines({ max: 500 }).optional(), by: spokenBy, at: Instant }).optional(),
})
export type CellRemark = z.infer<typeof CellRemark>

/** 情况说明 of a broken relation, for just the figures that its message names; accepted by those above, or not yet. */
export const CheckExplanation = z.object({
  /** Number of the relation in the form. */
  check: z.int().min(0),
  message: z.string(),
  text: lines({ min: 2, max: 500 }),
  by: spokenBy,
  at: Instant,
  accepted: z.object({ by: spokenBy, at: Instant }).optional(),
})
export type CheckExplanation = z.infer<typeof CheckExplanation>

/** 下级合计 as it was when the form was submitted, for those above, who do not read the forms below. */
export const BelowSumRecord = z.object({
  check: z.int().min(0),
  cycleName: z.string(),
  units: z.int().min(0),
  sum: DecimalText.nullable(),
  open: z.array(z.string()),
})
export type BelowSumRecord = z.infer<typeof BelowSumRecord>

/** 台账或其他表中的数 that a relation is set against, as it was when the form was submitted; `value` null: there is none, and `note` says why. */
export const BesideRecord = z.object({
  check: z.int().min(0),
  from: z.string(),
  value: DecimalText.nullable(),
  note: z.string().optional(),
})
export type BesideRecord = z.infer<typeof BesideRecord>

/** 取数 of one cell at the last submission: the drawing that holds its rows, how many rows, and their digest. */
export const CountedCell = z.object({
  item: itemCode,
  period: itemPeriod,
  drawing: z.string(),
  digest: z.string(),
  rows: z.int().min(0),
})
export type CountedCell = z.infer<typeof CountedCell>

export const Submission = z.object({
  id: SubmissionId,
  county: CountyCode,
  countyName: z.string(),
  /** The township, department … that the figures are of; without it they are the county's own. */
  subject: z.object({ code: LocalSubject, name: z.string() }).optional(),
  /** 审定级: whose word is the last, the city's, or the county's own where the county itself assesses. */
  finalLevel: z.enum(['city', 'county']).default('city'),
  cycleId: CycleId,
  cycleName: z.string(),
  /** 填报截止日, as the cycle set it, or later where this unit alone was given more time. */
  dueOn: PlainDate,
  /** 单独放宽: why, when, and the day before. */
  exception: z
    .object({ dueBefore: PlainDate, reason: lines({ min: 2, max: 300 }), at: Instant, byName: z.string() })
    .optional(),
  /** When it was handed in for the first time; whether that was in time does not change by what is mended afterwards. */
  submittedAt: Instant.optional(),
  status: SubmissionStatus,
  values: z.array(FormValue),
  evidence: z.array(Evidence),
  /** 台账取数: what the counted figures stand for, as it was frozen when the form was submitted last. */
  counted: z.array(CountedCell).optional(),
  /** Person ids of everybody who entered a figure or attached a file: they may not verify it. */
  enteredBy: z.array(z.string()),
  submittedBy: z.string().optional(),
  verifiedBy: z.string().optional(),
  remarks: z.array(CellRemark).max(MAX_REMARKS).optional(),
  explanations: z.array(CheckExplanation).max(200).optional(),
  belowSums: z.array(BelowSumRecord).max(200).optional(),
  beside: z.array(BesideRecord).max(200).optional(),
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
