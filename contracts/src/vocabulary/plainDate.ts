import { z } from 'zod'

/**
 * A calendar day in Beijing, `YYYY-MM-DD`. A string and not a Date: a Date is an instant, and an instant
 * shifts by a day as soon as somebody reads it in another zone.
 */
export const PlainDate = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '日期应为“年-月-日”，如 2026-03-02')
  .refine((text) => {
    // Every month has these, and most days are one of them.
    if (Number(text.slice(8)) <= 28) return true
    const day = new Date(`${text}T00:00:00Z`)
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
  }, '没有这一天，请核对日期')
  .brand<'PlainDate'>()
export type PlainDate = z.infer<typeof PlainDate>

/** An instant in UTC, ISO 8601 with milliseconds. Shown to people in Beijing time. */
export const Instant = z.iso.datetime()
export type Instant = z.infer<typeof Instant>
