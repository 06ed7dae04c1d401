import { z } from 'zod'
import { CountyCode } from '../vocabulary/divisions/divisions.ts'
import {
  Application,
  ApplicationSection,
  ApplicationStatus,
  Confirmation,
  CriterionEvidence,
  Visit,
} from '../vocabulary/honours/application.ts'
import { Bar, BarContent, BarSubject, LiftContent } from '../vocabulary/honours/bar.ts'
import { CountyHonour, CountyHonourContent } from '../vocabulary/honours/countyHonour.ts'
import { RoundDraws } from '../vocabulary/honours/draw.ts'
import { HonourCode } from '../vocabulary/honours/honourCodes.ts'
import { CountedUnit, HonourCounts } from '../vocabulary/honours/honourCounts.ts'
import { Criterion, Grade, HonourType, Rung, TitleLevel } from '../vocabulary/honours/honourType.ts'
import { BasisContent, LegalBasisRecord } from '../vocabulary/honours/legalBasis.ts'
import { ListingRow } from '../vocabulary/honours/listingRow.ts'
import { QuotaCode, Round } from '../vocabulary/honours/round.ts'
import { PlanState, RungState } from '../vocabulary/honours/rungState.ts'
import { TitleStatus } from '../vocabulary/honours/title.ts'
import { BoardFigures } from '../vocabulary/honours/titleTally.ts'
import {
  ApplicationId,
  BasisFileId,
  BasisId,
  BatchId,
  CountyHonourId,
  EvidenceId,
  MembershipId,
  NewDocumentNumber,
  RoundId,
  TitleId,
  UnitId,
} from '../vocabulary/ids.ts'
import { listPage, listQuery } from '../vocabulary/listPage.ts'
import { LIST_ROWS } from '../vocabulary/listRow.ts'
import { Batch } from '../vocabulary/notices/batch.ts'
import { Instant, PlainDate } from '../vocabulary/plainDate.ts'
import { AllowedAction, EvidenceType, MAX_EVIDENCE_BYTES } from '../vocabulary/submissions/submission.ts'
import { line, lines } from '../vocabulary/text.ts'
import { Unit } from '../vocabulary/units/unit.ts'
import { UnitKind } from '../vocabulary/units/unitKind.ts'
import { CommandReply, operation, recordEnvelope } from './operation.ts'
import { CASE_READERS, COUNTY_READERS, LIST_MAKERS, LIST_READERS, NAMING_ADMINS } from './readers.ts'

const applicationParams = z.strictObject({ applicationId: ApplicationId })
const evidenceParams = z.strictObject({ applicationId: ApplicationId, evidenceId: EvidenceId })
const batchParams = z.strictObject({ batchId: BatchId })
const reason = lines({ min: 2, max: 500, tooShort: '请写明理由' })
const opinion = lines({ min: 2, max: 500, tooShort: '请填写意见' })

export const listHonourTypes = operation({
  id: 'listHonourTypes',
  summary: '荣誉类型与创建条件',
  method: 'GET',
  path: '/v1/honour-types',
  roles: [...CASE_READERS, 'unit-reporter'],
  success: z.object({
    types: z.array(
      HonourType.extend({
        /** Of the province's own setting; 0: as it came with the system. */
        version: z.int(),
        reason: z.string().optional(),
      }),
    ),
  }),
})

export const setHonourType = operation({
  id: 'setHonourType',
  summary: '设定荣誉类型',
  method: 'PUT',
  path: '/v1/honour-types/{honour}',
  roles: ['province-admin'],
  params: z.strictObject({ honour: HonourCode }),
  body: z.strictObject({
    type: HonourType.omit({ code: true }),
    reason: line({ min: 2, max: 200, tooShort: '请写明理由' }),
  }),
  success: CommandReply,
  ifMatch: true,
})

export const listBases = operation({
  id: 'listBases',
  summary: '批准依据',
  method: 'GET',
  path: '/v1/legal-bases',
  roles: CASE_READERS,
  success: z.object({
    bases: z.array(LegalBasisRecord.extend({ version: z.int(), inForce: z.boolean(), why: z.string().optional() })),
  }),
})

export const recordBasis = operation({
  id: 'recordBasis',
  summary: '登记批准依据',
  method: 'POST',
  path: '/v1/legal-bases',
  roles: NAMING_ADMINS,
  body: BasisContent,
  success: CommandReply,
  status: 201,
  problems: ['legal-basis-missing'],
})

export const endBasis = operation({
  id: 'endBasis',
  summary: '终止批准依据',
  method: 'POST',
  path: '/v1/legal-bases/{basisId}/end',
  roles: NAMING_ADMINS,
  params: z.strictObject({ basisId: BasisId }),
  body: z.strictObject({ endsOn: PlainDate, reason: line({ min: 2, max: 200, tooShort: '请写明理由' }) }),
  success: CommandReply,
  ifMatch: true,
})

