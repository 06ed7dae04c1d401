import { z } from 'zod'
import { TimelinePage } from '../facts/envelope.ts'
import { ROLES } from '../vocabulary/access/people.ts'
import { HandledRow, HomeRow } from '../vocabulary/home/homeRow.ts'
import { Standings } from '../vocabulary/home/standing.ts'
import { ApplicationId, CycleId, SubmissionId } from '../vocabulary/ids.ts'
import { Instant } from '../vocabulary/plainDate.ts'
import { operation } from './operation.ts'
import { CASE_READERS } from './readers.ts'

export const getHome = operation({
  id: 'getHome',
  summary: '首页：待办、即将到期、本级动态、名次和未报单位',
  method: 'GET',
  path: '/v1/home',
  roles: ROLES,
  success: z.object({
    /** What is due first; `more`: other work waits as well, which the lists of its kind show page by page. */
    toDo: z.array(HomeRow),
    more: z.boolean(),
    dueSoon: z.array(HomeRow),
    recent: z.array(HomeRow),
    standings: Standings,
    /** 未报: of open cycles, whose figures this level still waits for; `more`: there are more than these. */
    awaited: z.object({
      rows: z.array(HomeRow),
      more: z.boolean(),
      /** How many forms each cycle has here, where that is known. */
      all: z.array(z.object({ cycleId: CycleId, forms: z.int() })),
    }),
    /** 疑似同一纠纷: pairs that wait for whoever keeps the county's disputes, counted up to a hundred; nobody's above or below. */
    disputeDoubts: z.int(),
  }),
})

export const listHandled = operation({
  id: 'listHandled',
  summary: '已办：本级办过的事项，最近的在前',
  method: 'GET',
  path: '/v1/handled',
  roles: [...CASE_READERS, 'unit-reporter'],
  query: z.strictObject({
    /** Only what was done before this instant: the next page begins at the last row of the one before. */
    before: Instant.optional(),
    /** Only this case, which may have gone out of sight by what was done. */
    submissionId: SubmissionId.optional(),
    applicationId: ApplicationId.optional(),
  }),
  success: z.object({ rows: z.array(HandledRow), more: z.boolean() }),
})

/** Kinds of records whose page shows a timeline. */
export const TIMELINE_KINDS = [
  'divisions',
  'submission',
  'application',
  'appeal',
  'scheme',
  'catalogue-item',
  'cycle',
  'run',
  'round',
  'batch',
  'objection',
  'recheck',
  'measure',
  'rectification',
  'duty-lists',
  'duty-event',
  'procedure',
  'procedure-paper',
  'duty-post',
  'import-batch',
  'move-plan',
  'dispute',
] as const

export const getEarlierSteps = operation({
  id: 'getEarlierSteps',
  summary: '更早的办理过程',
  method: 'GET',
  path: '/v1/timelines/{kind}/{recordId}',
  roles: [...ROLES, 'unit-reporter'],
  params: z.strictObject({
    kind: z.enum(TIMELINE_KINDS),
    recordId: z
      .string()
      .regex(
        /^[0-9A-Z]{2,6}\.(([0-9A-Z]{26}-)?[0-9A-Z]{26}|([0-9A-Z]{26}-)?(self|scores|consult|visit)-[0-9A-Z]{26}(-[0-9A-Z]{6,26})?|divisions|[A-Z][A-Z0-9]{0,9}(-[A-Z0-9]{1,10}){0,3})$/,
        '编号格式不对',
      ),
  }),
  /** Steps older than the one that made this version. */
  query: z.strictObject({ before: z.coerce.number().int().min(1) }),
  success: TimelinePage,
})
