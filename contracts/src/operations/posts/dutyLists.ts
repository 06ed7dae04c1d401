import { z } from 'zod'
import { DutyEventId, DutyListsId, DutyPostId, DutyTrainingId } from '../../vocabulary/ids.ts'
import { listPage, listQuery } from '../../vocabulary/listPage.ts'
import { LIST_ROWS } from '../../vocabulary/listRow.ts'
import { PlainDate } from '../../vocabulary/plainDate.ts'
import { DutyEntry } from '../../vocabulary/posts/dutyEntries.ts'
import { DutyEvent, DutyEventStatus } from '../../vocabulary/posts/dutyEvent.ts'
import {
  DutyLine,
  DutyLineCode,
  DutyLists,
  DutyListsContent,
  NegativeLine,
  RoutineLine,
} from '../../vocabulary/posts/dutyLists.ts'
import { DutyPostKind } from '../../vocabulary/posts/dutyPost.ts'
import { DutyTraining, MAX_ATTENDANCE, TrainingContent } from '../../vocabulary/posts/dutyTraining.ts'
import { TrainingKind } from '../../vocabulary/posts/proofs/training.ts'
import { line, lines } from '../../vocabulary/text.ts'
import { CommandReply, operation, recordEnvelope } from '../operation.ts'
import { ASSESSORS, CASE_READERS, COUNTY_READERS } from '../readers.ts'

/** Those of the county and of the post's own unit: names of holders go no further. */
const POST_READERS = [...COUNTY_READERS, 'unit-reporter'] as const
/** Who speaks and enters for a post. */
const POST_CLERKS = ['unit-reporter', 'county-reporter', 'county-admin'] as const
/** Who records, confirms and decides. */
const OFFICIALS = ['county-reviewer', 'county-admin'] as const

const reason = lines({ min: 2, max: 500, tooShort: '请写明理由' })
const year = z.coerce.number().int().min(2000).max(2100)
const params = z.strictObject({ listsId: DutyListsId })
const postParams = z.strictObject({ postId: DutyPostId })
const eventParams = z.strictObject({ eventId: DutyEventId })
const trainingParams = z.strictObject({ trainingId: DutyTrainingId })
const count = z.int().min(0)

export const listDutyLists = operation({
  id: 'listDutyLists',
  summary: '四张清单',
  method: 'GET',
  path: '/v1/duty-lists',
  roles: [...CASE_READERS, 'unit-reporter'],
  success: z.object({
    rows: z.array(
      LIST_ROWS['duty-lists'].extend({
        /** 现行: in force today. */
        inForce: z.boolean(),
      }),
    ),
  }),
})

export const getDutyLists = operation({
  id: 'getDutyLists',
  summary: '一版四张清单',
  method: 'GET',
  path: '/v1/duty-lists/{listsId}',
  roles: [...CASE_READERS, 'unit-reporter'],
  params,
  success: recordEnvelope(DutyLists),
})

export const draftDutyLists = operation({
  id: 'draftDutyLists',
  summary: '起草四张清单',
  method: 'POST',
  path: '/v1/duty-lists',
  roles: ASSESSORS,
  body: DutyListsContent,
  success: CommandReply,
  status: 201,
})

export const copyDutyLists = operation({
  id: 'copyDutyLists',
  summary: '复制四张清单为新版本',
  method: 'POST',
  path: '/v1/duty-lists/{listsId}/copies',
  roles: ASSESSORS,
  params,
  body: DutyListsContent.pick({ name: true }),
  success: CommandReply,
  status: 201,
})

