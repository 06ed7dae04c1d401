import { z } from 'zod'
import { DutyPostId, UnitId } from '../../vocabulary/ids.ts'
import { listQuery } from '../../vocabulary/listPage.ts'
import { LIST_ROWS } from '../../vocabulary/listRow.ts'
import { PlainDate } from '../../vocabulary/plainDate.ts'
import { CoverageByKind, DutyCoverage } from '../../vocabulary/posts/dutyCoverage.ts'
import {
  Appointment,
  DutyPost,
  HolderContent,
  MAX_POSTS_AT_ONCE,
  NewDutyPost,
  PostBasis,
} from '../../vocabulary/posts/dutyPost.ts'
import { lines } from '../../vocabulary/text.ts'
import { CommandReply, operation, recordEnvelope } from '../operation.ts'
import { CASE_READERS, COUNTY_READERS } from '../readers.ts'

/** Names are read in the county and at the unit itself. */
const READERS = [...COUNTY_READERS, 'unit-reporter'] as const
const KEEPERS = ['county-admin', 'county-reviewer'] as const
const reason = lines({ min: 2, max: 200, tooShort: '请写明原因' })
const command = { success: CommandReply, ifMatch: true } as const
const params = z.strictObject({ postId: DutyPostId })

/** 一人多岗: all that the holder does, in words. */
const Overlap = z.object({ duties: z.array(z.string()), isMany: z.boolean(), isSure: z.boolean() })

/** The county's own: its pilot, what it published, and the version from which both are changed. */
const OwnCoverage = z.object({
  version: z.int().min(0),
  figures: CoverageByKind,
  pilot: DutyCoverage.shape.pilot,
  publishedOn: PlainDate.optional(),
})

export const listDutyPosts = operation({
  id: 'listDutyPosts',
  summary: '岗位名册',
  method: 'GET',
  path: '/v1/duty-posts',
  roles: READERS,
  query: z.strictObject({ stage: listQuery.stage, cursor: listQuery.cursor }),
  success: z.object({
    rows: z.array(LIST_ROWS['duty-post'].extend({ overlap: Overlap.optional() })),
    cursor: z.string().optional(),
    /** 尚未设岗: townships of the county without the post that each of them should have. */
    missing: z.array(z.object({ id: UnitId, name: z.string() })),
    own: OwnCoverage.optional(),
  }),
})

export const getDutyPost = operation({
  id: 'getDutyPost',
  summary: '岗位',
  method: 'GET',
  path: '/v1/duty-posts/{postId}',
  roles: READERS,
  params,
  success: recordEnvelope(DutyPost).extend({
    title: z.string(),
    vacantSince: PlainDate.optional(),
    dueOn: PlainDate.optional(),
    overlap: Overlap.optional(),
    /** Units that stand in the place of one that ended, and have no such post. */
    successors: z.array(z.object({ id: UnitId, name: z.string() })),
  }),
})

export const setUpDutyPosts = operation({
  id: 'setUpDutyPosts',
  summary: '设岗',
  method: 'POST',
  path: '/v1/duty-posts',
  roles: KEEPERS,
  body: z.strictObject({
    posts: z
      .array(NewDutyPost)
      .min(1, '请选择设岗的单位')
      .max(MAX_POSTS_AT_ONCE, `一次最多设${MAX_POSTS_AT_ONCE}个岗位，更多的请整表导入`),
  }),
  success: CommandReply,
  status: 201,
  problems: ['transition-not-allowed', 'not-found'],
})

export const fillDutyPost = operation({
  id: 'fillDutyPost',
  summary: '登记任职',
  method: 'POST',
  path: '/v1/duty-posts/{postId}/holders',
  roles: KEEPERS,
  params,
  /** `reason`: why the former holder left, where there is one. */
  body: z.strictObject({ holder: Appointment, reason: reason.optional() }),
  ...command,
  problems: ['transition-not-allowed'],
})

export const amendHolding = operation({
  id: 'amendHolding',
  summary: '更正任职信息',
  method: 'PUT',
  path: '/v1/duty-posts/{postId}/holder',
  roles: KEEPERS,
  params,
  body: z.strictObject({ holder: HolderContent }),
  ...command,
  problems: ['transition-not-allowed'],
})

export const vacateDutyPost = operation({
  id: 'vacateDutyPost',
  summary: '登记离任',
  method: 'POST',
  path: '/v1/duty-posts/{postId}/vacancy',
  roles: KEEPERS,
  params,
  body: z.strictObject({ on: PlainDate, reason }),
  ...command,
  problems: ['transition-not-allowed'],
})

export const endDutyPost = operation({
  id: 'endDutyPost',
  summary: '撤岗',
  method: 'POST',
  path: '/v1/duty-posts/{postId}/ending',
  roles: KEEPERS,
  params,
  body: z.strictObject({ on: PlainDate, reason }),
  ...command,
  problems: ['transition-not-allowed'],
})

export const takeOverDutyPost = operation({
  id: 'takeOverDutyPost',
  summary: '由承继单位承接岗位',
  method: 'POST',
  path: '/v1/duty-posts/{postId}/taking-over',
  roles: KEEPERS,
  params,
  body: z.strictObject({ unitId: UnitId, from: PlainDate, basis: PostBasis, keepsHolder: z.boolean() }),
  ...command,
  problems: ['transition-not-allowed', 'not-found'],
})

export const takeBackDutyPostStep = operation({
  id: 'takeBackDutyPostStep',
  summary: '撤回岗位最近一次登记',
  method: 'POST',
  path: '/v1/duty-posts/{postId}/taking-back',
  roles: KEEPERS,
  params,
  body: z.strictObject({ reason }),
  ...command,
  problems: ['transition-not-allowed'],
})

export const getDutyCoverage = operation({
  id: 'getDutyCoverage',
  summary: '岗位覆盖情况',
  method: 'GET',
  path: '/v1/duty-coverage',
  roles: CASE_READERS,
  success: z.object({
    on: PlainDate,
    all: CoverageByKind,
    /** Every county of the jurisdiction; without figures where nothing was set up. */
    counties: z.array(
      z.object({
        county: z.string(),
        name: z.string(),
        figures: CoverageByKind.optional(),
        isPiloted: z.boolean(),
        publishedOn: PlainDate.optional(),
      }),
    ),
  }),
})

export const startDutyPilot = operation({
  id: 'startDutyPilot',
  summary: '开启综治委员试点',
  method: 'POST',
  path: '/v1/duty-coverage/pilot',
  roles: ['county-admin'],
  body: z.strictObject({ from: PlainDate, basis: PostBasis }),
  ...command,
  problems: ['transition-not-allowed'],
})

export const endDutyPilot = operation({
  id: 'endDutyPilot',
  summary: '结束综治委员试点',
  method: 'POST',
  path: '/v1/duty-coverage/pilot/ending',
  roles: ['county-admin'],
  body: z.strictObject({ on: PlainDate }),
  ...command,
  problems: ['transition-not-allowed'],
})

export const publishDutyCoverage = operation({
  id: 'publishDutyCoverage',
  summary: '公布岗位覆盖情况',
  method: 'POST',
  path: '/v1/duty-coverage/publication',
  roles: ['county-admin'],
  ...command,
  problems: ['transition-not-allowed'],
})

export const withdrawDutyCoverage = operation({
  id: 'withdrawDutyCoverage',
  summary: '撤下公布的岗位覆盖情况',
  method: 'POST',
  path: '/v1/duty-coverage/publication/withdrawal',
  roles: ['county-admin'],
  body: z.strictObject({ reason }),
  ...command,
  problems: ['transition-not-allowed'],
})
