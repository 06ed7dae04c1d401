import type { DutyEvent } from '@anjie/contracts/vocabulary/posts/dutyEvent'
import { Decimal, plainText } from '@anjie/kernel'
import type { Fraction } from '@anjie/kernel/fraction'
import type { Span } from '../vacancies.ts'
import type { DutySlot } from './dutySlots.ts'
import { isIn } from './versionsInForce.ts'

export interface RoutineFigures {
  /** What was done or had to be done by today. */
  readonly due: number
  readonly done: number
  readonly late: number
  readonly missed: number
  /** Done in time of what was due, exactly; null: nothing was due. */
  readonly share: Fraction | null
}

/**
 * 日常工作完成率, of slots that ended within the days; with `holding` only those that are due of that holder. What is entered and not confirmed
 * counts as not done once its slot is over; what nobody asked for, or nobody held the post for, is not due.
 */
export function routineShare(slots: readonly DutySlot[], span: Span, today: string, holding?: number): RoutineFigures {
  const own = slots.filter((slot) => isIn(slot.to, span) && (holding === undefined || slot.holding === holding))
  const count = (...states: readonly DutySlot['state'][]): number =>
    own.filter(({ state }) => states.includes(state)).length
  const unconfirmed = own.filter(({ state, to }) => state === 'waiting' && to < today).length
  const [done, late, missed] = [count('done'), count('late'), count('missed') + unconfirmed]
  const due = done + late + missed
  return {
    due,
    done,
    late,
    missed,
    share: due === 0 ? null : { numerator: BigInt(done), denominator: BigInt(due) },
  }
}

type Event = Pick<DutyEvent, 'status' | 'on' | 'holding' | 'entry'>

const counted = <E extends Event>(events: readonly E[], span: Span, holding?: number): readonly E[] =>
  events.filter(
    (event) =>
      event.status === 'upheld' && isIn(event.on, span) && (holding === undefined || event.holding.number === holding),
  )

/** 负面事件 that were upheld, and the points that they cost together, exactly; those that veto cost none. */
export function negativeEvents<E extends Event>(
  events: readonly E[],
  span: Span,
  holding?: number,
): { readonly events: readonly E[]; readonly points: string } {
  const own = counted(events, span, holding)
  const points = own.reduce(
    (sum, { entry: { effect } }) => (effect.kind === 'points' ? sum.plus(effect.points) : sum),
    new Decimal(0),
  )
  return { events: own, points: plainText(points) }
}

/** 一票否决: the first upheld event that vetoes; null: none. */
export const veto = <E extends Event>(events: readonly E[], span: Span, holding?: number): E | null =>
  counted(events, span, holding)
    .toSorted((one, other) => one.on.localeCompare(other.on))
    .find(({ entry }) => entry.effect.kind === 'veto') ?? null
