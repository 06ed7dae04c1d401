import { z } from 'zod'
import { CountyCode } from '../divisions/divisions.ts'
import { ApplicationId, BatchId, CertificateSerial, RoundId, TitleId, UnitId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { Evidence } from '../submissions/submission.ts'
import { line, lines } from '../text.ts'
import { UnitKind } from '../units/unitKind.ts'
import { HonourCode } from './honourCodes.ts'
import { Grade } from './honourType.ts'

/**
 * 申报环节. `proposed` means listed in a batch; whether that list is on notice is the batch's state, not the application's,
 * because the whole list goes on notice and is named together.
 */
export const APPLICATION_STATUSES = [
  'draft',
  'submitted',
  'recommended',
  'accepted',
  'proposed',
  'named',
  'rejected',
] as const
export const ApplicationStatus = z.enum(APPLICATION_STATUSES)
export type ApplicationStatus = z.infer<typeof ApplicationStatus>

export const APPLICATION_ACTIONS = [
  'save',
  'submit',
  'confirm',
  'withdraw',
  'recommend',
  'accept',
  'wait',
  'return',
  'reject',
  'hold',
  'release',
  'visit',
  'transfer',
  'ask-opinion',
  'co-sign',
  'recall-request',
  'propose',
  'name',
] as const
export const ApplicationAction = z.enum(APPLICATION_ACTIONS)
export type ApplicationAction = z.infer<typeof ApplicationAction>

/** 自查结论 on one criterion. `unknown` is not `not-met`: nobody has looked yet. */
export const CriterionAnswer = z.object({
  criterion: line({ max: 60 }),
  answer: z.enum(['met', 'not-met', 'unknown']),
  note: lines({ max: 500 }).optional(),
})
export type CriterionAnswer = z.infer<typeof CriterionAnswer>

/** How many files one application may carry; more than an honest one needs, and far below a record's byte limit. */
export const MAX_EVIDENCE_PER_APPLICATION = 60

/** 佐证材料 to one criterion. */
export const CriterionEvidence = Evidence.omit({ item: true }).extend({
  criterion: line({ min: 1, max: 60 }),
  /** 有效期: last day on which the paper holds; a paper without one has none. */
  expiresOn: PlainDate.optional(),
  /** 沿用: the earlier application of the same unit with which the file lies. */
  keptWith: ApplicationId.optional(),
})
export type CriterionEvidence = z.infer<typeof CriterionEvidence>

/** 部门核实: the office that knows says that nothing of the kind happened; the unit itself can prove nothing negative. */
export const Confirmation = z.strictObject({
  criterion: line({ min: 1, max: 60 }),
  on: PlainDate,
  /** 核实文号或经办科室 */
  reference: line({ min: 2, max: 80 }),
})
export type Confirmation = z.infer<typeof Confirmation>

/** 填报部分 of an application, in the order in which its page shows them. */
export const APPLICATION_SECTIONS = ['criteria', 'evidence', 'statement'] as const
export const ApplicationSection = z.enum(APPLICATION_SECTIONS)
export type ApplicationSection = z.infer<typeof ApplicationSection>

/** 审核意见 as an approval sheet prints it. */
export const Opinion = z.object({
  action: ApplicationAction,
  text: z.string().max(500),
  personId: z.string(),
  personName: z.string(),
  post: z.string(),
  /** Division code of the jurisdiction for which the person acted. */
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  /** 接口客户端: a program gave it, and no person. */
  machine: z.literal(true).optional(),
  at: Instant,
})
export type Opinion = z.infer<typeof Opinion>

/** 现场核查: several may be made at each step; what an earlier one found stays, also when the case has come back since. */
export const Visit = z.strictObject({
  on: PlainDate,
  visitors: z
    .array(line({ min: 2, max: 20 }))
    .min(1)
    .max(6),
  finding: lines({ min: 2, max: 500, tooShort: '请写明核查情况' }),
  /** 与申报一致; otherwise something is to be mended first. */
  agrees: z.boolean(),
})
export type Visit = z.infer<typeof Visit>

export const MAX_VISITS = 20
export const MAX_FILES_PER_VISIT = 10

export const RecordedVisit = Visit.extend({
  /** Counted from 1 within the application. */
  number: z.int(),
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  recordedBy: z.string(),
  at: Instant,
  /** 随机抽取 by which the unit was to be visited: which draw, out of how many, and how many were drawn. */
  byDraw: z.object({ number: z.int(), listed: z.int(), count: z.int() }).optional(),
  files: z
    .array(Evidence.omit({ item: true }))
    .max(MAX_FILES_PER_VISIT)
    .optional(),
  /** The case was sent or taken back since: another visit is needed for the next acceptance. */
  before: z.literal(true).optional(),
})
export type RecordedVisit = z.infer<typeof RecordedVisit>

export const MAX_REQUESTS = 20

/** 会签: the opinion of another department's post, while the case stays with its owner. */
export const OpinionRequest = z.object({
  number: z.int(),
  jurisdiction: z.string(),
  personId: z.string(),
  personName: z.string(),
  post: z.string(),
  question: lines({ min: 2, max: 500 }),
  askedBy: z.string(),
  at: Instant,
  dueOn: PlainDate,
  answer: z.object({ agrees: z.boolean(), text: lines({ min: 2, max: 500 }), at: Instant }).optional(),
  recalled: z.object({ reason: z.string(), at: Instant }).optional(),
})
export type OpinionRequest = z.infer<typeof OpinionRequest>

export const Application = z.object({
  id: ApplicationId,
  county: CountyCode,
  countyName: z.string(),
  cityName: z.string(),
  roundId: RoundId,
  roundName: z.string(),
  /** 申报截止日 of the round; applications from before it was kept here have none. */
  closesOn: PlainDate.optional(),
  honour: HonourCode,
  grade: Grade.optional(),
  year: z.int(),
  unitId: UnitId,
  unitName: z.string(),
  unitKind: UnitKind,
  townshipName: z.string().optional(),
  status: ApplicationStatus,
  answers: z.array(CriterionAnswer),
  /** 创建情况说明 */
  statement: lines({ max: 3000 }),
  evidence: z.array(CriterionEvidence).max(MAX_EVIDENCE_PER_APPLICATION).optional(),
  /** 已看: sections that somebody who fills it in has been through. */
  seen: z.array(ApplicationSection).max(3).optional(),
  /** 部门核实, one of each criterion that asks for it. */
  confirmations: z.array(Confirmation.extend({ office: z.string(), by: z.string() })).optional(),
  opinions: z.array(Opinion).max(200),
  returnReason: z.string().optional(),
  /** 补正期限: until when the county may send back what was returned to it, also after the window has closed. */
  resubmitBy: PlainDate.optional(),
  /** 暂缓办理: it stays with its owner and goes no further until it is released. */
  held: z.object({ reason: lines({ max: 500 }), at: Instant }).optional(),
  /** 异议: how many are being looked into, and how many proved right. With either the unit is not named; others of its list are. */
  objections: z.object({ open: z.int().min(0), upheld: z.int().min(0) }).optional(),
  /** 转办: the reviewer of the same level who goes on with it, until it leaves the level. */
  transferred: z
    .object({ personId: z.string(), personName: z.string(), post: z.string(), reason: z.string(), at: Instant })
    .optional(),
  requests: z.array(OpinionRequest).max(MAX_REQUESTS).optional(),
  visits: z.array(RecordedVisit).max(MAX_VISITS).optional(),
  /** 候补: it found no place and waits for one in order; it stays with who accepts. */
  waiting: z.object({ at: Instant }).optional(),
  /** Person ids of everybody who wrote in the application: they may not decide on it. */
  enteredBy: z.array(z.string()),
  siteVisit: z
    .object({ on: PlainDate, visitors: line({ min: 1, max: 100 }), finding: lines({ min: 1, max: 500 }) })
    .optional(),
  /** The title below by which the unit may apply; it must stand until the naming. */
  lowerTitleId: TitleId.optional(),
  /** 续期: the title of this rung that it follows; it was held when the application was sent. */
  renews: TitleId.optional(),
  batchId: BatchId.optional(),
  titleId: TitleId.optional(),
  certificateSerial: CertificateSerial.optional(),
  updatedAt: Instant,
})
export type Application = z.infer<typeof Application>
