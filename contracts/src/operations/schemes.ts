import { z } from 'zod'
import { CycleId, SchemeId } from '../vocabulary/ids.ts'
import { LIST_ROWS } from '../vocabulary/listRow.ts'
import { Finding, Scheme } from '../vocabulary/schemes/scheme.ts'
import { SchemeRecord } from '../vocabulary/schemes/schemeRecord.ts'
import { TrialRow } from '../vocabulary/schemes/trialRow.ts'
import { line, lines } from '../vocabulary/text.ts'
import { CommandReply, operation, recordEnvelope } from './operation.ts'
import { ASSESSORS, CASE_READERS } from './readers.ts'

const params = z.strictObject({ schemeId: SchemeId })

export const listSchemes = operation({
  id: 'listSchemes',
  summary: '考评方案列表',
  method: 'GET',
  path: '/v1/schemes',
  roles: [...CASE_READERS, 'unit-reporter'],
  success: z.object({ rows: z.array(LIST_ROWS.scheme) }),
})

export const getScheme = operation({
  id: 'getScheme',
  summary: '考评方案',
  method: 'GET',
  path: '/v1/schemes/{schemeId}',
  roles: [...CASE_READERS, 'unit-reporter'],
  params,
  success: recordEnvelope(SchemeRecord).extend({ findings: z.array(Finding) }),
})

export const draftScheme = operation({
  id: 'draftScheme',
  summary: '起草考评方案',
  method: 'POST',
  path: '/v1/schemes',
  roles: ASSESSORS,
  body: z.strictObject({ scheme: Scheme }),
  success: CommandReply,
  status: 201,
  problems: ['payload-too-large'],
})

export const copyScheme = operation({
  id: 'copyScheme',
  summary: '复制为新版本',
  method: 'POST',
  path: '/v1/schemes/{schemeId}/copies',
  roles: ASSESSORS,
  params,
  body: z.strictObject({ name: line({ min: 2, max: 80 }), year: z.int().min(2000).max(2100) }),
  success: CommandReply,
  status: 201,
})

export const editScheme = operation({
  id: 'editScheme',
  summary: '修改考评方案草稿',
  method: 'PUT',
  path: '/v1/schemes/{schemeId}',
  roles: ASSESSORS,
  params,
  body: z.strictObject({ scheme: Scheme }),
  success: CommandReply,
  ifMatch: true,
  problems: ['scheme-in-use', 'payload-too-large'],
})

export const publishScheme = operation({
  id: 'publishScheme',
  summary: '发布考评方案（试行或施行）',
  method: 'POST',
  path: '/v1/schemes/{schemeId}/publication',
  roles: ASSESSORS,
  params,
  body: z.strictObject({ as: z.enum(['trial', 'in-force']) }),
  success: CommandReply,
  ifMatch: true,
  problems: ['scheme-refused', 'transition-not-allowed'],
})

export const closeScheme = operation({
  id: 'closeScheme',
  summary: '废止考评方案',
  method: 'POST',
  path: '/v1/schemes/{schemeId}/closure',
  roles: ASSESSORS,
  params,
  body: z.strictObject({ reason: lines({ min: 2, max: 300, tooShort: '请写明理由' }) }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

export const trySchemeOnCycle = operation({
  id: 'trySchemeOnCycle',
  summary: '用已有周期的数据试算方案草稿',
  method: 'GET',
  path: '/v1/schemes/{schemeId}/trial',
  roles: [...ASSESSORS, 'province-reviewer', 'county-reviewer'],
  params: z.strictObject({ schemeId: SchemeId }),
  query: z.strictObject({ cycleId: CycleId }),
  success: z.object({ cycleName: z.string(), findings: z.array(Finding), rows: z.array(TrialRow) }),
  problems: ['run-invalid'],
})
