import { z } from 'zod'
import { MachineScope, ROLES, type Role } from '../vocabulary/access/people.ts'
import { CityCode, CountyCode, ProvinceCode } from '../vocabulary/divisions/divisions.ts'
import { MembershipId } from '../vocabulary/ids.ts'
import { listPage, listQuery } from '../vocabulary/listPage.ts'
import { LIST_ROWS } from '../vocabulary/listRow.ts'
import { MembershipRecord } from '../vocabulary/people/membershipRecord.ts'
import { AccountName, MAX_POST_ROWS, PostGiven, PostRow, PostRowResult } from '../vocabulary/people/postRow.ts'
import { PlainDate } from '../vocabulary/plainDate.ts'
import { line, lines } from '../vocabulary/text.ts'
import { CommandReply, operation, recordEnvelope } from './operation.ts'

/** 任职由谁管理: a county's administrator the county's own, the province's all. */
const MANAGERS = ['province-admin', 'county-admin'] as const satisfies readonly Role[]

const params = z.strictObject({ membershipId: MembershipId })

/** For which jurisdiction; without it the caller's own. */
const place = z.union([ProvinceCode, CityCode, CountyCode]).optional()

/** Told once, with the answer that made them. */
const secrets = {
  /** 邀请码; a repeat of the call does not know it any more. */
  code: z.string().optional(),
  accountName: z.string().optional(),
  firstPassword: z.string().optional(),
} as const

export const listMemberships = operation({
  id: 'listMemberships',
  summary: '任职列表',
  method: 'GET',
  path: '/v1/memberships',
  roles: MANAGERS,
  query: z.strictObject({ place, stage: listQuery.stage, name: listQuery.name, cursor: listQuery.cursor }),
  success: listPage(LIST_ROWS.membership),
})

export const getMembership = operation({
  id: 'getMembership',
  summary: '任职详情',
  method: 'GET',
  path: '/v1/memberships/{membershipId}',
  roles: MANAGERS,
  params,
  success: recordEnvelope(MembershipRecord.omit({ boundTo: true })),
})

export const inviteMember = operation({
  id: 'inviteMember',
  summary: '邀请任职',
  method: 'POST',
  path: '/v1/memberships',
  roles: MANAGERS,
  body: z.strictObject({
    place,
    ...PostGiven,
    /** One more post of somebody who holds one: theirs and nobody else's. */
    samePersonAs: MembershipId.optional(),
    /** Last day of the code; without it two weeks from now. */
    endsOn: PlainDate.optional(),
    /** Has the account and its first password made along, where the system has a user pool. */
    accountName: AccountName.optional(),
  }),
  success: CommandReply.extend(secrets),
  status: 201,
  problems: ['already-invited', 'conflict-of-interest'],
})

export const inviteMembers = operation({
  id: 'inviteMembers',
  summary: '批量邀请任职',
  method: 'POST',
  path: '/v1/memberships/rows',
  roles: MANAGERS,
  body: z.strictObject({
    place,
    rows: z.array(PostRow).min(1).max(MAX_POST_ROWS),
    /** New codes for those of the rows that were invited before and have not come. */
    renew: z.boolean(),
    endsOn: PlainDate.optional(),
  }),
  success: CommandReply.extend({ rows: z.array(PostRowResult).optional() }),
})

export const renewInvitation = operation({
  id: 'renewInvitation',
  summary: '重发邀请码',
  method: 'POST',
  path: '/v1/memberships/{membershipId}/invitation',
  roles: MANAGERS,
  params,
  body: z.strictObject({ endsOn: PlainDate.optional() }),
  success: CommandReply.extend({ code: secrets.code }),
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const changeMembership = operation({
  id: 'changeMembership',
  summary: '变更任职',
  method: 'POST',
  path: '/v1/memberships/{membershipId}/change',
  roles: MANAGERS,
  params,
  body: z.strictObject({
    post: PostGiven.post,
    roles: PostGiven.roles,
    units: PostGiven.units,
    honours: PostGiven.honours,
    scopes: z.array(MachineScope).min(1).max(40).optional(),
    validUntil: PostGiven.validUntil,
  }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const endMembership = operation({
  id: 'endMembership',
  summary: '解除任职',
  method: 'POST',
  path: '/v1/memberships/{membershipId}/end',
  roles: MANAGERS,
  params,
  body: z.strictObject({ reason: lines({ min: 2, max: 200, tooShort: '请写明理由' }) }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const registerMachine = operation({
  id: 'registerMachine',
  summary: '登记接口客户端',
  method: 'POST',
  path: '/v1/machines',
  roles: MANAGERS,
  body: z.strictObject({
    place,
    /** 客户端编号 at the issuer: its tokens carry it as subject and as client. */
    clientId: z.string().regex(/^[\w.~-]{3,100}$/, '客户端编号为3至100位字母、数字和 . _ ~ -'),
    name: PostGiven.personName,
    roles: PostGiven.roles,
    units: PostGiven.units,
    scopes: z.array(MachineScope).min(1).max(40),
    validUntil: PlainDate,
  }),
  success: CommandReply,
  status: 201,
  problems: ['already-invited'],
})

export const acceptInvitation = {
  ...operation({
    id: 'acceptInvitation',
    summary: '凭邀请码加入',
    method: 'POST',
    path: '/v1/invitations/acceptance',
    roles: ROLES,
    body: z.strictObject({ code: line({ min: 1, max: 60 }) }),
    success: CommandReply,
    problems: ['invitation-refused'],
  }),
  anyLogIn: true,
} as const
