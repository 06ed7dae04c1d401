import { z } from 'zod'
import { CountyCode, Level } from '../divisions/divisions.ts'
import { UnitId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { line } from '../text.ts'
import { UnitKind } from '../units/unitKind.ts'

/** 限制情形: listed for mending, a target missed, a grave event, each with its own term; a yellow card or an interview whose rule says so. */
export const BAR_KINDS = ['listed', 'target-missed', 'grave-event', 'yellow-card', 'interview'] as const
export const BarKind = z.enum(BAR_KINDS)
export type BarKind = z.infer<typeof BarKind>

export const MAX_BAR_MONTHS = 24

/** What the rule of a yellow card or an interview says of honours: barred for how long, and which rule that is. */
export const OwnTerm = z.strictObject({
  months: z.int('限制申报的月数应为整数').min(1).max(MAX_BAR_MONTHS),
  basis: line({ min: 4, max: 120, tooShort: '请写明限制申报的依据' }),
})
export type OwnTerm = z.infer<typeof OwnTerm>

/** What is known of a bar when it is entered; how long it lasts follows from its kind, or from the rule that is named. */
export const BarContent = z.strictObject({
  kind: BarKind,
  /** 起算日: of the listing, the last one of the target's term, or that of the event. */
  from: PlainDate,
  /** 决定机关, of a county or above. */
  decidedBy: line({ min: 2, max: 60 }),
  /** 决定文号 */
  document: line({ min: 4, max: 80 }),
  documentOn: PlainDate,
  cause: line({ min: 2, max: 200 }),
  ownTerm: OwnTerm.optional(),
})
export type BarContent = z.infer<typeof BarContent>

export const LiftContent = z.strictObject({
  document: line({ min: 4, max: 80 }),
  reason: line({ min: 2, max: 200, tooShort: '请写明理由' }),
})

/** 限制申报 of one unit or division, from a day to a day; it ends by the calendar and nobody has to end it. */
export const Bar = BarContent.extend({
  number: z.int().min(1),
  /** Last day. */
  until: PlainDate,
  level: Level,
  enteredAt: Instant,
  /** 解除 before its end, from this day on. */
  lifted: LiftContent.extend({ on: PlainDate }).optional(),
})
export type Bar = z.infer<typeof Bar>

/** 被限制的单位: a registered unit, or with `990101.division` a county itself. */
export const BarSubject = z.union([
  UnitId,
  z
    .string()
    .regex(/^\d{4}[0-9A-Z]\d\.division$/, '编号格式不对')
    .brand<'DivisionSubject'>(),
])
export type BarSubject = z.infer<typeof BarSubject>

/** All bars of a unit or county, those that are over included. */
export const Bars = z.object({
  subject: BarSubject,
  county: CountyCode,
  countyName: z.string(),
  name: z.string(),
  unitKind: UnitKind,
  townshipName: z.string().optional(),
  bars: z.array(Bar).max(60),
  updatedAt: Instant,
})
export type Bars = z.infer<typeof Bars>
