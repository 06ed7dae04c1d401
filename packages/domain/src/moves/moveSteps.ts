import type { FactTypeOf, NewFactOf } from '@anjie/contracts/facts/facts'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import {
  MOVE_LINES_A_PART,
  type MoveCount,
  type MoveLine,
  type MovePlan,
} from '@anjie/contracts/vocabulary/moves/movePlan'
import type { Decision } from '../decision.ts'

type Person = Pick<Membership, 'personId' | 'personName'>
type Step<T extends FactTypeOf<'move-plan'>> = Decision<MovePlan, T>

const decided = <T extends FactTypeOf<'move-plan'>>(next: MovePlan, fact: NewFactOf<T>): Step<T> => ({ next, fact })
const by = ({ personId, personName }: Person, at: string) => ({ personId, personName, at })

/** What a drawing found: every line, and what must be put in order before anybody can confirm it. */
export interface Drawing {
  readonly lines: readonly MoveLine[]
  readonly gaps: readonly string[]
}

type Head = Pick<MovePlan, 'id' | 'kind' | 'from' | 'to' | 'on' | 'approvalReference' | 'changeId' | 'isWhole'>

const MOST_GAPS = 50

/** 拟定, for the first time or anew: an earlier drawing's documents stay where they are and are read no more. */
export function drawnPlan(
  head: Head,
  before: MovePlan | undefined,
  { lines, gaps }: Drawing,
  basis: string,
  member: Person,
  at: string,
): Step<'MovePlanDrawn'> {
  return decided(
    {
      ...head,
      status: 'drawn',
      drawing: (before?.drawing ?? 0) + 1,
      counts: countsOf(lines),
      lines: lines.length,
      parts: Math.ceil(lines.length / MOVE_LINES_A_PART),
      gaps: gaps.slice(0, MOST_GAPS),
      basis,
      drawnBy: by(member, at),
      updatedAt: at,
    },
    {
      type: 'MovePlanDrawn',
      details: {
        fromPlace: head.from.name,
        toPlace: head.to.name,
        lines: String(lines.length),
        ...(gaps.length === 0 ? {} : { gaps: String(gaps.length) }),
      },
    },
  )
}

function countsOf(lines: readonly MoveLine[]): MoveCount[] {
  const counts = new Map<string, MoveCount>()
  for (const { subject, fate } of lines) {
    const key = `${subject} ${fate}`
    counts.set(key, { subject, fate, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()]
}

/** 确认: from now on it is carried out, and drawn up no more. */
export const confirmedPlan = (plan: MovePlan, member: Person, at: string): Step<'MovePlanConfirmed'> =>
  decided(
    { ...plan, status: 'applying', confirmed: by(member, at), updatedAt: at },
    { type: 'MovePlanConfirmed', details: { lines: String(plan.lines) } },
  )

/** 办结. `passedOver`: what had settled itself when its turn came. */
export const appliedPlan = (
  plan: MovePlan,
  { done, passedOver }: { readonly done: number; readonly passedOver: number },
  at: string,
): Step<'MovePlanApplied'> =>
  decided(
    { ...plan, status: 'applied', applied: { done, passedOver, at }, updatedAt: at },
    { type: 'MovePlanApplied', details: { done: String(done), passedOver: String(passedOver) } },
  )

/** 放弃: nothing of it was carried out. */
export const discardedPlan = (plan: MovePlan, reason: string, member: Person, at: string): Step<'MovePlanDiscarded'> =>
  decided(
    { ...plan, status: 'discarded', discarded: { ...by(member, at), reason }, updatedAt: at },
    { type: 'MovePlanDiscarded', details: { reason } },
  )
