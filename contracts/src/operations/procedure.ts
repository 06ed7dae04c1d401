import { z } from 'zod'
import { CycleStatus } from '../vocabulary/cycles/cycle.ts'
import {
  CycleId,
  EvidenceId,
  MembershipId,
  NewDocumentNumber,
  ProcedurePaperId,
  SubjectCode,
  UnitId,
} from '../vocabulary/ids.ts'
import { listPage, listQuery } from '../vocabulary/listPage.ts'
import { LIST_ROWS } from '../vocabulary/listRow.ts'
import { PlainDate } from '../vocabulary/plainDate.ts'
import {
  MAX_PRESENT,
  MAX_SCORERS,
  MAX_TEAM_MEMBERS,
  MAX_TEAMS,
  MeetingRecord,
  Procedure,
  ReviewedCandidate,
} from '../vocabulary/procedure/procedure.ts'
import {
  Finding,
  MAX_FINDINGS,
  PaperStatus,
  PaperStep,
  ProcedurePaper,
  ReportFile,
  ReportSections,
  SheetScores,
} from '../vocabulary/procedure/procedurePaper.ts'
import { PlannedSteps } from '../vocabulary/procedure/procedureStep.ts'
import { DataItem, SubjectKind } from '../vocabulary/schemes/scheme.ts'
import { AllowedAction, EvidenceType, MAX_EVIDENCE_BYTES } from '../vocabulary/submissions/submission.ts'
import { MAX_DUE_WORKING_DAYS } from '../vocabulary/supervision/measure.ts'
import { line, lines } from '../vocabulary/text.ts'
import { CommandReply, operation, recordEnvelope } from './operation.ts'
import { ASSESSORS, CASE_READERS, RUN_READERS } from './readers.ts'

const READERS = [...CASE_READERS, 'unit-reporter'] as const
/** Who answers for a unit or a county: itself, or its county's clerks for it. */
const OWERS = ['unit-reporter', 'county-reporter', 'county-admin'] as const
const MEMBERS = ['county-reviewer', 'county-admin', 'province-reviewer', 'province-admin'] as const
const VISITORS = [...MEMBERS, 'county-reporter'] as const
const reason = lines({ min: 2, max: 500, tooShort: '请写明理由' })
const command = { success: CommandReply, ifMatch: true } as const
const params = z.strictObject({ cycleId: CycleId })
const paperParams = z.strictObject({ paperId: ProcedurePaperId })

/** What a page says of the cycle beside its procedure. */
const cycle = z.object({ name: z.string(), status: CycleStatus, subjectKind: SubjectKind, steps: PlannedSteps })

export const getProcedure = operation({
  id: 'getProcedure',
  summary: '考评程序',
  method: 'GET',
  path: '/v1/cycles/{cycleId}/procedure',
  roles: RUN_READERS,
  params,
  success: recordEnvelope(Procedure).extend({
    cycle,
    /** 最新一次计分: what the review lists from and what is laid before the leading group. */
    run: z.object({ id: z.string(), candidates: z.int() }).optional(),
    /** What the steps that are on still lack, as the publication would be refused. */
    missing: z.array(z.string()),
    papers: z.array(
      z.object({
        id: ProcedurePaperId,
        step: PaperStep,
        name: z.string(),
        status: PaperStatus,
        statusName: z.string(),
        dueOn: PlainDate,
        /** 逾期: filed after the day, or not filed and the day is over. */
        late: z.boolean(),
        /** What came of it, in a few words: objects, findings by gravity, files, figures. */
        gist: z.string(),
      }),
    ),
  }),
})

export const getProcedurePlan = operation({
  id: 'getProcedurePlan',
  summary: '考评程序的安排',
  method: 'GET',
  path: '/v1/cycles/{cycleId}/procedure/plan',
  roles: ASSESSORS,
  params,
  success: z.object({
    cycle,
    /** Of the cycle, which a new plan starts from. */
    version: z.int(),
    plan: AllowedAction,
    scorers: Procedure.shape.scorers,
    consulted: Procedure.shape.consulted,
    question: z.string(),
    /** 在册的部门. */
    departments: z.array(z.object({ id: UnitId, name: z.string() })),
    /** What the commission fills in, and which department its scheme names for it. */
    items: z.array(z.object({ code: z.string(), name: z.string(), supplier: z.string() })),
  }),
})