const announcedFile = z.strictObject({
  fileName: CriterionEvidence.shape.fileName,
  contentType: EvidenceType,
  bytes: z.int().min(1).max(MAX_EVIDENCE_BYTES, '单个文件不超过20MB'),
})
const uploadSlot = z.object({
  id: z.string(),
  version: z.int(),
  /** Post a form with these fields and then the file; the store refuses another type or size. */
  upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
})
const basisFileParams = z.strictObject({ basisId: BasisId, fileId: BasisFileId })

export const requestBasisFile = operation({
  id: 'requestBasisFile',
  summary: '取得批准文件上传地址',
  method: 'POST',
  path: '/v1/legal-bases/{basisId}/files',
  roles: NAMING_ADMINS,
  params: z.strictObject({ basisId: BasisId }),
  body: announcedFile,
  success: uploadSlot,
  status: 201,
  ifMatch: true,
  problems: ['evidence-refused'],
})

export const attachBasisFile = operation({
  id: 'attachBasisFile',
  summary: '确认批准文件已上传',
  method: 'POST',
  path: '/v1/legal-bases/{basisId}/files/{fileId}/attachment',
  roles: NAMING_ADMINS,
  params: basisFileParams,
  success: CommandReply,
  ifMatch: true,
  problems: ['evidence-not-uploaded', 'evidence-refused', 'transition-not-allowed'],
})

export const openBasisFile = operation({
  id: 'openBasisFile',
  summary: '打开批准文件（短时有效的地址）',
  method: 'GET',
  path: '/v1/legal-bases/{basisId}/files/{fileId}',
  roles: CASE_READERS,
  params: basisFileParams,
  success: z.object({ url: z.string(), fileName: z.string() }),
})

const countyHonourParams = z.strictObject({ countyHonourId: CountyHonourId })
const HONOUR_RECORDERS = ['county-reporter'] as const
const HONOUR_CONFIRMERS = ['city-reviewer', 'province-reviewer'] as const

export const listCountyHonours = operation({
  id: 'listCountyHonours',
  summary: '县（市、区）所获荣誉',
  method: 'GET',
  path: '/v1/county-honours',
  roles: CASE_READERS,
  /** Of a county below; without it the own ones, or those that wait for the own word. */
  query: z.strictObject({ county: CountyCode.optional() }),
  success: z.object({
    honours: z.array(CountyHonour.extend({ version: z.int(), allowed: z.array(AllowedAction) })),
    runs: z.array(
      z.object({
        name: z.string(),
        level: CountyHonour.shape.level,
        times: z.int(),
        from: z.int(),
        to: z.int(),
        isRunning: z.boolean(),
      }),
    ),
  }),
})

export const recordCountyHonour = operation({
  id: 'recordCountyHonour',
  summary: '登记本县所获荣誉',
  method: 'POST',
  path: '/v1/county-honours',
  roles: HONOUR_RECORDERS,
  body: CountyHonourContent,
  success: CommandReply,
  status: 201,
  problems: ['already-titled'],
})

