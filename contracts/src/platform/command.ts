import { z } from 'zod'
import { Membership } from '../vocabulary/access/people.ts'
import { DivisionTree, ProvinceCode } from '../vocabulary/divisions/divisions.ts'
import { ListingRow } from '../vocabulary/honours/listingRow.ts'
import { YearPlan } from '../vocabulary/notices/calendar.ts'
import { lines } from '../vocabulary/text.ts'
import { UnitRow } from '../vocabulary/units/unitRow.ts'

/** Rows in one call: large files come in parts. */
export const MAX_PLATFORM_ROWS = 400

/**
 * What the platform operator asks of the platform function. It is invoked with IAM rights and has no address; nobody can
 * grant themselves a post through the API.
 */
export const PlatformCommand = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('loadDivisions'), divisions: DivisionTree }),
  /** Without a province, for the one that this installation serves. */
  z.strictObject({ command: z.literal('loadCalendar'), province: ProvinceCode.optional(), plan: YearPlan }),
  z.strictObject({
    command: z.literal('grantMembership'),
    membership: Membership.omit({ version: true, id: true, scopes: true, unitsElsewhere: true }),
    /** Beside the posts that the log-in holds; otherwise in their place. */
    additional: z.boolean().optional(),
  }),
  z.strictObject({
    command: z.literal('revokeMembership'),
    identity: Membership.shape.identity,
    reason: lines({ min: 2, max: 200 }),
  }),
  z.strictObject({
    command: z.literal('registerUnits'),
    province: ProvinceCode,
    units: z.array(UnitRow).min(1).max(MAX_PLATFORM_ROWS),
  }),
  z.strictObject({
    command: z.literal('importTitles'),
    province: ProvinceCode,
    rows: z.array(ListingRow).min(1).max(MAX_PLATFORM_ROWS),
  }),
])
export type PlatformCommand = z.infer<typeof PlatformCommand>

/** Which rows came in, which were there, and why others were refused. No answer carries anything about a person. */
export const RowsAnswer = z.object({
  ok: z.literal(true),
  created: z.int(),
  unchanged: z.int(),
  refused: z.array(z.object({ row: z.int(), reason: z.string() })),
  /** Id of each row's record in the order of the rows; null where it was refused. */
  ids: z.array(z.string().nullable()),
})
export type RowsAnswer = z.infer<typeof RowsAnswer>

export const OneAnswer = z.object({
  ok: z.literal(true),
  /** False: it was so already, and nothing was written. */
  changed: z.boolean(),
  version: z.int(),
})
export type OneAnswer = z.infer<typeof OneAnswer>

export const RefusedAnswer = z.object({ ok: z.literal(false), code: z.string(), detail: z.string() })

export const PlatformAnswer = z.union([RowsAnswer, OneAnswer, RefusedAnswer])
export type PlatformAnswer = z.infer<typeof PlatformAnswer>
