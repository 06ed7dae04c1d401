import { z } from 'zod'
import { TimelinePage } from '../facts/envelope.ts'
import {
  ApprovalReference,
  CountyCode,
  DivisionChangeId,
  DivisionChangeKind,
  DivisionTree,
  KnownDivisionChange,
  TilePlace,
} from '../vocabulary/divisions/divisions.ts'
import { PlainDate } from '../vocabulary/plainDate.ts'
import { line, lines } from '../vocabulary/text.ts'
import { CommandReply, operation } from './operation.ts'
import { CASE_READERS, PROVINCE_READERS } from './readers.ts'

export const getDivisions = operation({
  id: 'getDivisions',
  summary: '行政区划及沿革',
  method: 'GET',
  path: '/v1/divisions',
  roles: PROVINCE_READERS,
  success: z.object({
    id: z.string(),
    version: z.int(),
    province: DivisionTree.shape.province,
    cities: DivisionTree.shape.cities,
    /** Those that ceased included. */
    counties: DivisionTree.shape.counties,
    successors: DivisionTree.shape.successors,
    changes: z.array(KnownDivisionChange),
    tiles: z.array(TilePlace),
    ...TimelinePage.shape,
  }),
})

export const listDivisionChanges = operation({
  id: 'listDivisionChanges',
  summary: '区划变更',
  method: 'GET',
  path: '/v1/divisions/changes',
  roles: CASE_READERS,
  success: z.object({ changes: z.array(KnownDivisionChange) }),
})

const { cities: Cities, counties: Counties, successors: Successors } = DivisionTree.shape

export const addDivisions = operation({
  id: 'addDivisions',
  summary: '按名单补充行政区划',
  method: 'POST',
  path: '/v1/divisions/additions',
  roles: ['province-admin'],
  body: z.strictObject({
    cities: Cities.max(60),
    counties: z.array(Counties.element.pick({ code: true, name: true, formerNames: true, city: true })).max(400),
    successors: Successors.unwrap().max(400),
  }),
  success: CommandReply,
  ifMatch: true,
})

export const recordDivisionChange = operation({
  id: 'recordDivisionChange',
  summary: '登记区划变更',
  method: 'POST',
  path: '/v1/divisions/changes',
  roles: ['province-admin'],
  body: z.strictObject({
    kind: DivisionChangeKind,
    on: PlainDate,
    approvalReference: ApprovalReference,
    from: z.array(CountyCode).min(1).max(20),
    /** A county that is set up by the change needs its name; one that is there already keeps its own. */
    to: z
      .array(z.strictObject({ code: CountyCode, name: line({ min: 1, max: 60 }).optional() }))
      .min(1)
      .max(20),
  }),
  success: CommandReply,
  status: 201,
  ifMatch: true,
})

export const revokeDivisionChange = operation({
  id: 'revokeDivisionChange',
  summary: '撤销区划变更登记',
  method: 'POST',
  path: '/v1/divisions/changes/{changeId}/revoke',
  roles: ['province-admin'],
  params: z.strictObject({ changeId: DivisionChangeId }),
  body: z.strictObject({ reason: lines({ min: 2, max: 500 }) }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

export const getTiles = operation({
  id: 'getTiles',
  summary: '方格图位置',
  method: 'GET',
  path: '/v1/divisions/tiles',
  roles: CASE_READERS,
  /** Empty where the province arranged none: then one line a city. */
  success: z.object({ tiles: z.array(TilePlace) }),
})

export const arrangeTiles = operation({
  id: 'arrangeTiles',
  summary: '调整方格图位置',
  method: 'PUT',
  path: '/v1/divisions/tiles',
  roles: ['province-admin'],
  /** All of them; whoever is not named stands in lines beneath. None at all is one line a city again. */
  body: z.strictObject({ tiles: z.array(TilePlace).max(400) }),
  success: CommandReply,
  ifMatch: true,
})
