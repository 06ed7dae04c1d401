import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { ProcedurePaper } from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import { ok, type Result } from '@anjie/kernel'
import { handOf } from '../aftercare/hand.ts'
import { isOver } from '../aftercare/limits.ts'
import type { Step } from '../decision.ts'
import { type PaperSetting, permitPaperAction } from './paperTransitions.ts'

export type PaperStepTaken = Step<'procedure-paper'>
export type Decided = Result<PaperStepTaken, Problem>

export const withEnterer = (
  { enteredBy }: Pick<ProcedurePaper, 'enteredBy'>,
  { personId }: Pick<Membership, 'personId'>,
): string[] => (enteredBy.includes(personId) ? enteredBy : [...enteredBy, personId])

/** Said with whatever is filed after its day. */
export const lateness = ({ dueOn }: Pick<ProcedurePaper, 'dueOn'>, at: string): { late?: string } =>
  isOver(dueOn, at) ? { late: '逾期' } : {}

/** 报送: a paper that is complete goes on, in the name of whoever files it. */
export const filedPaper = (
  state: ProcedurePaper,
  status: ProcedurePaper['status'],
  member: Membership,
  at: string,
): PaperStepTaken => ({
  next: { ...state, status, enteredBy: withEnterer(state, member), filed: handOf(member, at), updatedAt: at },
  fact: { type: 'PaperFiled', details: lateness(state, at) },
})

/** 退回 to whoever filed it; of scores by the department's head, or after the signature by the commission. */
export function returnPaper(
  state: ProcedurePaper,
  reason: string,
  setting: PaperSetting,
  member: Membership,
  at: string,
): Decided {
  const step = permitPaperAction(state, 'return', setting, member)
  if (!step.ok) return step
  const { done: _over, ...kept } = state
  return ok({
    next: { ...kept, status: step.value.to[0], returned: { ...handOf(member, at), reason }, updatedAt: at },
    fact: { type: 'PaperReturned', details: { reason } },
  })
}

/** 免办, with the reason on record: one that cannot come does not hold up the cycle for ever. */
export function waivePaper(
  state: ProcedurePaper,
  reason: string,
  setting: PaperSetting,
  member: Membership,
  at: string,
): Decided {
  const step = permitPaperAction(state, 'waive', setting, member)
  if (!step.ok) return step
  return ok({
    next: { ...state, status: step.value.to[0], waived: { ...handOf(member, at), reason }, updatedAt: at },
    fact: { type: 'PaperWaived', details: { reason } },
  })
}
