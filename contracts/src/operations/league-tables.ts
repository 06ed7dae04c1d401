import { z } from 'zod'
import { CycleId, LocalSubject, RunId, SchemeId, SubjectCode, SubmissionId } from '../vocabulary/ids.ts'
import { ReleasedTable, ScoreRunRecord } from '../vocabulary/league-tables/run.ts'
import { ArchivedSubject, ArchiveHead } from '../vocabulary/league-tables/runParts.ts'
import { Scorecard } from '../vocabulary/league-tables/scorecard.ts'
import { LIST_ROWS } from '../vocabulary/listRow.ts'
import { Instant, PlainDate } from '../vocabulary/plainDate.ts'
import { Scheme, SubjectKind } from '../vocabulary/schemes/scheme.ts'
import { lines } from '../vocabulary/text.ts'
import { CommandReply, operation, recordEnvelope } from './operation.ts'
import { ASSESSORS, CASE_READERS, RUN_READERS } from './readers.ts'

const runParams = z.strictObject({ runId: RunId })
const cycleParams = z.strictObject({ cycleId: CycleId })

/** Of its cycle, what the page of a table or scorecard says and leads on to. */
const CycleOfTable = z.object({
  id: CycleId,
  name: z.string(),
  schemeId: SchemeId,
  subjectKind: SubjectKind,
  dataFrom: PlainDate,
  dataTo: PlainDate,
  /** The division code of the commission whose table it is. */
  assessor: z.string(),
  publishedRun: RunId.optional(),
  /** 更正申诉截止日, while corrections are open. */
  appealsUntil: PlainDate.optional(),
})

export const runScores = operation({
  id: 'runScores',
  summary: '计分',
  method: 'POST',
  path: '/v1/cycles/{cycleId}/runs',
  roles: ASSESSORS,
  params: cycleParams,
  body: z.strictObject({
    /** Why scoring goes ahead although some counties are not accepted yet. */
    reason: lines({ min: 2, max: 300 }).optional(),
  }),
  /** The id of the run that is being worked out; `getScoring` tells how far it is. */
  success: CommandReply,
  status: 202,
  problems: ['submissions-outstanding', 'run-invalid', 'cycle-not-open'],
})

export const getScoring = operation({
  id: 'getScoring',
  summary: '计分进度',
  method: 'GET',
  path: '/v1/cycles/{cycleId}/scoring',
  roles: RUN_READERS,
  params: cycleParams,
  success: z.object({
    /** Null where nothing is being worked out. */
    running: z
      .object({
        runId: RunId,
        startedAt: Instant,
        /** Subjects whose points are kept already, and all. */
        done: z.int(),
        all: z.int(),
      })
      .nullable(),
    /** The newest run that is complete. */
    latestRun: RunId.nullable(),
  }),
})

export const listRuns = operation({
  id: 'listRuns',
  summary: '计分记录',
  method: 'GET',
  path: '/v1/cycles/{cycleId}/runs',
  roles: RUN_READERS,
  params: cycleParams,
  success: z.object({ rows: z.array(LIST_ROWS.run) }),
})

export const getRun = operation({
  id: 'getRun',
  summary: '一次计分及其排名表',
  method: 'GET',
  path: '/v1/runs/{runId}',
  roles: RUN_READERS,
  params: runParams,
  success: recordEnvelope(ScoreRunRecord).extend({ cycle: CycleOfTable }),
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
  success: Scorecard.extend({
    cycle: CycleOfTable,
    seal: z.string().optional(),
    submissionId: SubmissionId.optional(),
  }),
})

export const getOwnScorecard = operation({
  id: 'getOwnScorecard',
  summary: '本市、本县及所属单位的得分明细（预览或公布后）',
  method: 'GET',
  path: '/v1/cycles/{cycleId}/scorecard',
  roles: ['city-reviewer', 'county-admin', 'county-reviewer', 'county-reporter', 'unit-reporter'],
  params: cycleParams,
  /** One of the county's own units; without it the city or county itself. */
  query: z.strictObject({ subject: LocalSubject.optional() }),
  success: Scorecard.extend({ cycle: CycleOfTable, submissionId: SubmissionId.optional() }),
})

export const getLeagueTable = operation({
  id: 'getLeagueTable',
  summary: '已公布的排名表',
  method: 'GET',
  path: '/v1/cycles/{cycleId}/league-table',
  roles: CASE_READERS,
  params: cycleParams,
  success: ReleasedTable.extend({ cycle: CycleOfTable }),
})

/** 计分归档, in pieces small enough for one answer each; whoever collects them seals and checks the whole (`anjie score <archive>`). */
export const getRunArchive = operation({
  id: 'getRunArchive',
  summary: '计分归档：方案、单位、上期榜单和结果概要',
  method: 'GET',
  path: '/v1/runs/{runId}/archive',
  roles: RUN_READERS,
  params: z.strictObject({ runId: RunId }),
  success: z.object({
    scheme: Scheme,
    ...ArchiveHead.shape,
  }),
})

export const getRunArchivePart = operation({
  id: 'getRunArchivePart',
  summary: '计分归档：一个单位的数据和结果',
  method: 'GET',
  path: '/v1/runs/{runId}/archive/{subject}',
  roles: RUN_READERS,
  params: z.strictObject({ runId: RunId, subject: SubjectCode }),
  success: ArchivedSubject,
})
