import { z } from 'zod'
import { ApplicationId, BatchId, ObjectionId } from '../vocabulary/ids.ts'
import { LIST_ROWS } from '../vocabulary/listRow.ts'
import { Objection, ObjectionMaterial, ObjectionOutcome } from '../vocabulary/objections/objection.ts'
import { PlainDate } from '../vocabulary/plainDate.ts'
import { line, lines } from '../vocabulary/text.ts'
import { CommandReply, operation, recordEnvelope } from './operation.ts'
import { INVESTIGATORS } from './readers.ts'

const params = z.strictObject({ objectionId: ObjectionId })

export const listObjections = operation({
  id: 'listObjections',
  summary: '异议列表',
  method: 'GET',
  path: '/v1/objections',
  roles: INVESTIGATORS,
  query: z.strictObject({
    stage: z.enum(['open', 'closed']).optional(),
    cursor: z.base64url('翻页的位置格式不对').max(2000).optional(),
  }),
  success: z.object({ rows: z.array(LIST_ROWS.objection), cursor: z.string().optional() }),
})

export const getObjection = operation({
  id: 'getObjection',
  summary: '异议详情',
  method: 'GET',
  path: '/v1/objections/{objectionId}',
  roles: INVESTIGATORS,
  params,
  success: recordEnvelope(Objection).extend({
    /** Absent for whoever only looks on, and once it is deleted. */
    material: ObjectionMaterial.optional(),
  }),
})

export const openObjectionFile = operation({
  id: 'openObjectionFile',
  summary: '打开异议附件',
  method: 'GET',
  path: '/v1/objections/{objectionId}/files/{at}',
  roles: INVESTIGATORS,
  params: params.extend({ at: z.string().regex(/^[0-2]$/) }),
  success: z.object({ url: z.string(), fileName: z.string() }),
})

export const enterObjection = operation({
  id: 'enterObjection',
  summary: '登记来信、来电异议',
  method: 'POST',
  path: '/v1/objections',
  roles: INVESTIGATORS,
  body: z.strictObject({
    batchId: BatchId,
    applicationId: ApplicationId.optional(),
    channel: z.enum(['post', 'telephone']),
    /** 邮戳日期, or the day of the call. */
    sentOn: PlainDate,
    name: line({ min: 2, max: 40 }).optional(),
    contact: line({ min: 5, max: 60 }).optional(),
    text: lines({ min: 5, max: 2000, tooShort: '请写明对哪件事有异议' }),
  }),
  success: CommandReply.extend({
    number: z.string().optional(),
    /** 查询码, told this one time. */
    code: z.string().optional(),
  }),
  status: 201,
  problems: ['not-found', 'objection-out-of-time', 'incomplete'],
})

export const acceptObjection = operation({
  id: 'acceptObjection',
  summary: '接收异议',
  method: 'POST',
  path: '/v1/objections/{objectionId}/acceptance',
  roles: INVESTIGATORS,
  params,
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const answerObjection = operation({
  id: 'answerObjection',
  summary: '答复异议',
  method: 'POST',
  path: '/v1/objections/{objectionId}/answer',
  roles: INVESTIGATORS,
  params,
  body: z.strictObject({
    outcome: ObjectionOutcome,
    finding: lines({ min: 5, max: 2000, tooShort: '请写明调查情况' }),
    answer: lines({ min: 5, max: 1000, tooShort: '请写明答复' }).optional(),
  }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest', 'incomplete'],
})

export const publishObjection = operation({
  id: 'publishObjection',
  summary: '公布异议核查结果',
  method: 'POST',
  path: '/v1/objections/{objectionId}/publication',
  roles: INVESTIGATORS,
  params,
  body: z.strictObject({ text: lines({ min: 5, max: 500, tooShort: '请写明公布的内容' }) }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})
