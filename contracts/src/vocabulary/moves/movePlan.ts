import { z } from 'zod'
import { ApprovalReference, DivisionChangeId } from '../divisions/divisions.ts'
import { MovePlanId } from '../ids.ts'
import type { Part } from '../part.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { UnitKind } from '../units/unitKind.ts'

/** `county`: the units of a county that ceased, under the code that stands in its place; `township`: what lies in a township that is merged into another. */
export const MOVE_KINDS = ['county', 'township'] as const
export const MoveKind = z.enum(MOVE_KINDS)
export type MoveKind = z.infer<typeof MoveKind>

/** 迁移方案: drawn up → applying (confirmed by another person) → applied; or given up before it was confirmed. */
export const MOVE_STATUSES = ['drawn', 'applying', 'applied', 'discarded'] as const
export const MoveStatus = z.enum(MOVE_STATUSES)
export type MoveStatus = z.infer<typeof MoveStatus>

export const MOVE_SUBJECTS = ['unit', 'title', 'application', 'recheck', 'submission', 'quota', 'post'] as const
export const MoveSubject = z.enum(MOVE_SUBJECTS)
export type MoveSubject = z.infer<typeof MoveSubject>

/**
 * What becomes of it. `moves`: stands under the new place from then on. `merges`: ends, and another unit stands in its place. `carried-on`: the
 * title goes on with its unit. `laid-before`: whoever conferred it decides. `finished-here`: those who have the case finish it. `closed`: ends here,
 * with a reason. `handed-over`: places go to the successor. `stays`: nothing is done. `granted`: the same post for the new place. `kept`: the post
 * reads its history and finishes its cases, and gets nothing new by itself.
 */
export const MOVE_FATES = [
  'moves',
  'merges',
  'carried-on',
  'laid-before',
  'finished-here',
  'closed',
  'handed-over',
  'stays',
  'granted',
  'kept',
] as const
export const MoveFate = z.enum(MOVE_FATES)
export type MoveFate = z.infer<typeof MoveFate>

/** One thing of the plan, with what becomes of it, in whose hands it is then, and why. */
export const MoveLine = z.object({
  subject: MoveSubject,
  id: z.string(),
  name: z.string(),
  /** Where it belongs today: the township of a unit, the unit of a title or case. */
  of: z.string(),
  fate: MoveFate,
  /** The place, unit or office to which it goes or with which it stays. */
  to: z.string(),
  reason: z.string(),
  /** The unit that it goes with. */
  unitId: z.string().optional(),
  kind: UnitKind.optional(),
  /** Places that are handed over. */
  places: z.int().min(0).optional(),
})
export type MoveLine = z.infer<typeof MoveLine>

export const MoveCount = z.object({ subject: MoveSubject, fate: MoveFate, count: z.int().min(1) })
export type MoveCount = z.infer<typeof MoveCount>

/** A county by its code, with its city; a township by its number. */
const Place = z.object({ code: z.string(), name: z.string(), cityName: z.string().optional() })

const Step = z.object({ personId: z.string(), personName: z.string(), at: Instant })
const count = z.int().min(0)

export const MovePlan = z.object({
  id: MovePlanId,
  kind: MoveKind,
  from: Place,
  to: Place,
  on: PlainDate,
  approvalReference: ApprovalReference,
  /** The recorded change that it follows from, of counties. */
  changeId: DivisionChangeId.optional(),
  /** Whether the place goes on whole under its new code: then the posts go with it. */
  isWhole: z.boolean(),
  status: MoveStatus,
  /** How often it was drawn up: each drawing has documents of its own. */
  drawing: z.int().min(1),
  counts: z.array(MoveCount),
  lines: count,
  parts: count,
  /** What must be put in order before it can be confirmed. */
  gaps: z.array(z.string()).max(50),
  /** Digest of the lines: a plan that was overtaken is not confirmed. */
  basis: z.string(),
  drawnBy: Step,
  confirmed: Step.optional(),
  applied: z.object({ done: count, passedOver: count, at: Instant }).optional(),
  discarded: Step.extend({ reason: z.string() }).optional(),
  updatedAt: Instant,
})
export type MovePlan = z.infer<typeof MovePlan>

const MoveLines = z.array(MoveLine)

/** Lines in one side document. */
export const MOVE_LINES_A_PART = 200

export const moveParts = {
  lines: (drawing: number, part: number): Part<MoveLine[]> => ({
    name: `lines-${drawing}-${part}`,
    content: MoveLines,
  }),
} as const