export const editDutyLists = operation({
  id: 'editDutyLists',
  summary: '修改四张清单',
  method: 'PUT',
  path: '/v1/duty-lists/{listsId}',
  roles: ASSESSORS,
  params,
  body: DutyListsContent,
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

export const publishDutyLists = operation({
  id: 'publishDutyLists',
  summary: '发布四张清单',
  method: 'POST',
  path: '/v1/duty-lists/{listsId}/publication',
  roles: ASSESSORS,
  params,
  body: z.strictObject({ from: PlainDate }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

const Figures = z.object({ due: count, done: count, late: count, missed: count })

/** 履职情况 of one post in one year. */
export const getDutyPerformance = operation({
  id: 'getDutyPerformance',
  summary: '岗位履职情况',
  method: 'GET',
  path: '/v1/duty-posts/{postId}/performance',
  roles: POST_READERS,
  params: postParams,
  query: z.strictObject({ year: year.optional() }),
  success: z.object({
    post: z.object({ id: DutyPostId, kind: DutyPostKind, unitName: z.string(), townshipName: z.string() }),
    year: z.int(),
    /** 任职人, oldest first, with what was due of each. */
    holders: z.array(
      z.object({
        number: z.int(),
        name: z.string(),
        from: PlainDate,
        to: PlainDate.optional(),
        figures: Figures,
        points: z.string(),
        vetoed: z.boolean(),
      }),
    ),
    /** The version in force today, or the last of the year. */
    lists: z
      .object({ id: DutyListsId, name: z.string(), powers: z.array(DutyLine), duties: z.array(DutyLine) })
      .optional(),
    figures: Figures,
    points: z.string(),
    routine: z.array(
      z.object({
        line: RoutineLine,
        figures: Figures,
        /** Slots that have begun, the newest first. */
        slots: z.array(
          z.object({
            from: PlainDate,
            to: PlainDate,
            state: z.enum(['done', 'late', 'missed', 'open', 'waiting', 'nothing', 'vacant', 'unseen']),
            proofs: z.array(
              z.object({
                on: PlainDate,
                title: z.string(),
                kind: z.enum(['rectification', 'dispute', 'submission', 'duty-training']).optional(),
                id: z.string().optional(),
              }),
            ),
          }),
        ),
      }),
    ),
    entries: z.array(DutyEntry),
    entriesVersion: count,
    events: z.array(LIST_ROWS['duty-event']),
  }),
})

export const enterDuty = operation({
  id: 'enterDuty',
  summary: '登记日常工作',
  method: 'POST',
  path: '/v1/duty-posts/{postId}/entries',
  roles: POST_CLERKS,
  params: postParams,
  body: z.strictObject({
    line: DutyLineCode,
    on: PlainDate,
    note: line({ min: 4, max: 120, tooShort: '请写明做了什么，不少于4个字' }),
  }),
  success: CommandReply,
  status: 201,
  problems: ['transition-not-allowed'],
})

export const decideDutyEntry = operation({
  id: 'decideDutyEntry',
  summary: '确认日常工作',
  method: 'POST',
  path: '/v1/duty-posts/{postId}/entries/decision',
  roles: OFFICIALS,
  params: postParams,
  body: z.strictObject({
    year: z.int().min(2000).max(2100),
    number: z.int().min(1),
    outcome: z.enum(['confirmed', 'refused']),
    reason: lines({ max: 500 }),
  }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest', 'not-found'],
})

export const listDutyEvents = operation({
  id: 'listDutyEvents',
  summary: '负面事件',
  method: 'GET',
  path: '/v1/duty-events',
  roles: POST_READERS,
  query: z.strictObject({
    stage: listQuery.stage,
    name: listQuery.name,
    cursor: listQuery.cursor,
    status: DutyEventStatus.optional(),
    year: year.optional(),
  }),
  success: listPage(LIST_ROWS['duty-event']),
})

export const getDutyEvent = operation({
  id: 'getDutyEvent',
  summary: '一起负面事件',
  method: 'GET',
  path: '/v1/duty-events/{eventId}',
  roles: POST_READERS,
  params: eventParams,
  success: recordEnvelope(DutyEvent).extend({
    /** Who held the post on the day, and whether they hold it today. */
    holder: z.object({ name: z.string(), isIn: z.boolean() }).optional(),
  }),
})

export const getDutyEventChoices = operation({
  id: 'getDutyEventChoices',
  summary: '可登记负面事件的岗位与条目',
  method: 'GET',
  path: '/v1/duty-event-choices',
  roles: OFFICIALS,
  query: z.strictObject({ on: PlainDate.optional() }),
  success: z.object({
    posts: z.array(z.object({ id: DutyPostId, kind: DutyPostKind, title: z.string() })),
    /** 负面清单 in force on the day, by kind of post. */
    negative: z.array(z.object({ postKind: DutyPostKind, lines: z.array(NegativeLine) })),
  }),
})

export const recordDutyEvent = operation({
  id: 'recordDutyEvent',
  summary: '登记负面事件',
  method: 'POST',
  path: '/v1/duty-events',
  roles: OFFICIALS,
  body: z.strictObject({
    postId: DutyPostId,
    line: DutyLineCode,
    on: PlainDate,
    ground: lines({ min: 10, max: 1000, tooShort: '请写明事实和依据，不少于10个字' }),
  }),
  success: CommandReply,
  status: 201,
  problems: ['not-found', 'conflict-of-interest', 'calendar-missing'],
})

export const giveDutyWord = operation({
  id: 'giveDutyWord',
  summary: '对负面事件陈述意见',
  method: 'POST',
  path: '/v1/duty-events/{eventId}/word',
  roles: POST_CLERKS,
  params: eventParams,
  body: z.strictObject({
    kind: z.enum(['said', 'left']),
    text: lines({ min: 4, max: 2000, tooShort: '请写明意见，不少于4个字' }),
  }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

export const decideDutyEvent = operation({
  id: 'decideDutyEvent',
  summary: '决定负面事件是否成立',
  method: 'POST',
  path: '/v1/duty-events/{eventId}/decision',
  roles: OFFICIALS,
  params: eventParams,
  body: z.strictObject({ outcome: z.enum(['upheld', 'dropped']), reason }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'conflict-of-interest'],
})

export const listDutyTrainings = operation({
  id: 'listDutyTrainings',
  summary: '岗位培训',
  method: 'GET',
  path: '/v1/duty-trainings',
  roles: POST_READERS,
  query: z.strictObject({ cursor: listQuery.cursor, kind: TrainingKind.optional(), year: year.optional() }),
  success: listPage(LIST_ROWS['duty-training']),
})

export const getDutyTraining = operation({
  id: 'getDutyTraining',
  summary: '一次培训与参训',
  method: 'GET',
  path: '/v1/duty-trainings/{trainingId}',
  roles: COUNTY_READERS,
  params: trainingParams,
  success: recordEnvelope(DutyTraining).extend({
    /** Posts of the kind that stand today, and those that attended. */
    posts: z.array(z.object({ id: DutyPostId, unitName: z.string(), townshipName: z.string() })),
  }),
})

export const recordDutyTraining = operation({
  id: 'recordDutyTraining',
  summary: '登记培训',
  method: 'POST',
  path: '/v1/duty-trainings',
  roles: OFFICIALS,
  body: TrainingContent,
  success: CommandReply,
  status: 201,
})

export const amendDutyTraining = operation({
  id: 'amendDutyTraining',
  summary: '更正培训',
  method: 'PUT',
  path: '/v1/duty-trainings/{trainingId}',
  roles: OFFICIALS,
  params: trainingParams,
  body: TrainingContent,
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed'],
})

export const setDutyAttendance = operation({
  id: 'setDutyAttendance',
  summary: '登记参训',
  method: 'PUT',
  path: '/v1/duty-trainings/{trainingId}/attendance',
  roles: OFFICIALS,
  params: trainingParams,
  body: z.strictObject({ posts: z.array(DutyPostId).max(MAX_ATTENDANCE, `一次培训最多${MAX_ATTENDANCE}个岗位`) }),
  success: CommandReply,
  ifMatch: true,
  problems: ['transition-not-allowed', 'not-found'],
})
