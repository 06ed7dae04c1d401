import { z } from 'zod'
import { Level } from '../divisions/divisions.ts'
import { HonourCode } from '../honours/honourCodes.ts'
import { Queue } from '../listRow.ts'
import { Instant, PlainDate } from '../plainDate.ts'

/** Kinds of cases whose holder can be urged. */
export const URGED_KINDS = ['submission', 'application'] as const
export const UrgedKind = z.enum(URGED_KINDS)
export type UrgedKind = z.infer<typeof UrgedKind>

/** By which a line of a home page is known as 催报. */
export const URGED = 'urged'

/** More than a day can bring. */
export const MAX_KEPT_URGINGS = 10

/** 催报 of one case: to whom it went last, and the newest ones. It has the case's own id. */
export const Urging = z.object({
  caseKind: UrgedKind,
  title: z.string(),
  place: z.string(),
  statusName: z.string(),
  dueOn: PlainDate.nullable(),
  cycleId: z.string().optional(),
  /** Of an application. */
  honour: HonourCode.optional(),
  /** In whose hands the case was, and for what. */
  to: Queue,
  verb: z.string(),
  urged: z
    .array(
      z.object({
        at: Instant,
        by: Level,
        byName: z.string(),
        /** 紧急: why it may not wait for the morning. */
        emergency: z.string().optional(),
      }),
    )
    .min(1)
    .max(MAX_KEPT_URGINGS),
})
export type Urging = z.infer<typeof Urging>
