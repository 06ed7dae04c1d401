import { z } from 'zod'
import { ListRow } from '../vocabulary/listRow.ts'
import { Jurisdiction, ROLES, Role } from '../vocabulary/people.ts'
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

export const getHome = operation({
  id: 'getHome',
  summary: '首页：待办、即将到期、本级动态',
  method: 'GET',
  path: '/v1/home',
  roles: ROLES,
  success: z.object({ toDo: z.array(ListRow), dueSoon: z.array(ListRow), recent: z.array(ListRow) }),
})