export const changeCountyHonour = operation({
  id: 'changeCountyHonour',
  summary: '修改荣誉登记',
  method: 'PUT',
  path: '/v1/county-honours/{countyHonourId}',
  roles: HONOUR_RECORDERS,
  params: countyHonourParams,
  body: CountyHonourContent.pick({ issuer: true, documentNumber: true, namedOn: true }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

export const submitCountyHonour = operation({
  id: 'submitCountyHonour',
  summary: '报送荣誉确认',
  method: 'POST',
  path: '/v1/county-honours/{countyHonourId}/submission',
  roles: HONOUR_RECORDERS,
  params: countyHonourParams,
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'incomplete'],
})

export const confirmCountyHonour = operation({
  id: 'confirmCountyHonour',
  summary: '确认荣誉登记',
  method: 'POST',
  path: '/v1/county-honours/{countyHonourId}/confirmation',
  roles: HONOUR_CONFIRMERS,
  params: countyHonourParams,
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const returnCountyHonour = operation({
  id: 'returnCountyHonour',
  summary: '退回荣誉登记',
  method: 'POST',
  path: '/v1/county-honours/{countyHonourId}/return',
  roles: HONOUR_CONFIRMERS,
  params: countyHonourParams,
  body: z.strictObject({ reason }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const requestCountyHonourFile = operation({
  id: 'requestCountyHonourFile',
  summary: '取得荣誉文件上传地址',
  method: 'POST',
  path: '/v1/county-honours/{countyHonourId}/files',
  roles: HONOUR_RECORDERS,
  params: countyHonourParams,
  body: announcedFile,
  success: uploadSlot,
  status: 201,
  ifMatch: true,
  problems: ['evidence-refused', 'transition-not-allowed'],
})

export const attachCountyHonourFile = operation({
  id: 'attachCountyHonourFile',
  summary: '确认荣誉文件已上传',
  method: 'POST',
  path: '/v1/county-honours/{countyHonourId}/files/{evidenceId}/attachment',
  roles: HONOUR_RECORDERS,
  params: z.strictObject({ ...countyHonourParams.shape, evidenceId: EvidenceId }),
  success: CommandReply,
  ifMatch: true,
  problems: ['evidence-not-uploaded', 'evidence-refused', 'transition-not-allowed'],
})

export const openCountyHonourFile = operation({
  id: 'openCountyHonourFile',
  summary: '打开荣誉文件（短时有效的地址）',
  method: 'GET',
  path: '/v1/county-honours/{countyHonourId}/files/{evidenceId}',
  roles: CASE_READERS,
  params: z.strictObject({ ...countyHonourParams.shape, evidenceId: EvidenceId }),
  success: z.object({ url: z.string(), fileName: z.string() }),
})

const barParams = z.strictObject({ subject: BarSubject })

export const listBars = operation({
  id: 'listBars',
  summary: '限制申报的单位',
  method: 'GET',
  path: '/v1/bars',
  roles: CASE_READERS,
  query: z.strictObject(listQuery),
  success: listPage(LIST_ROWS.bars),
})

export const getBars = operation({
  id: 'getBars',
  summary: '一个单位的限制申报记录',
  method: 'GET',
  path: '/v1/bars/{subject}',
  roles: [...CASE_READERS, 'unit-reporter'],
  params: barParams,
  success: z.object({
    subject: BarSubject,
    name: z.string(),
    countyName: z.string(),
    /** 0: nothing was entered yet. */
    version: z.int(),
    /** Newest first. */
    bars: z.array(
      Bar.extend({
        inForce: z.boolean(),
        standing: z.string(),
        /** Whether the caller's level may lift it. */ mayLift: z.boolean(),
      }),
    ),
  }),
})

export const enterBar = operation({
  id: 'enterBar',
  summary: '登记限制申报',
  method: 'POST',
  path: '/v1/bars/{subject}',
  roles: NAMING_ADMINS,
  params: barParams,
  body: BarContent,
  success: CommandReply,
  ifMatch: true,
})

export const liftBar = operation({
  id: 'liftBar',
  summary: '解除限制申报',
  method: 'POST',
  path: '/v1/bars/{subject}/lift',
  roles: NAMING_ADMINS,
  params: barParams,
  body: LiftContent.extend({ number: z.int().min(1) }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

export const listRounds = operation({
  id: 'listRounds',
  summary: '申报轮次',
  method: 'GET',
  path: '/v1/rounds',
  roles: [...CASE_READERS, 'unit-reporter'],
  success: z.object({ rows: z.array(LIST_ROWS.round) }),
})

export const getRound = operation({
  id: 'getRound',
  summary: '申报轮次详情',
  method: 'GET',
  path: '/v1/rounds/{roundId}',
  roles: [...CASE_READERS, 'unit-reporter'],
  params: z.strictObject({ roundId: RoundId }),
  success: recordEnvelope(Round).extend({
    /** Places used, and how many wait for one, as far as the reader counts them. `city`: given to a county by that city. */
    places: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        city: z.string().optional(),
        places: z.int(),
        used: z.int(),
        waiting: z.int(),
      }),
    ),
    /** 候补 in order, of the reader's jurisdiction. */
    waiting: z.array(
      z.object({
        applicationId: ApplicationId,
        unitName: z.string(),
        countyName: z.string(),
        position: z.int(),
        since: Instant,
        called: z.boolean(),
      }),
    ),
    /** Where the reader is a city that gives its places to its counties: how often it has, and why last. */
    distribution: z.object({ number: z.int(), kept: z.int(), reason: z.string().optional() }).optional(),
  }),
})

export const openRound = operation({
  id: 'openRound',
  summary: '开放一轮申报',
  method: 'POST',
  path: '/v1/rounds',
  roles: NAMING_ADMINS,
  body: z.strictObject({
    honour: HonourCode,
    /** 等级, where the type has several at this level. */
    grade: Grade.optional(),
    name: line({ min: 2, max: 80 }),
    year: z.int().min(2000).max(2100),
    opensOn: PlainDate,
    closesOn: PlainDate,
    noticeWorkingDays: z.int().min(1).max(30),
    validYears: z.int().min(1).max(20).nullable(),
    basisId: BasisId,
    /** Where the notice is shorter than the regime's usual one. */
    noticeReason: Round.shape.noticeReason,
    quotas: z
      .array(z.strictObject({ code: QuotaCode, places: z.int().min(0).max(10000) }))
      .min(1)
      .max(40),
  }),
  success: CommandReply,
  status: 201,
  problems: ['legal-basis-missing'],
})

const ownRound = z.strictObject({ roundId: RoundId })
const changeReason = line({ min: 2, max: 200, tooShort: '请写明理由' })

export const changeRound = operation({
  id: 'changeRound',
  summary: '更正或延长轮次',
  method: 'PUT',
  path: '/v1/rounds/{roundId}',
  roles: NAMING_ADMINS,
  params: ownRound,
  body: z.strictObject({
    name: line({ min: 2, max: 80 }),
    /** Only of a round that has not begun; without it the day stays. */
    opensOn: PlainDate.optional(),
    closesOn: PlainDate,
    quotas: z
      .array(z.strictObject({ code: QuotaCode, places: z.int().min(0).max(10000) }))
      .min(1)
      .max(40),
    reason: changeReason,
  }),
  success: CommandReply,
  ifMatch: true,
  problems: ['round-closed', 'quota-exhausted'],
})

export const closeRound = operation({
  id: 'closeRound',
  summary: '提前截止申报',
  method: 'POST',
  path: '/v1/rounds/{roundId}/closing',
  roles: NAMING_ADMINS,
  params: ownRound,
  body: z.strictObject({ reason: changeReason }),
  success: CommandReply,
  ifMatch: true,
  problems: ['round-closed'],
})

export const distributePlaces = operation({
  id: 'distributePlaces',
  summary: '把名额分配到县（市、区）',
  method: 'PUT',
  path: '/v1/rounds/{roundId}/county-places',
  roles: ['city-reviewer'],
  params: ownRound,
  body: z.strictObject({
    counties: z
      .array(z.strictObject({ code: CountyCode, places: z.int().min(0).max(10000) }))
      .min(1)
      .max(40),
    reason: changeReason,
  }),
  success: CommandReply,
  /** How often the places were distributed before: 0 the first time. */
  ifMatch: true,
  problems: ['quota-exhausted'],
})

export const listApplications = operation({
  id: 'listApplications',
  summary: '申报列表',
  method: 'GET',
  path: '/v1/applications',
  roles: [...CASE_READERS, 'unit-reporter'],
  query: z.strictObject({ ...listQuery, status: ApplicationStatus.optional(), roundId: RoundId.optional() }),
  success: listPage(LIST_ROWS.application),
})

export const getApplication = operation({
  id: 'getApplication',
  summary: '申报详情',
  method: 'GET',
  path: '/v1/applications/{applicationId}',
  roles: [...CASE_READERS, 'unit-reporter'],
  params: applicationParams,
  success: recordEnvelope(Application).extend({
    /** With 负面清单, each entry of which is denied. */
    criteria: z.array(Criterion),
    /** 名额 that are left for it until it is accepted, how many wait before it, and its own place in the line. */
    places: z.object({ left: z.int(), of: z.string(), ahead: z.int(), position: z.int().optional() }).optional(),
    eligibility: z.array(z.object({ name: z.string(), met: z.boolean(), reason: z.string() })),
    notice: Batch.shape.notice,
    documentNumber: Batch.shape.documentNumber,
    /** 单位变动: what became of the unit since it applied, shown before each later step. */
    unitChange: z.string().optional(),
  }),
})

export const draftApplication = operation({
  id: 'draftApplication',
  summary: '起草申报',
  method: 'POST',
  path: '/v1/applications',
  roles: ['county-reporter', 'unit-reporter'],
  body: z.strictObject({ roundId: RoundId, unitId: UnitId }),
  success: CommandReply,
  status: 201,
  problems: [
    'not-found',
    'round-closed',
    'already-applied',
    'already-titled',
    'criteria-not-met',
    'legal-basis-missing',
  ],
})

export const saveApplication = operation({
  id: 'saveApplication',
  summary: '保存申报',
  method: 'PUT',
  path: '/v1/applications/{applicationId}',
  roles: ['county-reporter', 'unit-reporter'],
  params: applicationParams,
  body: z.strictObject({
    answers: Application.shape.answers,
    statement: Application.shape.statement,
    /** Sections that were gone through; those of before stay. */
    seen: z.array(ApplicationSection).max(3).optional(),
  }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

/** The verbs that move one application; each is an operation of its own so that its roles are declared. */
export const submitApplication = operation({
  id: 'submitApplication',
  summary: '提交申报',
  method: 'POST',
  path: '/v1/applications/{applicationId}/submission',
  roles: ['county-reporter', 'unit-reporter'],
  params: applicationParams,
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'incomplete', 'round-closed', 'criteria-not-met', 'legal-basis-missing'],
})

export const requestApplicationEvidence = operation({
  id: 'requestApplicationEvidence',
  summary: '取得申报佐证材料上传地址',
  method: 'POST',
  path: '/v1/applications/{applicationId}/evidence',
  roles: ['county-reporter', 'unit-reporter'],
  params: applicationParams,
  body: z.strictObject({
    criterion: CriterionEvidence.shape.criterion,
    fileName: CriterionEvidence.shape.fileName,
    contentType: EvidenceType,
    bytes: z.int().min(1).max(MAX_EVIDENCE_BYTES, '单个文件不超过20MB'),
    expiresOn: PlainDate.optional(),
  }),
  success: z.object({
    id: EvidenceId,
    version: z.int(),
    /** Post a form with these fields and then the file; the store refuses another type or size. */
    upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
  }),
  status: 201,
  ifMatch: true,
  problems: ['evidence-refused', 'transition-not-allowed'],
})

export const attachApplicationEvidence = operation({
  id: 'attachApplicationEvidence',
  summary: '确认申报佐证材料已上传',
  method: 'POST',
  path: '/v1/applications/{applicationId}/evidence/{evidenceId}/attachment',
  roles: ['county-reporter', 'unit-reporter'],
  params: evidenceParams,
  success: CommandReply,
  ifMatch: true,
  problems: ['evidence-not-uploaded', 'evidence-refused', 'transition-not-allowed'],
})

export const removeApplicationEvidence = operation({
  id: 'removeApplicationEvidence',
  summary: '移除申报佐证材料',
  method: 'POST',
  path: '/v1/applications/{applicationId}/evidence/{evidenceId}/removal',
  roles: ['county-reporter', 'unit-reporter'],
  params: evidenceParams,
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

export const openApplicationEvidence = operation({
  id: 'openApplicationEvidence',
  summary: '打开申报佐证材料（短时有效的地址）',
  method: 'GET',
  path: '/v1/applications/{applicationId}/evidence/{evidenceId}',
  roles: [...CASE_READERS, 'unit-reporter'],
  params: evidenceParams,
  success: z.object({ url: z.string(), fileName: z.string() }),
})

export const listEarlierEvidence = operation({
  id: 'listEarlierEvidence',
  summary: '本单位以前申报时上传的佐证材料',
  method: 'GET',
  path: '/v1/applications/{applicationId}/earlier-evidence',
  roles: ['county-reporter', 'unit-reporter'],
  params: applicationParams,
  success: z.object({
    files: z.array(CriterionEvidence.extend({ applicationId: ApplicationId, roundName: z.string() })),
  }),
})

export const reuseEvidence = operation({
  id: 'reuseEvidence',
  summary: '沿用以前上传的佐证材料',
  method: 'POST',
  path: '/v1/applications/{applicationId}/earlier-evidence',
  roles: ['county-reporter', 'unit-reporter'],
  params: applicationParams,
  body: z.strictObject({
    from: ApplicationId,
    evidenceId: EvidenceId,
    criterion: CriterionEvidence.shape.criterion,
  }),
  success: CommandReply,
  ifMatch: true,
  problems: ['evidence-refused', 'transition-not-allowed'],
})

export const confirmCriteria = operation({
  id: 'confirmCriteria',
  summary: '登记部门核实',
  method: 'POST',
  path: '/v1/applications/{applicationId}/confirmations',
  roles: ['county-reviewer'],
  params: applicationParams,
  body: z.strictObject({ confirmations: z.array(Confirmation).min(1).max(30) }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const withdrawApplication = operation({
  id: 'withdrawApplication',
  summary: '撤回申报',
  method: 'POST',
  path: '/v1/applications/{applicationId}/withdrawal',
  roles: ['county-reporter', 'unit-reporter', 'county-reviewer', 'city-reviewer'],
  params: applicationParams,
  /** A reviewer who takes a recommendation or acceptance back says why. */
  body: z.strictObject({ reason: reason.optional() }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const recommendApplication = operation({
  id: 'recommendApplication',
  summary: '县级推荐',
  method: 'POST',
  path: '/v1/applications/{applicationId}/recommendation',
  roles: ['county-reviewer'],
  params: applicationParams,
  body: z.strictObject({ opinion }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const acceptApplication = operation({
  id: 'acceptApplication',
  summary: '验收',
  method: 'POST',
  path: '/v1/applications/{applicationId}/acceptance',
  roles: ['county-reviewer', 'city-reviewer'],
  params: applicationParams,
  /** Without a visit of its own the newest one that this level has recorded counts. */
  body: z.strictObject({ opinion, siteVisit: Application.shape.siteVisit.unwrap().optional() }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest', 'incomplete', 'quota-exhausted'],
})

export const waitApplication = operation({
  id: 'waitApplication',
  summary: '列入候补',
  method: 'POST',
  path: '/v1/applications/{applicationId}/waiting',
  roles: ['county-reviewer', 'city-reviewer'],
  params: applicationParams,
  body: z.strictObject({ opinion }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest', 'quota-exhausted'],
})

export const returnApplication = operation({
  id: 'returnApplication',
  summary: '退回申报',
  method: 'POST',
  path: '/v1/applications/{applicationId}/return',
  roles: ['county-reviewer', 'city-reviewer', 'province-reviewer'],
  params: applicationParams,
  body: z.strictObject({
    to: z.enum(['draft', 'submitted', 'recommended']),
    reason,
    /** Last day for the county to send it back; without one 30 days, counted from the window's last day where that is still to come. */
    resubmitBy: PlainDate.optional(),
  }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const rejectApplication = operation({
  id: 'rejectApplication',
  summary: '不予通过',
  method: 'POST',
  path: '/v1/applications/{applicationId}/rejection',
  roles: ['county-reviewer', 'city-reviewer', 'province-reviewer'],
  params: applicationParams,
  body: z.strictObject({ reason }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const holdApplication = operation({
  id: 'holdApplication',
  summary: '暂缓办理',
  method: 'POST',
  path: '/v1/applications/{applicationId}/hold',
  roles: ['county-reviewer', 'city-reviewer', 'province-reviewer'],
  params: applicationParams,
  body: z.strictObject({ reason }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const releaseApplication = operation({
  id: 'releaseApplication',
  summary: '恢复办理',
  method: 'POST',
  path: '/v1/applications/{applicationId}/release',
  roles: ['county-reviewer', 'city-reviewer', 'province-reviewer'],
  params: applicationParams,
  body: z.strictObject({ opinion }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

const REVIEWERS = ['county-reviewer', 'city-reviewer', 'province-reviewer'] as const
const visitParams = z.strictObject({ applicationId: ApplicationId, visit: z.coerce.number().int().min(1).max(100) })

export const recordVisit = operation({
  id: 'recordVisit',
  summary: '登记现场核查',
  method: 'POST',
  path: '/v1/applications/{applicationId}/visits',
  roles: REVIEWERS,
  params: applicationParams,
  body: Visit,
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const requestVisitFile = operation({
  id: 'requestVisitFile',
  summary: '取得核查材料上传地址',
  method: 'POST',
  path: '/v1/applications/{applicationId}/visits/{visit}/files',
  roles: REVIEWERS,
  params: visitParams,
  body: z.strictObject({
    fileName: CriterionEvidence.shape.fileName,
    contentType: EvidenceType,
    bytes: z.int().min(1).max(MAX_EVIDENCE_BYTES, '单个文件不超过20MB'),
  }),
  success: requestApplicationEvidence.success.body,
  status: 201,
  ifMatch: true,
  problems: ['evidence-refused', 'transition-not-allowed', 'conflict-of-interest'],
})

export const attachVisitFile = operation({
  id: 'attachVisitFile',
  summary: '确认核查材料已上传',
  method: 'POST',
  path: '/v1/applications/{applicationId}/visits/{visit}/files/{evidenceId}/attachment',
  roles: REVIEWERS,
  params: visitParams.extend({ evidenceId: EvidenceId }),
  success: CommandReply,
  ifMatch: true,
  problems: ['evidence-not-uploaded', 'evidence-refused', 'transition-not-allowed', 'conflict-of-interest'],
})

export const listColleagues = operation({
  id: 'listColleagues',
  summary: '可转办或会签的本级岗位',
  method: 'GET',
  path: '/v1/applications/{applicationId}/colleagues',
  roles: REVIEWERS,
  params: applicationParams,
  query: z.strictObject({ name: line({ min: 1, max: 40 }).optional() }),
  success: z.object({
    colleagues: z.array(
      z.object({
        id: MembershipId,
        personName: z.string(),
        post: z.string(),
        /** Why the case cannot be passed on to them; an opinion may still be asked. */
        refused: z.string().optional(),
      }),
    ),
  }),
})

export const transferApplication = operation({
  id: 'transferApplication',
  summary: '转办',
  method: 'POST',
  path: '/v1/applications/{applicationId}/transfer',
  roles: REVIEWERS,
  params: applicationParams,
  body: z.strictObject({ to: MembershipId, reason }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const askOpinion = operation({
  id: 'askOpinion',
  summary: '征求会签',
  method: 'POST',
  path: '/v1/applications/{applicationId}/requests',
  roles: REVIEWERS,
  params: applicationParams,
  body: z.strictObject({
    of: MembershipId,
    question: lines({ min: 2, max: 500, tooShort: '请写明会签事由' }),
    dueOn: PlainDate,
  }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

const requestParams = z.strictObject({ applicationId: ApplicationId, request: z.coerce.number().int().min(1).max(100) })

export const giveOpinion = operation({
  id: 'giveOpinion',
  summary: '会签',
  method: 'POST',
  path: '/v1/applications/{applicationId}/requests/{request}/answer',
  roles: REVIEWERS,
  params: requestParams,
  body: z.strictObject({ agrees: z.boolean(), opinion }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const recallRequest = operation({
  id: 'recallRequest',
  summary: '撤回会签',
  method: 'POST',
  path: '/v1/applications/{applicationId}/requests/{request}/recall',
  roles: REVIEWERS,
  params: requestParams,
  body: z.strictObject({ reason }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const getDraws = operation({
  id: 'getDraws',
  summary: '随机抽取',
  method: 'GET',
  path: '/v1/rounds/{roundId}/draws',
  roles: REVIEWERS,
  params: ownRound,
  success: z.object({
    state: RoundDraws,
    /** 0: nothing was drawn yet. */
    version: z.int(),
    roundName: z.string(),
    /** Who waits for the check of this level and would be listed now. */
    waiting: z.int(),
    isRight: z.boolean(),
  }),
})

export const freezeDrawList = operation({
  id: 'freezeDrawList',
  summary: '锁定抽取名单',
  method: 'POST',
  path: '/v1/rounds/{roundId}/draws',
  roles: REVIEWERS,
  params: ownRound,
  body: z.strictObject({ reason: reason.optional() }),
  success: CommandReply,
  status: 201,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

export const drawUnits = operation({
  id: 'drawUnits',
  summary: '随机抽取单位',
  method: 'POST',
  path: '/v1/rounds/{roundId}/draws/result',
  roles: REVIEWERS,
  params: ownRound,
  body: z.strictObject({ count: z.int().min(1).max(1000) }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

export const proposeApplication = operation({
  id: 'proposeApplication',
  summary: '列入拟命名名单',
  method: 'POST',
  path: '/v1/applications/{applicationId}/proposal',
  roles: ['county-reviewer', 'city-reviewer', 'province-reviewer'],
  params: applicationParams,
  body: z.strictObject({ batchId: BatchId, opinion }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest', 'already-titled', 'batch-closed'],
})

export const nameBatch = operation({
  id: 'nameBatch',
  summary: '作出命名决定',
  method: 'POST',
  path: '/v1/batches/{batchId}/naming',
  roles: NAMING_ADMINS,
  params: batchParams,
  body: z.strictObject({ documentNumber: NewDocumentNumber, namedOn: PlainDate }),
  success: CommandReply,
  status: 202,
  ifMatch: true,
  problems: [
    'transition-not-allowed',
    'notice-not-closed',
    'duplicate-document-number',
    'legal-basis-missing',
    'unprintable-name',
  ],
})

export const checkNaming = operation({
  id: 'checkNaming',
  summary: '命名前核对：异议暂缓、更名、撤并和已有称号的单位',
  method: 'GET',
  path: '/v1/batches/{batchId}/naming-check',
  roles: LIST_READERS,
  params: batchParams,
  success: z.object({
    standing: z.int(),
    findings: z.array(
      z.object({
        applicationId: ApplicationId,
        unitName: z.string(),
        what: z.enum(['held', 'ended', 'titled', 'barred', 'renamed']),
        text: z.string(),
      }),
    ),
  }),
})

export const proposeTakeBack = operation({
  id: 'proposeTakeBack',
  summary: '提出撤回命名',
  method: 'POST',
  path: '/v1/batches/{batchId}/take-back',
  roles: LIST_MAKERS,
  params: batchParams,
  body: z.strictObject({ reason: lines({ min: 5, max: 500, tooShort: '请写明撤回的理由' }) }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

export const decideTakeBack = operation({
  id: 'decideTakeBack',
  summary: '决定撤回命名',
  method: 'POST',
  path: '/v1/batches/{batchId}/take-back-decision',
  roles: NAMING_ADMINS,
  params: batchParams,
  body: z.strictObject({ documentNumber: NewDocumentNumber, decidedOn: PlainDate }),
  success: CommandReply,
  status: 202,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest', 'duplicate-document-number'],
})

/** 更正 of what a certificate prints: the title keeps its running number, and another certificate is issued. */
export const correctTitle = operation({
  id: 'correctTitle',
  summary: '更正称号',
  method: 'POST',
  path: '/v1/titles/{titleId}/correction',
  roles: NAMING_ADMINS,
  params: z.strictObject({ titleId: TitleId }),
  body: z.strictObject({
    unitName: line({ min: 2, max: 60 }),
    townshipName: line({ min: 2, max: 60 }).optional(),
    reason: line({ min: 2, max: 200, tooShort: '请写明理由' }),
  }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'unprintable-name'],
})

/** 登记公开名单: one title as a public list states it, with its source; the same one stands once. */
export const enterListedTitle = operation({
  id: 'enterListedTitle',
  summary: '登记公开名单上的称号',
  method: 'POST',
  path: '/v1/titles/listed',
  roles: ['province-admin'],
  body: ListingRow.omit({ row: true }),
  success: CommandReply,
  status: 201,
  problems: ['import-refused', 'already-titled'],
})

/** 撤回登记: what was entered by mistake out of a public list, as long as nothing was done with it. */
export const withdrawListedTitle = operation({
  id: 'withdrawListedTitle',
  summary: '撤回登记的称号',
  method: 'POST',
  path: '/v1/titles/{titleId}/withdrawal',
  roles: ['province-admin'],
  params: z.strictObject({ titleId: TitleId }),
  body: z.strictObject({ reason: line({ min: 2, max: 200, tooShort: '请写明理由' }) }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

export const listTitles = operation({
  id: 'listTitles',
  summary: '本辖区称号',
  method: 'GET',
  path: '/v1/titles',
  roles: CASE_READERS,
  query: z.strictObject({
    ...listQuery,
    status: TitleStatus.optional(),
    /** Its code, or the name that a public list gives it. */
    honour: line({ min: 1, max: 60 }).optional(),
    year: z.coerce.number().int().min(1949).max(2100).optional(),
  }),
  success: listPage(LIST_ROWS.title),
})

const boardPlace = { name: z.string(), figures: BoardFigures }

export const getTitleBoard = operation({
  id: 'getTitleBoard',
  summary: '称号统计',
  method: 'GET',
  path: '/v1/title-board',
  roles: CASE_READERS,
  query: z.strictObject({
    /** Without it the province's titles. */
    level: TitleLevel.optional(),
    honour: line({ min: 1, max: 60 }).optional(),
    /** 命名年度; without it all years. */
    year: z.coerce.number().int().min(1949).max(2100).optional(),
  }),
  success: z.object({
    today: PlainDate,
    level: TitleLevel,
    /** 命名年度 of which there are titles, the newest first. */
    years: z.array(z.int()),
    levels: z.array(z.object({ level: TitleLevel, ...boardPlace })),
    /** Level by level. */
    honours: z.array(z.object({ level: TitleLevel, levelName: z.string(), honour: z.string(), ...boardPlace })),
    /** 县（市、区） of the jurisdiction, of the level and honour that were asked for; those without a title too. */
    places: z.array(z.object({ code: CountyCode, cityName: z.string(), ...boardPlace })),
  }),
})

const countsParams = z.strictObject({ honour: HonourCode, year: z.coerce.number().int().min(2000).max(2100) })

export const getHonourCounts = operation({
  id: 'getHonourCounts',
  summary: '只登记户数的荣誉',
  method: 'GET',
  path: '/v1/honour-counts/{honour}/{year}',
  roles: COUNTY_READERS,
  params: countsParams,
  success: z.object({
    honourName: z.string(),
    /** 0: nothing was entered yet. */
    version: z.int(),
    status: HonourCounts.shape.status.optional(),
    publishedOn: PlainDate.optional(),
    documentNumber: z.string().optional(),
    units: z.array(
      z.object({
        unitId: UnitId,
        unitName: z.string(),
        townshipName: z.string().optional(),
        households: z.int().optional(),
        families: z.int().optional(),
      }),
    ),
  }),
})

export const enterHonourCounts = operation({
  id: 'enterHonourCounts',
  summary: '填报户数',
  method: 'PUT',
  path: '/v1/honour-counts/{honour}/{year}',
  roles: ['county-reporter'],
  params: countsParams,
  body: z.strictObject({ units: z.array(CountedUnit).min(1).max(2000) }),
  success: CommandReply,
  ifMatch: true,
})

export const publishHonourCounts = operation({
  id: 'publishHonourCounts',
  summary: '公布户数',
  method: 'POST',
  path: '/v1/honour-counts/{honour}/{year}/publication',
  roles: ['county-admin', 'county-reviewer'],
  params: countsParams,
  body: z.strictObject({ documentNumber: line({ min: 4, max: 80 }), publishedOn: PlainDate }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'incomplete', 'conflict-of-interest'],
})

/** 阶梯上的位置: what a unit holds, which rung comes next and what is missing for it. */
export const getLadder = operation({
  id: 'getLadder',
  summary: '单位的命名阶梯',
  method: 'GET',
  path: '/v1/ladders/{unitId}',
  roles: [...COUNTY_READERS, 'unit-reporter'],
  params: z.strictObject({ unitId: UnitId }),
  success: z.object({
    unit: Unit.pick({ id: true, kind: true, name: true, parentName: true, validTo: true }),
    ladders: z.array(
      z.object({
        honour: HonourCode,
        honourName: z.string(),
        /** With 负面清单, each entry of which is denied. */
        criteria: z.array(Criterion),
        rungs: z.array(
          z.object({
            ...Rung.shape,
            state: RungState,
            title: z
              .object({
                id: TitleId,
                since: PlainDate,
                validUntil: PlainDate.optional(),
                serial: z.string().optional(),
              })
              .optional(),
            round: z.object({ id: RoundId, name: z.string(), opensOn: PlainDate, closesOn: PlainDate }).optional(),
            application: z.object({ id: ApplicationId, statusName: z.string() }).optional(),
            /** The first day on which it may apply, as far as it is known. */
            from: PlainDate.optional(),
            lines: z.array(z.object({ name: z.string(), met: z.boolean(), reason: z.string() })),
          }),
        ),
      }),
    ),
  }),
})

/** 创建计划: every unit of the county with each honour that it may climb. */
export const getPlanner = operation({
  id: 'getPlanner',
  summary: '本县创建计划',
  method: 'GET',
  path: '/v1/ladders',
  roles: COUNTY_READERS,
  success: z.object({
    rows: z.array(
      z.object({
        unitId: UnitId,
        unitName: z.string(),
        unitKind: UnitKind,
        townshipName: z.string().optional(),
        honour: HonourCode,
        honourName: z.string(),
        state: PlanState,
        held: z.object({ ...Rung.shape, since: PlainDate, validUntil: PlainDate.optional() }).optional(),
        next: Rung.optional(),
        missing: z.array(z.string()),
        from: PlainDate.optional(),
      }),
    ),
  }),
})
