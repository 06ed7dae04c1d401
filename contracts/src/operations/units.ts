import { z } from 'zod'
import { ROLES } from '../vocabulary/access/people.ts'
import { ApprovalReference, CountyCode } from '../vocabulary/divisions/divisions.ts'
import { UnitId } from '../vocabulary/ids.ts'
import { PlainDate } from '../vocabulary/plainDate.ts'
import { lines } from '../vocabulary/text.ts'
import { Unit } from '../vocabulary/units/unit.ts'
import { UnitKind } from '../vocabulary/units/unitKind.ts'
import { CommandReply, operation } from './operation.ts'

export const listUnits = operation({
  id: 'listUnits',
  summary: '本县基层单位',
  method: 'GET',
  path: '/v1/units',
  roles: ['county-admin', 'county-reviewer', 'county-reporter', 'unit-reporter'],
  query: z.strictObject({ kind: UnitKind.optional() }),
  success: z.object({ units: z.array(Unit.extend({ version: z.int() })) }),
})

/** Somebody looked and says that the registered unit of a like name is another one. */
const confirmedOther = z.literal(true).optional()

export const registerUnit = operation({
  id: 'registerUnit',
  summary: '登记基层单位',
  method: 'POST',
  path: '/v1/units',
  roles: ['county-admin'],
  body: z.strictObject({
    kind: UnitKind,
    name: Unit.shape.name,
    parentId: UnitId.optional(),
    validFrom: PlainDate,
    confirmedOther,
  }),
  success: CommandReply,
  status: 201,
  problems: ['near-twin'],
})

const params = z.strictObject({ unitId: UnitId })

export const changeUnit = operation({
  id: 'changeUnit',
  summary: '基层单位更名、改隶',
  method: 'POST',
  path: '/v1/units/{unitId}/change',
  roles: ['county-admin'],
  params,
  /** The unit as it is from that day: without `parentId` it belongs to no township. */
  body: z.strictObject({
    name: Unit.shape.name,
    parentId: UnitId.optional(),
    on: PlainDate,
    approvalReference: ApprovalReference,
    confirmedOther,
  }),
  success: CommandReply,
  ifMatch: true,
  problems: ['near-twin'],
})

export const endUnit = operation({
  id: 'endUnit',
  summary: '基层单位撤并',
  method: 'POST',
  path: '/v1/units/{unitId}/end',
  roles: ['county-admin'],
  params,
  body: z.strictObject({ successors: z.array(UnitId).max(20), on: PlainDate, approvalReference: ApprovalReference }),
  success: CommandReply,
  ifMatch: true,
})

export const takeBackUnitStep = operation({
  id: 'takeBackUnitStep',
  summary: '撤回单位的最近一次登记',
  method: 'POST',
  path: '/v1/units/{unitId}/taking-back',
  roles: ['county-admin'],
  params,
  body: z.strictObject({ reason: lines({ min: 2, max: 500, tooShort: '请写明撤回的理由' }) }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'near-twin'],
})

export const listCounties = operation({
  id: 'listCounties',
  summary: '本辖区的县（市、区）',
  method: 'GET',
  path: '/v1/counties',
  roles: ROLES,
  success: z.object({
    counties: z.array(z.object({ code: CountyCode, name: z.string(), city: z.string(), cityName: z.string() })),
  }),
})
