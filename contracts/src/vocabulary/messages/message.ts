import { z } from 'zod'
import { HOME_KINDS, HomePage } from '../home/homeRow.ts'
import { Instant, PlainDate } from '../plainDate.ts'

/** When and of what, the id being a ULID or two with small words before or between them: `2026-03-02T01:00:00.000Z#submission#990101.01J…#turn#`. Text order is the order of time. */
export const MessageKey = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z#[a-z-]{1,30}#[0-9A-Z]{2,6}\.[0-9A-Za-z-]{26,61}#[a-z-]{1,30}#$/,
    '消息的编号格式不对',
  )
  .brand<'MessageKey'>()
export type MessageKey = z.infer<typeof MessageKey>

/** 待办 waits for a post; 抄送 is only said. */
export const MESSAGE_BOXES = ['work', 'told'] as const
export type MessageBox = (typeof MESSAGE_BOXES)[number]

/** 消息: one line of a post, in the order of time. It says what happened to which case, and no figure, reason or person's name. */
export const Message = z.object({
  key: MessageKey,
  box: z.enum(MESSAGE_BOXES),
  at: Instant,
  kind: z.enum(HOME_KINDS),
  id: z.string(),
  title: z.string(),
  place: z.string(),
  text: z.string(),
  dueOn: PlainDate.nullable(),
  page: HomePage,
  pageId: z.string(),
  unread: z.boolean(),
})
export type Message = z.infer<typeof Message>

/** Read beyond the mark, one by one. */
export const MAX_READ_SINGLY = 50

/**
 * 已读: up to when somebody has read their messages, and which newer ones. It is overwritten in place and does not say when
 * anything was read, so nobody can be measured by it.
 */
export const ReadMark = z.object({ upTo: Instant, also: z.array(MessageKey).max(MAX_READ_SINGLY) })
export type ReadMark = z.infer<typeof ReadMark>
