import { z } from 'zod'
import { TimelinePage } from '../facts/envelope.ts'
import { ROLES } from '../vocabulary/access/people.ts'
import { ApprovalReference, CountyCode } from '../vocabulary/divisions/divisions.ts'
import { ApplicationStatus } from '../vocabulary/honours/application.ts'
import { TITLE_STANDING_NAMES, Title } from '../vocabulary/honours/title.ts'
import { ApplicationId, BatchId, UnitId } from '../vocabulary/ids.ts'
import { PlainDate } from '../vocabulary/plainDate.ts'
import { lines } from '../vocabulary/text.ts'
import { Unit } from '../vocabulary/units/unit.ts'
import { UnitKind } from '../vocabulary/units/unitKind.ts'
import { CommandReply, operation } from './operation.ts'
import { CASE_READERS } from './readers.ts'

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

/** A line of one of the lists on the page of a unit, with where it leads. */
const ofUnit = { id: z.string(), statusName: z.string() }

export const getUnit = operation({
  id: 'getUnit',
  summary: '单位全貌：沿革、称号、申报、复核、限制申报和成绩',
  method: 'GET',
  path: '/v1/units/{unitId}',
  roles: [...CASE_READERS, 'unit-reporter'],
  params,
  success: z.object({
    unit: Unit.extend({ version: z.int() }),
    place: z.object({ provinceName: z.string(), cityName: z.string(), countyName: z.string() }),
    /** 去向, of a unit that ended. */
    successors: z.array(z.object({ id: UnitId, name: z.string() })),
    /** Newest first, of lists of others too; what it held under a former name among them. */
    titles: z.array(
      z.object({
        ...ofUnit,
        standing: z.enum(TITLE_STANDING_NAMES),
        honour: z.string(),
        honourName: z.string(),
        level: Title.shape.level,
        grade: Title.shape.grade,
        year: z.int(),
        unitName: z.string(),
        namedOn: PlainDate.optional(),
        validUntil: PlainDate.optional(),
        documentNumber: z.string().optional(),
        serial: z.string().optional(),
        source: Title.shape.source.shape.kind,
        /** A list names it so, and leaves open which unit of that name it means. */
        unsure: z.boolean(),
      }),
    ),
    /** Newest first, as the reader may see them. */
    applications: z.array(
      z.object({
        ...ofUnit,
        id: ApplicationId,
        roundName: z.string(),
        honour: z.string(),
        year: z.int(),
        unitName: z.string(),
        status: ApplicationStatus,
        batchId: BatchId.optional(),
      }),
    ),
    rechecks: z.array(
      z.object({
        ...ofUnit,
        honourName: z.string(),
        cause: z.string(),
        openedOn: PlainDate,
        closedOn: PlainDate.optional(),
        isOpen: z.boolean(),
      }),
    ),
    /** 限制申报 in force. */
    bars: z.array(z.object({ standing: z.string(), from: PlainDate, until: PlainDate })),
    /** How it stands in the newest result that the reader has of it; of units that nobody assesses nothing. */
    score: z.object({ cycleName: z.string(), score: z.string(), rank: z.string() }).optional(),
    ...TimelinePage.shape,
  }),
})

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
