import { z } from 'zod'
import { Appeal } from '../vocabulary/appeals/appeal.ts'
import { AppealId, CycleId, LocalSubject } from '../vocabulary/ids.ts'
import { LIST_ROWS } from '../vocabulary/listRow.ts'
import { line, lines } from '../vocabulary/text.ts'
import { CommandReply, operation, recordEnvelope } from './operation.ts'
import { ASSESSORS, POINTS_READERS } from './readers.ts'

const params = z.strictObject({ appealId: AppealId })

export const listAppeals = operation({
  id: 'listAppeals',
  summary: '申诉列表',
  method: 'GET',
  path: '/v1/appeals',
  roles: [...POINTS_READERS, 'unit-reporter'],
  success: z.object({ rows: z.array(LIST_ROWS.appeal) }),
})

export const getAppeal = operation({
  id: 'getAppeal',
  summary: '申诉详情',
  method: 'GET',
  path: '/v1/appeals/{appealId}',
  roles: [...POINTS_READERS, 'unit-reporter'],
  params,
  success: recordEnvelope(Appeal),
})

export const fileAppeal = operation({
  id: 'fileAppeal',
  summary: '对本县或所属单位的得分提出申诉',
  method: 'POST',
  path: '/v1/cycles/{cycleId}/appeals',
  roles: ['county-reviewer', 'unit-reporter'],
  params: z.strictObject({ cycleId: CycleId }),
  body: z.strictObject({
    /** The county's own unit whose points they are; without it the county's. */
    subject: LocalSubject.optional(),
    node: line({ min: 1, max: 60 }),
    claim: lines({ min: 5, max: 1000, tooShort: '请写明申诉的事实和理由' }),
  }),
  success: CommandReply,
  status: 201,
  problems: ['appeal-window-closed', 'already-appealed'],
})

export const answerAppeal = operation({
  id: 'answerAppeal',
  summary: '答复申诉',
  method: 'POST',
  path: '/v1/appeals/{appealId}/answer',
  roles: ['province-reviewer', 'county-admin', 'county-reviewer'],
  params,
  body: z.strictObject({
    outcome: z.enum(['upheld', 'dismissed']),
    answer: lines({ min: 5, max: 1000, tooShort: '请写明答复' }),
  }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const concludeAppeal = operation({
  id: 'concludeAppeal',
  summary: '办结成立的申诉：说明得分不变的理由',
  method: 'POST',
  path: '/v1/appeals/{appealId}/conclusion',
  roles: ASSESSORS,
  params,
  body: z.strictObject({ statement: lines({ min: 5, max: 1000, tooShort: '请写明数据不变的理由' }) }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})
