import { z } from 'zod'
import { ApprovalReference, CountyCode, DivisionChangeId } from '../vocabulary/divisions/divisions.ts'
import { MovePlanId, UnitId } from '../vocabulary/ids.ts'
import { LIST_ROWS } from '../vocabulary/listRow.ts'
import { MoveLine, MovePlan } from '../vocabulary/moves/movePlan.ts'
import { PlainDate } from '../vocabulary/plainDate.ts'
import { lines } from '../vocabulary/text.ts'
import { CommandReply, operation, recordEnvelope } from './operation.ts'
import { NAMING_ADMINS, PROVINCE_READERS } from './readers.ts'

const params = z.strictObject({ planId: MovePlanId })
const READERS = [...PROVINCE_READERS, 'city-reviewer', 'county-admin', 'county-reviewer'] as const
/** Who draws up what happens below: the province of its counties, a county of its townships. */
const DRAWERS = ['province-admin', 'county-admin'] as const
const CONFIRMERS = ['province-admin', 'city-reviewer'] as const
const command = { success: CommandReply, ifMatch: true } as const

export const listMovePlans = operation({
  id: 'listMovePlans',
  summary: '迁移方案列表',
  method: 'GET',
  path: '/v1/move-plans',
  roles: READERS,
  success: z.object({ rows: z.array(LIST_ROWS['move-plan']) }),
})

export const getMovePlan = operation({
  id: 'getMovePlan',
  summary: '迁移方案',
  method: 'GET',
  path: '/v1/move-plans/{planId}',
  roles: READERS,
  params,
  success: recordEnvelope(MovePlan).extend({
    /** Pieces of the work that are done, of how many. */
    progress: z.object({ done: z.int().min(0), of: z.int().min(0) }),
  }),
})

export const listMoveLines = operation({
  id: 'listMoveLines',
  summary: '迁移方案明细',
  method: 'GET',
  path: '/v1/move-plans/{planId}/lines',
  roles: READERS,
  params,
  query: z.strictObject({ part: z.coerce.number().int().min(0).max(500).default(0) }),
  success: z.object({ lines: z.array(MoveLine), parts: z.int().min(0) }),
})

export const drawMovePlan = operation({
  id: 'drawMovePlan',
  summary: '拟定迁移方案',
  method: 'POST',
  path: '/v1/move-plans',
  roles: DRAWERS,
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('county'), changeId: DivisionChangeId, from: CountyCode }),
    z.strictObject({
      kind: z.literal('township'),
      from: UnitId,
      into: UnitId,
      on: PlainDate,
      approvalReference: ApprovalReference,
    }),
  ]),
  success: CommandReply,
  status: 201,
  problems: ['transition-not-allowed'],
})

export const redrawMovePlan = operation({
  id: 'redrawMovePlan',
  summary: '重新拟定迁移方案',
  method: 'POST',
  path: '/v1/move-plans/{planId}/redraw',
  roles: DRAWERS,
  params,
  ...command,
  problems: ['transition-not-allowed'],
})

export const confirmMovePlan = operation({
  id: 'confirmMovePlan',
  summary: '确认迁移方案',
  method: 'POST',
  path: '/v1/move-plans/{planId}/confirm',
  roles: CONFIRMERS,
  params,
  ...command,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const carryMoveOn = operation({
  id: 'carryMoveOn',
  summary: '继续办理迁移',
  method: 'POST',
  path: '/v1/move-plans/{planId}/carry-on',
  roles: DRAWERS,
  params,
  success: CommandReply,
  problems: ['transition-not-allowed'],
})

export const discardMovePlan = operation({
  id: 'discardMovePlan',
  summary: '放弃迁移方案',
  method: 'POST',
  path: '/v1/move-plans/{planId}/discard',
  roles: NAMING_ADMINS,
  params,
  body: z.strictObject({ reason: lines({ min: 2, max: 500, tooShort: '请写明理由' }) }),
  ...command,
  problems: ['transition-not-allowed'],
})
