import { z } from 'zod'
import { CommissionValues, Cycle, LeagueRow, MAX_SUBJECTS, ScoreRunRecord } from '../vocabulary/assessment.ts'
import { CountyCode } from '../vocabulary/divisions.ts'
import { CycleId, RunId, SchemeId, SubjectCode, UnitId } from '../vocabulary/ids.ts'
import { ListRow } from '../vocabulary/listRow.ts'
import { Instant, PlainDate } from '../vocabulary/plainDate.ts'
import { SubjectKind } from '../vocabulary/scheme.ts'
import { Scorecard } from '../vocabulary/scorecard.ts'
import { FormValue, SubmissionStatus } from '../vocabulary/submission.ts'
import { line, lines } from '../vocabulary/text.ts'
import { CommandReply, operation, recordEnvelope } from './operation.ts'
import { ASSESSORS, CASE_READERS, RUN_READERS } from './readers.ts'

const params = z.strictObject({ cycleId: CycleId })
const runParams = z.strictObject({ runId: RunId })

export const listCycles = operation({
  id: 'listCycles',
  summary: '考评周期列表',
  method: 'GET',
  path: '/v1/cycles',
  roles: CASE_READERS,
  success: z.object({ rows: z.array(ListRow) }),
})

export const getCycle = operation({
  id: 'getCycle',
  summary: '考评周期',
  method: 'GET',
  path: '/v1/cycles/{cycleId}',
  roles: CASE_READERS,
  params,
  success: recordEnvelope(Cycle),
})

export const getCycleProgress = operation({
  id: 'getCycleProgress',
  summary: '填报进度',
  method: 'GET',
  path: '/v1/cycles/{cycleId}/progress',
  roles: [...RUN_READERS, 'city-reviewer'],
  params,
  success: z.object({
    rows: z.array(
      z.object({
        subject: SubjectCode,
        name: z.string(),
        group: z.string(),
        /** Null before the cycle was opened. The figures themselves stay with the county until it passes them on. */
        status: SubmissionStatus.nullable(),
        statusName: z.string(),
        updatedAt: Instant.nullable(),
        overdue: z.boolean(),
      }),
    ),
  }),
})

/** Who can be assessed under a scheme for this kind of subject: what the plan of a cycle chooses from. */
export const listCandidates = operation({
  id: 'listCandidates',
  summary: '可列入考评的单位',
  method: 'GET',
  path: '/v1/cycle-candidates',
  roles: ASSESSORS,
  query: z.object({ subjectKind: SubjectKind }),
  success: z.object({
    candidates: z.array(
      z.object({
        code: SubjectCode,
        name: z.string(),
        /** Where it lies, for grouping and for telling namesakes apart. */
        county: CountyCode.nullable(),
        countyName: z.string(),
        cityName: z.string(),
      }),
    ),
  }),
})

const cyclePlan = z.strictObject({
  name: line({ min: 2, max: 80 }),
  year: z.int().min(2000).max(2100),
  schemeId: SchemeId,
  dataFrom: PlainDate,
  dataTo: PlainDate,
  dueOn: PlainDate,
  rollUpFrom: CycleId.optional(),
  subjects: z
    .array(z.strictObject({ code: SubjectCode, group: line({ min: 1, max: 40 }) }))
    .min(1)
    .max(MAX_SUBJECTS),
})

export const planCycle = operation({
  id: 'planCycle',
  summary: '建立考评周期',
  method: 'POST',
  path: '/v1/cycles',
  roles: ASSESSORS,
  body: cyclePlan,
  success: CommandReply,
  status: 201,
  problems: ['transition-not-allowed'],
})

