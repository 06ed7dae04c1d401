import { z } from 'zod'
import { ROLES } from '../vocabulary/access/people.ts'
import { ListRow } from '../vocabulary/listRow.ts'
import { operation } from './operation.ts'

export const getHome = operation({
  id: 'getHome',
  summary: '首页：待办、即将到期、本级动态',
  method: 'GET',
  path: '/v1/home',
  roles: ROLES,
  success: z.object({ toDo: z.array(ListRow), dueSoon: z.array(ListRow), recent: z.array(ListRow) }),
})
