import { addDays, beijingDate, dayText } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type {
  Recheck,
  RecheckAction,
  RecheckOutcome,
  RecheckProposal,
} from '@anjie/contracts/vocabulary/aftercare/recheck'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../decision.ts'
import { handOf } from './hand.ts'
import { isOver, MEND_DAYS } from './limits.ts'
import {
  permitRecheckAction,
  RECHECK_OUTCOME_NAMES,
  RECHECK_PROPOSAL_NAMES,
  type RecheckTransition,
} from './recheckTransitions.ts'
import { deregisterTitle, retainTitle, warnTitle } from './titleSteps.ts'

/** A step of a case, with what it does to the title in the same commit. */
export interface RecheckDecision {
  readonly recheck: Step<'recheck'>
  readonly title?: Step<'title'>
}
export type RecheckDecided = Result<RecheckDecision, Problem>

export const stepTo = (
  state: Recheck,
  action: RecheckAction,
  member: Membership,
  at: string,
): Result<RecheckTransition, Problem> => permitRecheckAction(state, action, member, at)

const withAuthor = ({ enteredBy }: Recheck, { personId }: Membership): Recheck['enteredBy'] =>
  enteredBy.includes(personId) ? enteredBy : [...enteredBy, personId]

const withoutDue = ({ dueOn: _due, ...rest }: Recheck): Recheck => rest

/** 自查 of the unit, or of its county's clerk for it. */
export function reportSelfCheck(state: Recheck, text: string, member: Membership, at: string): RecheckDecided {
  const step = stepTo(state, 'report', member, at)
  if (!step.ok) return step
  const { returnReason: _answered, ...rest } = withoutDue(state)
  return ok({
    recheck: {
      next: {
        ...rest,
        status: step.value.to[0],
        selfCheck: { ...handOf(member, at), text },
        enteredBy: withAuthor(state, member),
        updatedAt: at,
      },
      fact: { type: 'RecheckReported', details: {} },
    },
  })
}

/** 逐级复核: what a level found and proposes, upward to whoever decides. */
export function checkRecheck(
  state: Recheck,
  { proposes, text }: { readonly proposes: RecheckProposal; readonly text: string },
  member: Membership,
  at: string,
): RecheckDecided {
  const step = stepTo(state, 'check', member, at)
  if (!step.ok) return step
  const { level } = member.jurisdiction
  return ok({
    recheck: {
      next: {
        ...state,
        status: step.value.to[0],
        opinions: [
          ...state.opinions,
          { ...handOf(member, at), level, jurisdictionName: member.jurisdictionName, proposes, text },
        ],
        updatedAt: at,
      },
      fact: { type: 'RecheckChecked', details: { proposes: RECHECK_PROPOSAL_NAMES[proposes], text } },
    },
  })
}

/** 退回 to the unit, with why; the days begin anew. */
export function returnRecheck(
  state: Recheck,
  { reason, until }: { readonly reason: string; readonly until: PlainDate },
  member: Membership,
  at: string,
): RecheckDecided {
  const step = stepTo(state, 'return', member, at)
  if (!step.ok) return step
  if (isOver(until, at)) return err({ code: 'invalid-input', detail: '自查期限不能早于今天', pointer: '/until' })
  return ok({
    recheck: {
      next: { ...state, status: step.value.to[0], returnReason: reason, dueOn: until, updatedAt: at },
      fact: { type: 'RecheckReturned', details: { reason } },
    },
  })
}

/** 直接办理: who conferred the title does not wait for the levels below, as when nobody reports or the matter is grave. */
export function takeUp(state: Recheck, reason: string, member: Membership, at: string): RecheckDecided {
  const step = stepTo(state, 'take-up', member, at)
  if (!step.ok) return step
  return ok({
    recheck: {
      next: { ...withoutDue(state), status: step.value.to[0], updatedAt: at },
      fact: { type: 'RecheckTakenUp', details: { reason } },
    },
  })
}

