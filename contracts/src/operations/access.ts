import { z } from 'zod'
import { Jurisdiction, ROLES, Role } from '../vocabulary/access/people.ts'
import { HonourCode } from '../vocabulary/honours/honourCodes.ts'
import { UnitId } from '../vocabulary/ids.ts'
import { Instant, PlainDate } from '../vocabulary/plainDate.ts'
import { operation } from './operation.ts'

export const getMe = operation({
  id: 'getMe',
  summary: '本人任职与岗位',
  method: 'GET',
  path: '/v1/me',
  roles: ROLES,
  success: z.object({
    personName: z.string(),
    post: z.string(),
    jurisdiction: Jurisdiction,
    jurisdictionName: z.string(),
    roles: z.array(Role),
    validUntil: PlainDate,
    /** 所在单位: of a post below the county. */
    units: z.array(z.object({ id: UnitId, name: z.string() })).optional(),
    honours: z.array(HonourCode).optional(),
    /** 本人的各项任职: by which of them a request acts, its header `Anjie-Post` says. */
    posts: z.array(
      z.object({
        key: z.string(),
        post: z.string(),
        jurisdictionName: z.string(),
        roles: z.array(Role),
        validUntil: PlainDate,
        current: z.boolean(),
      }),
    ),
    /** 最近登录: where the issuer of the log-in says when. */
    signedInAt: Instant.optional(),
  }),
})
