import { z } from 'zod'
import { CycleId, RunId, SchemeId, SubjectCode } from '../vocabulary/ids.ts'
import { ItemValue } from '../vocabulary/itemValue.ts'
import { Finding, Scheme } from '../vocabulary/scheme.ts'
import { PreviousTable, ScoreRun, SubjectScore } from '../vocabulary/scoring/scoreRun.ts'
import { TrialRow } from '../vocabulary/trialRow.ts'
import { operation } from './operation.ts'
import { ASSESSORS, RUN_READERS } from './readers.ts'

export const trySchemeOnCycle = operation({
  id: 'trySchemeOnCycle',
  summary: '用已有周期的数据试算方案草稿',
  method: 'GET',
  path: '/v1/schemes/{schemeId}/trial',
  roles: [...ASSESSORS, 'province-reviewer', 'county-reviewer'],
  params: z.strictObject({ schemeId: SchemeId }),
  query: z.object({ cycleId: CycleId }),
  success: z.object({ cycleName: z.string(), findings: z.array(Finding), rows: z.array(TrialRow) }),
  problems: ['run-invalid'],
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
    period: z.string(),
    subjects: z.array(z.object({ code: z.string(), name: z.string(), group: z.string() })),
    previous: PreviousTable.nullable(),
    result: ScoreRun.omit({ subjects: true }),
  }),
})

export const getRunArchivePart = operation({
  id: 'getRunArchivePart',
  summary: '计分归档：一个单位的数据和结果',
  method: 'GET',
  path: '/v1/runs/{runId}/archive/{subject}',
  roles: RUN_READERS,
  params: z.strictObject({ runId: RunId, subject: SubjectCode }),
  success: z.object({ values: z.array(ItemValue), score: SubjectScore }),
})
