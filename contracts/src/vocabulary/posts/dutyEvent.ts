import { z } from 'zod'
import { Hand } from '../aftercare/recheck.ts'
import { CountyCode } from '../divisions/divisions.ts'
import { DutyEventId, DutyListsId, DutyPostId, UnitId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { NegativeLine } from './dutyLists.ts'
import { DutyPostKind } from './dutyPost.ts'

/** asked 待陈述 → heard 待决定 → upheld 成立 or dropped 不成立. */
export const DUTY_EVENT_STATUSES = ['asked', 'heard', 'upheld', 'dropped'] as const
export const DutyEventStatus = z.enum(DUTY_EVENT_STATUSES)
export type DutyEventStatus = z.infer<typeof DutyEventStatus>

export const DUTY_EVENT_ACTIONS = ['give-word', 'decide'] as const
export const DutyEventAction = z.enum(DUTY_EVENT_ACTIONS)
export type DutyEventAction = z.infer<typeof DutyEventAction>

/** 负面事件: against a line of the negative list in force on its day, of who held the post on that day. */
export const DutyEvent = z.object({
  id: DutyEventId,
  county: CountyCode,
  postId: DutyPostId,
  postKind: DutyPostKind,
  unitId: UnitId,
  unitName: z.string(),
  /** 第几任 held the post on the day, whoever holds it today; the post says who that is. `personId`: of a holder with a log-in. */
  holding: z.object({ number: z.int().min(1), personId: z.string().optional() }),
  listsId: DutyListsId,
  entry: NegativeLine,
  on: PlainDate,
  ground: z.string(),
  status: DutyEventStatus,
  recordedBy: Hand,
  /** 陈述期限 */
  wordBy: PlainDate,
  /** 陈述; `left`: whoever held the post has left and was not reached; `silent`: the days passed without a word. */
  word: z
    .discriminatedUnion('kind', [
      Hand.extend({ kind: z.literal('said'), text: z.string() }),
      Hand.extend({ kind: z.literal('left'), text: z.string() }),
      z.object({ kind: z.literal('silent') }),
    ])
    .optional(),
  decision: Hand.extend({ outcome: z.enum(['upheld', 'dropped']), reason: z.string() }).optional(),
  updatedAt: Instant,
})
export type DutyEvent = z.infer<typeof DutyEvent>