export const planProcedure = operation({
  id: 'planProcedure',
  summary: '安排考评程序',
  method: 'PUT',
  path: '/v1/cycles/{cycleId}/procedure/plan',
  roles: ASSESSORS,
  params,
  body: z.strictObject({
    steps: PlannedSteps,
    scorers: z
      .array(
        z.strictObject({
          unitId: UnitId,
          items: z
            .array(line({ min: 1, max: 60 }))
            .min(1, '请选择该部门评分的指标项')
            .max(200),
        }),
      )
      .max(MAX_SCORERS),
    consulted: z.array(UnitId).max(MAX_SCORERS),
    question: lines({ min: 4, max: 500, tooShort: '请写明征求意见的事项，不少于4个字' }).optional(),
  }),
  ...command,
  problems: ['transition-not-allowed'],
})

export const getFieldTeams = operation({
  id: 'getFieldTeams',
  summary: '考评组',
  method: 'GET',
  path: '/v1/cycles/{cycleId}/procedure/teams',
  roles: ASSESSORS,
  params,
  success: z.object({
    cycle,
    version: z.int(),
    assemble: AllowedAction,
    teams: Procedure.shape.teams,
    subjects: z.array(z.object({ code: SubjectCode, name: z.string() })),
    /** 本级在任人员. */
    people: z.array(z.object({ id: MembershipId, personName: z.string(), post: z.string() })),
  }),
})

export const assembleTeams = operation({
  id: 'assembleTeams',
  summary: '组建考评组',
  method: 'PUT',
  path: '/v1/cycles/{cycleId}/procedure/teams',
  roles: ASSESSORS,
  params,
  body: z.strictObject({
    teams: z
      .array(
        z.strictObject({
          name: line({ min: 2, max: 30 }),
          on: PlainDate,
          members: z.array(MembershipId).min(1, '请选择考评组成员').max(MAX_TEAM_MEMBERS),
          subjects: z.array(SubjectCode).min(1, '请选择考评对象').max(500),
        }),
      )
      .max(MAX_TEAMS),
  }),
  ...command,
  problems: ['transition-not-allowed', 'cycle-not-open'],
})

export const listProcedurePapers = operation({
  id: 'listProcedurePapers',
  summary: '程序材料列表',
  method: 'GET',
  path: '/v1/procedure-papers',
  roles: READERS,
  query: z.strictObject({
    stage: listQuery.stage,
    cursor: listQuery.cursor,
    status: PaperStatus.optional(),
    cycleId: CycleId.optional(),
  }),
  success: listPage(LIST_ROWS['procedure-paper']),
})

export const getProcedurePaper = operation({
  id: 'getProcedurePaper',
  summary: '程序材料',
  method: 'GET',
  path: '/v1/procedure-papers/{paperId}',
  roles: READERS,
  params: paperParams,
  success: recordEnvelope(ProcedurePaper).extend({
    late: z.boolean(),
    /** Of a department's sheet: whom it scores and by which items. */
    sheet: z
      .object({
        subjects: z.array(z.object({ code: SubjectCode, name: z.string() })),
        items: z.array(DataItem),
        cells: z.array(z.object({ item: z.string(), period: z.string(), required: z.boolean() })),
      })
      .optional(),
    /** Of a visit: the scheme's indicators. */
    indicators: z.array(z.object({ code: z.string(), name: z.string() })).optional(),
  }),
})

export const saveReport = operation({
  id: 'saveReport',
  summary: '填写自评报告',
  method: 'PUT',
  path: '/v1/procedure-papers/{paperId}/report',
  roles: OWERS,
  params: paperParams,
  body: z.strictObject({ sections: ReportSections }),
  ...command,
  problems: ['transition-not-allowed', 'cycle-not-open'],
})

