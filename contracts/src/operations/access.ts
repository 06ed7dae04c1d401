import { z } from 'zod'
import { Jurisdiction, ROLES, Role } from '../vocabulary/access/people.ts'
import { PlainDate } from '../vocabulary/plainDate.ts'
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
  }),
})
