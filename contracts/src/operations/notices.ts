import { z } from 'zod'
import { ROLES } from '../vocabulary/access/people.ts'
import { BatchId, RoundId } from '../vocabulary/ids.ts'
import { LIST_ROWS } from '../vocabulary/listRow.ts'
import { Batch } from '../vocabulary/notices/batch.ts'
import { LoadedCalendar } from '../vocabulary/notices/calendar.ts'
import { PlainDate } from '../vocabulary/plainDate.ts'
import { line } from '../vocabulary/text.ts'
import { CommandReply, operation, recordEnvelope } from './operation.ts'
import { LIST_MAKERS, LIST_READERS, NAMING_ADMINS } from './readers.ts'

const batchParams = z.strictObject({ batchId: BatchId })

export const listBatches = operation({
  id: 'listBatches',
  summary: '拟命名批次列表',
  method: 'GET',
  path: '/v1/batches',
  roles: LIST_READERS,
  success: z.object({ rows: z.array(LIST_ROWS.batch) }),
})

export const getBatch = operation({
  id: 'getBatch',
  summary: '拟命名批次',
  method: 'GET',
  path: '/v1/batches/{batchId}',
  roles: LIST_READERS,
  params: batchParams,
  success: recordEnvelope(Batch),
})

export const createBatch = operation({
  id: 'createBatch',
  summary: '建立拟命名批次',
  method: 'POST',
  path: '/v1/batches',
  roles: LIST_MAKERS,
  body: z.strictObject({ roundId: RoundId, name: line({ min: 2, max: 80 }) }),
  success: CommandReply,
  status: 201,
  problems: ['not-found'],
})

export const openNotice = operation({
  id: 'openNotice',
  summary: '开始公示',
  method: 'POST',
  path: '/v1/batches/{batchId}/notice',
  roles: NAMING_ADMINS,
  params: batchParams,
  body: z.strictObject({
    startsOn: PlainDate,
    contact: line({ min: 2, max: 120 }),
    objectionWorkingDays: z.int().min(1).max(60).optional(),
  }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'batch-empty', 'calendar-missing'],
})

/** What the office loaded beyond the years that every copy of the system has; the console counts working days by both. */
export const getCalendar = operation({
  id: 'getCalendar',
  summary: '已导入的节假日安排',
  method: 'GET',
  path: '/v1/calendar',
  roles: ROLES,
  success: LoadedCalendar,
})