export const requestReportFile = operation({
  id: 'requestReportFile',
  summary: '取得自评佐证上传地址',
  method: 'POST',
  path: '/v1/procedure-papers/{paperId}/files',
  roles: OWERS,
  params: paperParams,
  body: z.strictObject({
    fileName: ReportFile.shape.fileName,
    contentType: EvidenceType,
    bytes: z.int().min(1).max(MAX_EVIDENCE_BYTES, '单个文件不超过20MB'),
  }),
  success: z.object({
    id: EvidenceId,
    version: z.int(),
    /** Post a form with these fields and then the file; the store refuses another type or size. */
    upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
  }),
  status: 201,
  ifMatch: true,
  problems: ['evidence-refused', 'transition-not-allowed', 'cycle-not-open'],
})

const fileParams = z.strictObject({ ...paperParams.shape, evidenceId: EvidenceId })

export const attachReportFile = operation({
  id: 'attachReportFile',
  summary: '确认自评佐证已上传',
  method: 'POST',
  path: '/v1/procedure-papers/{paperId}/files/{evidenceId}/attachment',
  roles: OWERS,
  params: fileParams,
  ...command,
  problems: ['evidence-not-uploaded', 'evidence-refused', 'transition-not-allowed', 'cycle-not-open'],
})

export const openReportFile = operation({
  id: 'openReportFile',
  summary: '打开自评佐证（短时有效的地址）',
  method: 'GET',
  path: '/v1/procedure-papers/{paperId}/files/{evidenceId}',
  roles: READERS,
  params: fileParams,
  success: z.object({ url: z.string(), fileName: z.string() }),
})

export const enterScores = operation({
  id: 'enterScores',
  summary: '录入部门评分',
  method: 'PUT',
  path: '/v1/procedure-papers/{paperId}/scores',
  roles: OWERS,
  params: paperParams,
  body: z.strictObject({ scores: z.array(SheetScores).min(1, '请填写评分').max(500) }),
  ...command,
  problems: ['transition-not-allowed', 'cycle-not-open', 'conflict-of-interest', 'item-unknown', 'value-invalid'],
})

export const saveFindings = operation({
  id: 'saveFindings',
  summary: '记录考评发现',
  method: 'PUT',
  path: '/v1/procedure-papers/{paperId}/findings',
  roles: VISITORS,
  params: paperParams,
  body: z.strictObject({ findings: z.array(Finding).max(MAX_FINDINGS) }),
  ...command,
  problems: ['transition-not-allowed', 'cycle-not-open', 'conflict-of-interest'],
})

export const filePaper = operation({
  id: 'filePaper',
  summary: '报送程序材料',
  method: 'POST',
  path: '/v1/procedure-papers/{paperId}/filing',
  roles: [...new Set([...OWERS, ...VISITORS])],
  params: paperParams,
  ...command,
  problems: ['transition-not-allowed', 'cycle-not-open', 'incomplete', 'conflict-of-interest'],
})

export const answerConsultation = operation({
  id: 'answerConsultation',
  summary: '答复征求的意见',
  method: 'POST',
  path: '/v1/procedure-papers/{paperId}/answer',
  roles: OWERS,
  params: paperParams,
  body: z.strictObject({ objects: z.boolean(), text: lines({ max: 2000 }) }),
  ...command,
  problems: ['transition-not-allowed', 'cycle-not-open'],
})

export const acceptReport = operation({
  id: 'acceptReport',
  summary: '采纳自评报告',
  method: 'POST',
  path: '/v1/procedure-papers/{paperId}/acceptance',
  roles: MEMBERS,
  params: paperParams,
  ...command,
  problems: ['transition-not-allowed', 'cycle-not-open', 'conflict-of-interest'],
})

export const signScores = operation({
  id: 'signScores',
  summary: '部门负责人签署评分',
  method: 'POST',
  path: '/v1/procedure-papers/{paperId}/signature',
  roles: ['unit-reporter'],
  params: paperParams,
  ...command,
  problems: ['transition-not-allowed', 'cycle-not-open', 'conflict-of-interest'],
})

