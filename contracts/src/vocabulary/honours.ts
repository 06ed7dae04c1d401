import { z } from 'zod'
import { CityCode, CountyCode, Level, ProvinceCode, UnitKind } from './divisions.ts'
import { ApplicationId, BatchId, CertificateSerial, DocumentNumber, RoundId, TitleId, UnitId } from './ids.ts'
import { Instant, PlainDate } from './plainDate.ts'
import { line, lines } from './text.ts'

/** 荣誉类型. Adding one is a file in domain/honours/types and a line here; the compiler names what is missing. */
export const HONOUR_CODES = [
  'six-no-village',
  'peace-township',
  'peace-hospital',
  'peace-campus',
  'fengqiao-police-station',
  'fengqiao-justice-office',
] as const
export const HonourCode = z.enum(HONOUR_CODES)
export type HonourCode = z.infer<typeof HonourCode>

/** 基层单位: a record of the tenant with our own id, validity dates and successor links, because villages merge and codes change. */
export const Unit = z.object({
  id: UnitId,
  county: CountyCode,
  kind: UnitKind,
  name: line({ min: 1, max: 60 }),
  /** The township a village or post belongs to. */
  parentId: UnitId.optional(),
  parentName: line({ max: 60 }).optional(),
  /** 曾用名, oldest first, each with its last day. */
  formerNames: z.array(z.object({ name: line({ max: 60 }), until: PlainDate })).optional(),
  validFrom: PlainDate,
  /** Last day. */
  validTo: PlainDate.optional(),
  /** Units that stand in its place since then: none, it was dissolved; one, merged into it; several, divided. */
  successors: z.array(UnitId),
  updatedAt: Instant,
})
export type Unit = z.infer<typeof Unit>

/** 法定依据: without one a round cannot open (创建示范活动管理办法, 2022). */
export const LegalBasis = z.object({
  regime: z.enum(['creation-demonstration', 'commendation']),
  /** 主办单位 */
  issuer: line({ min: 2, max: 60 }),
  /** 批准文号或保留项目目录条目 */
  approvalReference: line({ min: 2, max: 80 }),
})
export type LegalBasis = z.infer<typeof LegalBasis>

/** 申报轮次: one honour × level × year, with its window and the places left for each city. */
export const Round = z.object({
  id: RoundId,
  province: ProvinceCode,
  honour: HonourCode,
  name: z.string().min(1).max(80),
  year: z.int().min(2000).max(2100),
  opensOn: PlainDate,
  closesOn: PlainDate,
  noticeWorkingDays: z.int().min(1).max(30),
  /** 有效期, in years from the day of naming; null: no end. */
  validYears: z.int().min(1).max(20).nullable(),
  legalBasis: LegalBasis,
  /** 名额 per city; a city that is not listed has none. */
  quotas: z.array(z.object({ city: CityCode, cityName: z.string(), places: z.int().min(0).max(10000) })),
  updatedAt: Instant,
})
export type Round = z.infer<typeof Round>

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
  'withdraw',
  'recommend',
  'accept',
  'return',
  'reject',
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
  at: Instant,
})
export type Opinion = z.infer<typeof Opinion>

export const Application = z.object({
  id: ApplicationId,
  county: CountyCode,
  countyName: z.string(),
  cityName: z.string(),
  roundId: RoundId,
  roundName: z.string(),
  honour: HonourCode,
  year: z.int(),
  unitId: UnitId,
  unitName: z.string(),
  unitKind: UnitKind,
  townshipName: z.string().optional(),
  status: ApplicationStatus,
  answers: z.array(CriterionAnswer),
  /** 创建情况说明 */
  statement: lines({ max: 3000 }),
  opinions: z.array(Opinion).max(200),
  returnReason: z.string().optional(),
  /** Person ids of everybody who wrote in the application: they may not decide on it. */
  enteredBy: z.array(z.string()),
  siteVisit: z
    .object({ on: PlainDate, visitors: line({ min: 1, max: 100 }), finding: lines({ min: 1, max: 500 }) })
    .optional(),
  batchId: BatchId.optional(),
  titleId: TitleId.optional(),
  certificateSerial: CertificateSerial.optional(),
  updatedAt: Instant,
})
export type Application = z.infer<typeof Application>

/** 公示: a window in working days by the official calendar. */
export const Notice = z.object({
  startsOn: PlainDate,
  /** The last day on which an objection is taken, to its end in Beijing time. */
  endsOn: PlainDate,
  workingDays: z.int(),
  contact: line({ min: 2, max: 120 }),
  closedAt: Instant.optional(),
})
export type Notice = z.infer<typeof Notice>

/** 拟命名批次: collecting → on-notice → notice-closed → naming (units are being named one by one) → named. */
export const BATCH_STATUSES = ['collecting', 'on-notice', 'notice-closed', 'naming', 'named'] as const
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
})
export type BatchEntry = z.infer<typeof BatchEntry>

export const Batch = z.object({
  id: BatchId,
  province: ProvinceCode,
  roundId: RoundId,
  roundName: z.string(),
  honour: HonourCode,
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
  updatedAt: Instant,
})
export type Batch = z.infer<typeof Batch>

/** 称号状态. 注销 (deregistered: merged or dissolved, without stigma) is not 撤销 (revoked). */
export const TITLE_STATUSES = [
  'active',
  'under-recheck',
  'retained',
  'rectify',
  'revoked',
  'deregistered',
  'expired',
] as const
export const TitleStatus = z.enum(TITLE_STATUSES)
export type TitleStatus = z.infer<typeof TitleStatus>

/** 称号: what a unit holds. Named by us, or taken over from a public listing with its source. */
export const Title = z.object({
  id: TitleId,
  county: CountyCode,
  honour: z.string().min(1),
  honourName: z.string().min(1),
  level: z.union([Level, z.literal('national')]),
  year: z.int(),
  unitId: UnitId.optional(),
  unitName: z.string(),
  unitKind: UnitKind,
  provinceName: z.string(),
  cityName: z.string(),
  countyName: z.string(),
  townshipName: z.string().optional(),
  status: TitleStatus,
  namedOn: PlainDate.optional(),
  validUntil: PlainDate.optional(),
  documentNumber: DocumentNumber.optional(),
  issuer: z.string().optional(),
  batchId: BatchId.optional(),
  serial: CertificateSerial.optional(),
  /** SHA-256 over the certificate's printed content, hexadecimal. */
  certificateHash: z.string().optional(),
  source: z.object({ kind: z.enum(['named-here', 'public-listing']), url: z.string().optional() }),
  updatedAt: Instant,
})
export type Title = z.infer<typeof Title>
