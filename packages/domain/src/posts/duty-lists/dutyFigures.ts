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

/** How what is due came out. */
export type Due = 'done' | 'late' | 'missed'

/**
 * What was due by the day, and how it came out. What is entered and not confirmed counts as not done once its slot is over; what nobody asked
 * for, or nobody held the post for, is not due.
 */
export function dueSlots(
  slots: readonly DutySlot[],
  today: string,
): readonly { readonly slot: DutySlot; readonly due: Due }[] {
  return slots.flatMap((slot) => {
    const { state, to } = slot
    if (state === 'done' || state === 'late' || state === 'missed') return [{ slot, due: state }]
    return state === 'waiting' && to < today ? [{ slot, due: 'missed' as const }] : []
  })
}

/** 日常工作完成率, of slots that ended within the days; with `holding` only those that are due of that holder. */
export function routineShare(slots: readonly DutySlot[], span: Span, today: string, holding?: number): RoutineFigures {
  const own = slots.filter((slot) => isIn(slot.to, span) && (holding === undefined || slot.holding === holding))
  const found = dueSlots(own, today)
  const count = (wanted: Due): number => found.filter(({ due }) => due === wanted).length
  const [done, late, missed] = [count('done'), count('late'), count('missed')]
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