export const returnPaper = operation({
  id: 'returnPaper',
  summary: '退回程序材料',
  method: 'POST',
  path: '/v1/procedure-papers/{paperId}/return',
  roles: [...MEMBERS, 'unit-reporter'],
  params: paperParams,
  body: z.strictObject({ reason }),
  ...command,
  problems: ['transition-not-allowed', 'cycle-not-open'],
})

export const waivePaper = operation({
  id: 'waivePaper',
  summary: '免办程序材料',
  method: 'POST',
  path: '/v1/procedure-papers/{paperId}/waiver',
  roles: ASSESSORS,
  params: paperParams,
  body: z.strictObject({ reason }),
  ...command,
  problems: ['transition-not-allowed', 'cycle-not-open'],
})

export const draftFromFinding = operation({
  id: 'draftFromFinding',
  summary: '就考评发现拟制督导措施',
  method: 'POST',
  path: '/v1/procedure-papers/{paperId}/measure',
  roles: MEMBERS,
  params: paperParams,
  body: z.strictObject({
    /** Its number on the paper, from 1. */
    findingNumber: z.int().min(1).max(MAX_FINDINGS),
    workingDays: z.int().min(1, '整改期限至少1个工作日').max(MAX_DUE_WORKING_DAYS),
  }),
  ...command,
  problems: ['transition-not-allowed', 'not-found'],
})

export const listReviewCandidates = operation({
  id: 'listReviewCandidates',
  summary: '列出一票否决审查对象',
  method: 'POST',
  path: '/v1/cycles/{cycleId}/procedure/veto-review',
  roles: MEMBERS,
  params,
  ...command,
  problems: ['transition-not-allowed', 'cycle-not-open'],
})

export const judgeCandidate = operation({
  id: 'judgeCandidate',
  summary: '提出一票否决审查意见',
  method: 'POST',
  path: '/v1/cycles/{cycleId}/procedure/veto-review/findings',
  roles: MEMBERS,
  params,
  body: z.strictObject({
    subject: ReviewedCandidate.shape.subject,
    outcome: z.enum(['cleared', 'struck']),
    grounds: lines({ min: 4, max: 500, tooShort: '请写明审查意见的依据，不少于4个字' }),
  }),
  ...command,
  problems: ['transition-not-allowed', 'conflict-of-interest', 'not-found'],
})

export const confirmCandidate = operation({
  id: 'confirmCandidate',
  summary: '确认一票否决审查意见',
  method: 'POST',
  path: '/v1/cycles/{cycleId}/procedure/veto-review/confirmations',
  roles: MEMBERS,
  params,
  body: z.strictObject({ subject: ReviewedCandidate.shape.subject }),
  ...command,
  problems: ['transition-not-allowed', 'conflict-of-interest', 'not-found'],
})

export const proposeGrades = operation({
  id: 'proposeGrades',
  summary: '提请领导小组审定',
  method: 'POST',
  path: '/v1/cycles/{cycleId}/procedure/deliberation',
  roles: MEMBERS,
  params,
  body: z.strictObject({ text: lines({ min: 4, max: 1000, tooShort: '请写明提请说明，不少于4个字' }) }),
  ...command,
  problems: ['transition-not-allowed', 'cycle-not-open', 'procedure-incomplete'],
})

export const decideGrades = operation({
  id: 'decideGrades',
  summary: '登记领导小组审定结果',
  method: 'POST',
  path: '/v1/cycles/{cycleId}/procedure/deliberation/record',
  roles: MEMBERS,
  params,
  body: z.strictObject({
    outcome: MeetingRecord.shape.outcome,
    on: PlainDate,
    documentNumber: NewDocumentNumber,
    /** 主持人, as a post. */
    chair: line({ min: 2, max: 30, tooShort: '请填写主持人的职务' }),
    /** 出席, as posts and never as names. */
    present: z
      .array(line({ min: 2, max: 30 }))
      .min(1, '请填写出席会议的职务')
      .max(MAX_PRESENT),
    text: lines({ min: 4, max: 2000, tooShort: '请写明审定意见，不少于4个字' }),
  }),
  ...command,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})
