import { z } from 'zod'
import { CityCode, CountyCode } from './divisions/divisions.ts'

/**
 * Record ids. A tenant's record carries the owner's code in front of a ULID (`990101.01J…`), so that an overseer can
 * address it; the code is an address and never a permission: a county's store is opened from its membership alone.
 */
const ULID = '[0-9A-HJKMNP-TV-Z]{26}'

const countyRecordId = <B extends string>(_brand: B) =>
  z
    .string()
    .regex(new RegExp(`^\\d{4}[0-9A-Z]\\d\\.${ULID}$`), '编号格式不对')
    .brand<B>()
/** Of a county, or of one of its units: then the unit's own ULID leads, `990101.<unit>-<ULID>`, so that a key shows whose it is. */
const unitRecordId = <B extends string>(_brand: B) =>
  z
    .string()
    .regex(new RegExp(`^\\d{4}[0-9A-Z]\\d\\.(${ULID}-)?${ULID}$`), '编号格式不对')
    .brand<B>()
/** As above, or of a post at a unit: `990101.<unit>-<post>-post-<ULID>`, which stays in the county. */
const subjectRecordId = <B extends string>(_brand: B) =>
  z
    .string()
    .regex(new RegExp(`^\\d{4}[0-9A-Z]\\d\\.((${ULID}-)?|${ULID}-${ULID}-post-)${ULID}$`), '编号格式不对')
    .brand<B>()
/** Of the commission that assesses: the province's, or a county's own. */
const assessorRecordId = <B extends string>(_brand: B) =>
  z
    .string()
    .regex(new RegExp(`^(\\d{2}|\\d{4}[0-9A-Z]\\d)\\.${ULID}$`), '编号格式不对')
    .brand<B>()
/** As above; what is of a county's assessment of posts says so, `990101.post-<ULID>`, and stays in the county. */
const assessmentRecordId = <B extends string>(_brand: B) =>
  z
    .string()
    .regex(new RegExp(`^(\\d{2}\\.|\\d{4}[0-9A-Z]\\d\\.(post-)?)${ULID}$`), '编号格式不对')
    .brand<B>()

/** Of a county, a city or the province. */
const jurisdictionRecordId = <B extends string>(_brand: B) =>
  z
    .string()
    .regex(new RegExp(`^(\\d{2}|\\d{4}|\\d{4}[0-9A-Z]\\d)\\.${ULID}$`), '编号格式不对')
    .brand<B>()

/** 任职编号 */
export const MembershipId = jurisdictionRecordId('MembershipId')
export type MembershipId = z.infer<typeof MembershipId>
/** Made from an invitation's code by a one-way digest: whoever reads the record does not know the code. */
export const InvitationId = jurisdictionRecordId('InvitationId')
export type InvitationId = z.infer<typeof InvitationId>

export const UnitId = countyRecordId('UnitId')
export type UnitId = z.infer<typeof UnitId>
/** 岗位 of a registered unit, whose own ULID leads. */
export const DutyPostId = z
  .string()
  .regex(new RegExp(`^\\d{4}[0-9A-Z]\\d\\.${ULID}-${ULID}$`), '编号格式不对')
  .brand<'DutyPostId'>()
export type DutyPostId = z.infer<typeof DutyPostId>
/** Whom a county assesses: a registered unit (township, department, village …), or a post at one. */
export const LocalSubject = z.union([UnitId, DutyPostId])
export type LocalSubject = z.infer<typeof LocalSubject>
/** 被考评单位: a city, a county, or whom a county assesses. */
export const SubjectCode = z.union([CityCode, CountyCode, LocalSubject])
export type SubjectCode = z.infer<typeof SubjectCode>
/** 填报表: the figures of one county, or of one of its units or posts, in one cycle. */
export const SubmissionId = subjectRecordId('SubmissionId')
export type SubmissionId = z.infer<typeof SubmissionId>
export const EvidenceId = countyRecordId('EvidenceId')
export type EvidenceId = z.infer<typeof EvidenceId>
export const ApplicationId = unitRecordId('ApplicationId')
export type ApplicationId = z.infer<typeof ApplicationId>
export const AppealId = subjectRecordId('AppealId')
export type AppealId = z.infer<typeof AppealId>
/** 称号 that a county or city named say so, `990101.county-<ULID>`: by that the table tells who may confer them. Those of the province and of public lists have the ULID alone. */
export const TitleId = z
  .string()
  .regex(new RegExp(`^\\d{4}[0-9A-Z]\\d\\.((?:county|city)-)?${ULID}$`), '编号格式不对')
  .brand<'TitleId'>()
export type TitleId = z.infer<typeof TitleId>

export const SchemeId = assessmentRecordId('SchemeId')
export type SchemeId = z.infer<typeof SchemeId>
export const CycleId = assessmentRecordId('CycleId')
export type CycleId = z.infer<typeof CycleId>
export const RunId = assessmentRecordId('RunId')
export type RunId = z.infer<typeof RunId>
/** 申报轮次 of the level whose code it bears: `99.01J…`, `9901.01J…`, `990101.01J…`. */
export const RoundId = jurisdictionRecordId('RoundId')
export type RoundId = z.infer<typeof RoundId>
/** 导入批次 of the jurisdiction whose post brings the file in, or of one of a county's units: then the unit's own ULID leads. */
export const ImportBatchId = z
  .string()
  .regex(new RegExp(`^((\\d{2}|\\d{4})\\.${ULID}|\\d{4}[0-9A-Z]\\d\\.(${ULID}-)?${ULID})$`), '编号格式不对')
  .brand<'ImportBatchId'>()