/** A case that is over, and how it ended. */
export const concluded = (state: Recheck, outcome: RecheckOutcome, reason: string, at: string): Step<'recheck'> => ({
  next: {
    ...withoutDue(state),
    status: 'closed',
    outcome,
    outcomeReason: reason,
    closedOn: beijingDate(at),
    updatedAt: at,
  },
  fact: { type: 'RecheckConcluded', details: { outcome: RECHECK_OUTCOME_NAMES[outcome], reason } },
})

/** 保留, also instead of a revocation that was proposed. */
export function retain(state: Recheck, title: Title, reason: string, member: Membership, at: string): RecheckDecided {
  const step = stepTo(state, 'retain', member, at)
  if (!step.ok) return step
  return ok({
    recheck: concluded(state, 'retained', reason, at),
    title: retainTitle(title, 'retained', reason, at),
  })
}

/** 恢复: what the yellow card asked for is mended. */
export function lift(state: Recheck, title: Title, reason: string, member: Membership, at: string): RecheckDecided {
  const step = stepTo(state, 'lift', member, at)
  if (!step.ok) return step
  return ok({ recheck: concluded(state, 'lifted', reason, at), title: retainTitle(title, 'lifted', reason, at) })
}

/** 注销: the unit is no more. Whoever stands in its place is named, and nobody is barred by it. */
export function endTitle(
  state: Recheck,
  title: Title,
  { reason, successors }: { readonly reason: string; readonly successors: readonly string[] },
  member: Membership,
  at: string,
): RecheckDecided {
  const step = stepTo(state, 'end', member, at)
  if (!step.ok) return step
  const closed = concluded(state, 'ended', reason, at)
  return ok({
    recheck: { ...closed, next: { ...closed.next, successors: [...successors] } },
    title: deregisterTitle(title, { reason, successors }, at),
  })
}

/** 黄牌警告: what is to be mended until when. The title is held on meanwhile. */
export function warn(
  state: Recheck,
  title: Title,
  { demands, mendBy }: { readonly demands: string; readonly mendBy: PlainDate },
  member: Membership,
  at: string,
): RecheckDecided {
  const step = stepTo(state, 'warn', member, at)
  if (!step.ok) return step
  const today = beijingDate(at)
  const [first, last] = [addDays(today, MEND_DAYS.least), addDays(today, MEND_DAYS.most)]
  if (mendBy < first || mendBy > last)
    return err({
      code: 'invalid-input',
      detail: `整改期限应在${dayText(first)}至${dayText(last)}之间`,
      pointer: '/mendBy',
    })
  return ok({
    recheck: {
      next: {
        ...state,
        status: step.value.to[0],
        dueOn: mendBy,
        card: { ...handOf(member, at), on: today, mendBy, demands },
        updatedAt: at,
      },
      fact: { type: 'YellowCardIssued', details: { mendBy, demands } },
    },
    title: warnTitle(title, mendBy, demands, at),
  })
}

/** 整改报告: it goes to whoever gave the card. */
export function reportMended(state: Recheck, text: string, member: Membership, at: string): RecheckDecided {
  const step = stepTo(state, 'report-mended', member, at)
  if (!step.ok) return step
  if (state.card === undefined) throw new Error(`${state.id} has no card`)
  return ok({
    recheck: {
      next: {
        ...withoutDue(state),
        status: step.value.to[0],
        card: { ...state.card, report: { ...handOf(member, at), text } },
        enteredBy: withAuthor(state, member),
        updatedAt: at,
      },
      fact: { type: 'MendingReported', details: {} },
    },
  })
}

/** 逾期: time alone brings what was not mended before the person who decides; it revokes nothing. Null before the day is over. */
export function mendingOverdue(state: Recheck, at: string): Step<'recheck'> | null {
  const { card } = state
  if (state.status !== 'rectifying' || card === undefined || !isOver(card.mendBy, at)) return null
  return {
    next: { ...withoutDue(state), status: 'decision', card: { ...card, overdue: true }, updatedAt: at },
    fact: { type: 'MendingOverdue', details: { mendBy: card.mendBy } },
  }
}

export { withAuthor, withoutDue }