export const replanCycle = operation({
  id: 'replanCycle',
  summary: '修改未开放的考评周期',
  method: 'PUT',
  path: '/v1/cycles/{cycleId}/plan',
  roles: ASSESSORS,
  params,
  body: cyclePlan,
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

export const extendCycle = operation({
  id: 'extendCycle',
  summary: '延长填报期限',
  method: 'POST',
  path: '/v1/cycles/{cycleId}/extension',
  roles: ASSESSORS,
  params,
  body: z.strictObject({ dueOn: PlainDate, reason: lines({ min: 2, max: 300, tooShort: '请写明理由' }) }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'cycle-not-open'],
})

export const openCycle = operation({
  id: 'openCycle',
  summary: '开放填报',
  method: 'POST',
  path: '/v1/cycles/{cycleId}/opening',
  roles: ASSESSORS,
  params,
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

export const getCommissionValues = operation({
  id: 'getCommissionValues',
  summary: '考评方录入的数据',
  method: 'GET',
  path: '/v1/cycles/{cycleId}/commission-values',
  roles: RUN_READERS,
  params,
  success: z.object({
    rows: z.array(z.object({ subject: SubjectCode, version: z.int(), values: z.array(FormValue) })),
  }),
})

export const enterCommissionValues = operation({
  id: 'enterCommissionValues',
  summary: '录入一个单位的考评方数据',
  method: 'PUT',
  path: '/v1/cycles/{cycleId}/commission-values/{subject}',
  roles: ASSESSORS,
  params: z.strictObject({ cycleId: CycleId, subject: SubjectCode }),
  body: z.strictObject({ values: CommissionValues.shape.values }),
  success: CommandReply,
  ifMatch: true,
  problems: ['cycle-not-open', 'item-unknown', 'value-invalid'],
})

export const runScores = operation({
  id: 'runScores',
  summary: '计分',
  method: 'POST',
  path: '/v1/cycles/{cycleId}/runs',
  roles: ASSESSORS,
  params,
  body: z.strictObject({
    /** Why scoring goes ahead although some counties are not accepted yet. */ reason: lines({
      min: 2,
      max: 300,
    }).optional(),
  }),
  success: CommandReply,
  status: 201,
  problems: ['submissions-outstanding', 'run-invalid', 'cycle-not-open'],
})

export const listRuns = operation({
  id: 'listRuns',
  summary: '计分记录',
  method: 'GET',
  path: '/v1/cycles/{cycleId}/runs',
  roles: RUN_READERS,
  params,
  success: z.object({ rows: z.array(ListRow) }),
})

export const getRun = operation({
  id: 'getRun',
  summary: '一次计分及其排名表',
  method: 'GET',
  path: '/v1/runs/{runId}',
  roles: RUN_READERS,
  params: runParams,
  success: recordEnvelope(ScoreRunRecord),
})

export const previewRun = operation({
  id: 'previewRun',
  summary: '向被考评单位开放预览（只见自己）',
  method: 'POST',
  path: '/v1/runs/{runId}/preview',
  roles: ASSESSORS,
  params: runParams,
  body: z.strictObject({ appealsUntil: PlainDate }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'run-not-latest'],
})

export const publishRun = operation({
  id: 'publishRun',
  summary: '公布排名表',
  method: 'POST',
  path: '/v1/runs/{runId}/publication',
  roles: ASSESSORS,
  params: runParams,
  /** Why the table is published although counties could still appeal, e.g. all of them have agreed in writing. It goes on record. */
  body: z.strictObject({ earlyReason: lines({ min: 2, max: 300 }).optional() }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'run-not-latest', 'appeal-window-open'],
})

export const getScorecard = operation({
  id: 'getScorecard',
  summary: '一个单位的得分明细（凭据）',
  method: 'GET',
  path: '/v1/runs/{runId}/scorecards/{subject}',
  roles: RUN_READERS,
  params: z.strictObject({ runId: RunId, subject: SubjectCode }),
  success: Scorecard,
})

export const getOwnScorecard = operation({
  id: 'getOwnScorecard',
  summary: '本市、本县及所属单位的得分明细（预览或公布后）',
  method: 'GET',
  path: '/v1/cycles/{cycleId}/scorecard',
  roles: ['city-reviewer', 'county-admin', 'county-reviewer', 'county-reporter'],
  params,
  /** One of the county's own units; without it the city or county itself. */
  query: z.object({ subject: UnitId.optional() }),
  success: Scorecard,
})

export const getLeagueTable = operation({
  id: 'getLeagueTable',
  summary: '已公布的排名表',
  method: 'GET',
  path: '/v1/cycles/{cycleId}/league-table',
  roles: CASE_READERS,
  params,
  success: z.object({
    cycleName: z.string(),
    groups: ScoreRunRecord.shape.groups,
    rows: z.array(LeagueRow),
    /** Rounding, rank basis and numbering, in words. */
    notes: z.array(z.string()),
  }),
})