export type ImportBatchId = z.infer<typeof ImportBatchId>
/** 拟命名批次: the list that goes on public notice and is then named together, by the level whose code it bears. */
export const BatchId = jurisdictionRecordId('BatchId')
export type BatchId = z.infer<typeof BatchId>

/** 复核 of a title; of a registered unit its own ULID leads. */
export const RecheckId = unitRecordId('RecheckId')
export type RecheckId = z.infer<typeof RecheckId>
/** 督导措施 on a unit, whose own ULID leads, or on a county itself. */
export const MeasureId = unitRecordId('MeasureId')
export type MeasureId = z.infer<typeof MeasureId>
/** 整改 of one problem, with the same address as its measure. */
export const RectificationId = unitRecordId('RectificationId')
export type RectificationId = z.infer<typeof RectificationId>
/** 四张清单: the province's template, or a county's own version. */
export const DutyListsId = assessorRecordId('DutyListsId')
export type DutyListsId = z.infer<typeof DutyListsId>
/** 负面事件 of a post, whose unit's ULID leads. */
export const DutyEventId = unitRecordId('DutyEventId')
export type DutyEventId = z.infer<typeof DutyEventId>
/** 培训 of a county's posts. */
export const DutyTrainingId = countyRecordId('DutyTrainingId')
export type DutyTrainingId = z.infer<typeof DutyTrainingId>
/**
 * 程序材料 of a cycle: the unit's own ULID leads (`990101.<unit>-self-<cycle>`); a county's own is `990101.self-<cycle>`; a visit lies with
 * whoever sends the team, `990101.visit-<cycle>-<visited>`, because the visited does not read it beforehand.
 */
export const ProcedurePaperId = z
  .string()
  .regex(
    new RegExp(
      `^(\\d{4}[0-9A-Z]\\d\\.(${ULID}-)?(self|scores|consult)-${ULID}|(\\d{2}|\\d{4}[0-9A-Z]\\d)\\.visit-${ULID}-[0-9A-Z]{6,26})$`,
    ),
    '编号格式不对',
  )
  .brand<'ProcedurePaperId'>()
export type ProcedurePaperId = z.infer<typeof ProcedurePaperId>
/** 复核批次 of the level whose code it bears. */
export const CampaignId = jurisdictionRecordId('CampaignId')
export type CampaignId = z.infer<typeof CampaignId>

/** 迁移方案 of the level that draws it up: the province's, or a county's own. */
export const MovePlanId = jurisdictionRecordId('MovePlanId')
export type MovePlanId = z.infer<typeof MovePlanId>

/** 异议 of the level that investigates: a city's or the province's. */
export const ObjectionId = z
  .string()
  .regex(new RegExp(`^(\\d{2}|\\d{4})\\.${ULID}$`), '编号格式不对')
  .brand<'ObjectionId'>()
export type ObjectionId = z.infer<typeof ObjectionId>
/** 批准文件 beside a basis, of the level whose code it bears. */
export const BasisFileId = jurisdictionRecordId('BasisFileId')
export type BasisFileId = z.infer<typeof BasisFileId>

/** 所获荣誉 of a county itself. */
export const CountyHonourId = countyRecordId('CountyHonourId')
export type CountyHonourId = z.infer<typeof CountyHonourId>

/** 批准依据 of the level whose code it bears. */
export const BasisId = jurisdictionRecordId('BasisId')
export type BasisId = z.infer<typeof BasisId>

/** 数据目录项 of the province: its code leads, `99.PA-017`. */
export const CatalogueItemId = z
  .string()
  .regex(/^\d{2}\.[A-Z][A-Z0-9]{0,9}(-[A-Z0-9]{1,10}){0,3}$/, '编号格式不对')
  .brand<'CatalogueItemId'>()
export type CatalogueItemId = z.infer<typeof CatalogueItemId>

/**
 * 证书编号, printed on the certificate: `平安99-WL-2026-0001-7K3M` of the province, `平安市9901-…` of a city, `平安县990101-…` of a county.
 * The last part is drawn at random so that neighbours cannot be tried.
 */
export const CertificateSerial = z
  .string()
  .regex(
    /^平安(?:\d{2}|市\d{4}|县\d{4}[0-9A-Z]\d)-[A-Z]{2}-\d{4}-\d{4,}-[0-9A-HJKMNP-TV-Z]{4}$/,
    '证书编号格式不对，应如“平安99-WL-2026-0001-7K3M”',
  )
  .brand<'CertificateSerial'>()
export type CertificateSerial = z.infer<typeof CertificateSerial>

/** 文号 as it is stored: `平安办〔2026〕12号`. Read more widely than written: earlier records and lists of others may say 012号. */
export const DocumentNumber = z
  .string()
  .trim()
  .regex(/^[\u4e00-\u9fff]{2,20}〔20\d{2}〕\d{1,4}号$/, '文号应如“平安办〔2026〕12号”，年份用六角括号')
  .brand<'DocumentNumber'>()
export type DocumentNumber = z.infer<typeof DocumentNumber>

/** How else the year's brackets are typed; printed are six-cornered ones only (GB/T 9704-2012). */
const YEAR_BRACKETS = /[[(（［【{](20\d{2})[\])）］】}]/

/** 文号 as it is given to a decision, by the standard: full year in 〔〕, serial without leading zero and without 第. */
export const NewDocumentNumber = z
  .string()
  .trim()
  .overwrite((text) => text.replace(YEAR_BRACKETS, '〔$1〕'))
  .regex(
    /^[\u4e00-\u9fff]{2,20}〔20\d{2}〕[1-9]\d{0,3}号$/,
    '文号应如“平安办〔2026〕12号”：年份用全称、加六角括号，序号不编虚位（不写012），前面不加“第”',
  )
  .brand<'DocumentNumber'>()
