import { z } from 'zod'
import { Instant, PlainDate } from '../plainDate.ts'
import { DigestChannel } from './digestChannel.ts'
import { MessageKey } from './message.ts'

/** 汇总设置 of one post, or of one unit of a post at units (`mailboxIdOf`). The address is not in it: a fact is for ever, an address is not. */
export const Mailbox = z.object({
  jurisdiction: z.string(),
  channel: DigestChannel,
  updatedAt: Instant,
})
export type Mailbox = z.infer<typeof Mailbox>

/** One line: no header of a mail begins in it. */
export const EmailAddress = z
  .email('请填写电子邮箱地址')
  .max(254)
  .regex(/^[\x21-\x7e]+$/)
/** A mobile number or an account of the office's gateway. */
export const GatewayAccount = z.string().regex(/^[A-Za-z0-9._@+-]{3,64}$/, '接收账号为3至64位字母、数字和 . _ @ + -')

/** What went out together. */
export const Letter = z.object({
  /** Counts the letters of a post: with its id the key by which a sender knows a repeat. */
  number: z.int().min(1),
  at: Instant,
  emergency: z.boolean(),
  lines: z.array(z.string()),
})
export type Letter = z.infer<typeof Letter>

export const MAX_KEPT_LETTERS = 5
export const MAX_EMERGENCIES = 50

/**
 * How far a post has been sent its messages. `pending` is made before it is sent and taken away afterwards, so a run that was killed is
 * carried on and never begun anew.
 */
export const Delivery = z.object({
  through: Instant,
  preparedOn: PlainDate.nullable(),
  pending: Letter.nullable(),
  sent: z.array(Letter).max(MAX_KEPT_LETTERS),
  /** Sent at once, and therefore not once more in the morning. */
  emergencies: z.array(MessageKey).max(MAX_EMERGENCIES),
})
export type Delivery = z.infer<typeof Delivery>
