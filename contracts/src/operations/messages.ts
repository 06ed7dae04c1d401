import { z } from 'zod'
import { ROLES } from '../vocabulary/access/people.ts'
import { ApplicationId, SubmissionId } from '../vocabulary/ids.ts'
import { EmailAddress, GatewayAccount, Letter } from '../vocabulary/messages/digest.ts'
import { DigestChannel } from '../vocabulary/messages/digestChannel.ts'
import { MAX_READ_SINGLY, Message, MessageKey } from '../vocabulary/messages/message.ts'
import { UrgedKind } from '../vocabulary/messages/urging.ts'
import { Instant } from '../vocabulary/plainDate.ts'
import { lines } from '../vocabulary/text.ts'
import { CommandReply, operation } from './operation.ts'
import { CASE_READERS } from './readers.ts'

export const listMessages = operation({
  id: 'listMessages',
  summary: '消息：本岗位的待办、抄送，未读的在前，最近的在前',
  method: 'GET',
  path: '/v1/messages',
  roles: ROLES,
  query: z.strictObject({
    /** 抄送 only: what is said to this level and waits for nobody. */
    box: z.enum(['told']).optional(),
    /** The next page begins after this message. */
    before: MessageKey.optional(),
  }),
  success: z.object({
    rows: z.array(Message),
    /** Where the next page begins; nothing at the end. */
    next: MessageKey.nullable(),
  }),
})

export const countMessages = operation({
  id: 'countMessages',
  summary: '未读消息的件数',
  method: 'GET',
  path: '/v1/messages/count',
  roles: ROLES,
  success: z.object({
    work: z.int().min(0),
    told: z.int().min(0),
    /** There are more than were counted. */
    more: z.boolean(),
  }),
})

export const readMessages = operation({
  id: 'readMessages',
  summary: '将消息标为已读',
  method: 'POST',
  path: '/v1/messages/read',
  roles: ROLES,
  body: z.strictObject({
    /** Everything up to this instant. */
    upTo: Instant.optional(),
    /** These. */
    keys: z.array(MessageKey).max(MAX_READ_SINGLY).optional(),
  }),
  success: CommandReply,
})

const urgedCase = z.strictObject({
  caseKind: UrgedKind,
  caseId: z.union([SubmissionId, ApplicationId]),
})

export const getUrgings = operation({
  id: 'getUrgings',
  summary: '一件事项的催报情况',
  method: 'GET',
  path: '/v1/urgings/{caseKind}/{caseId}',
  roles: CASE_READERS,
  params: urgedCase,
  success: z.object({
    urged: z.array(z.object({ at: Instant, byName: z.string(), emergency: z.boolean() })),
    mayUrge: z.boolean(),
    /** How often this post may still urge today. */
    left: z.int().min(0),
  }),
})

export const urgeCase = operation({
  id: 'urgeCase',
  summary: '催报',
  method: 'POST',
  path: '/v1/urgings/{caseKind}/{caseId}',
  roles: ['province-admin', 'province-reviewer', 'city-reviewer', 'county-admin'],
  params: urgedCase,
  body: z.strictObject({
    /** 急件: why it may not wait until the next working morning. */
    emergency: lines({ min: 5, max: 200, tooShort: '请写明紧急事由，至少5个字' }).optional(),
  }),
  success: CommandReply,
  status: 201,
  problems: ['transition-not-allowed', 'urged-enough'],
})

export const getDigestSetting = operation({
  id: 'getDigestSetting',
  summary: '本岗位的汇总设置和最近发出的汇总',
  method: 'GET',
  path: '/v1/messages/digest',
  roles: ROLES,
  success: z.object({ channel: DigestChannel, address: z.string(), sent: z.array(Letter) }),
})

export const setDigestSetting = operation({
  id: 'setDigestSetting',
  summary: '选择汇总送达方式',
  method: 'PUT',
  path: '/v1/messages/digest',
  roles: ROLES,
  body: z.discriminatedUnion('channel', [
    z.strictObject({ channel: z.literal('none') }),
    z.strictObject({ channel: z.literal('email'), address: EmailAddress }),
    z.strictObject({ channel: z.literal('gateway'), address: GatewayAccount }),
  ]),
  success: CommandReply,
})
