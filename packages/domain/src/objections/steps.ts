import { beijingDate } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Objection, ObjectionOutcome } from '@anjie/contracts/vocabulary/objections/objection'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../decision.ts'
import { OBJECTION_OUTCOME_NAMES, type ObjectedCase, permitObjectionAction } from './objectionTransitions.ts'

type Stepped = Result<Step<'objection'>, Problem>

/** 接收: from here on somebody looks into it. */
export function acceptObjection(state: Objection, member: Membership, objected: ObjectedCase, at: string): Stepped {
  const step = permitObjectionAction(state, 'accept', member, objected)
  if (!step.ok) return step
  return ok({
    next: { ...state, status: step.value.to[0], updatedAt: at },
    fact: { type: 'ObjectionAccepted', details: state.dueOn === undefined ? {} : { dueOn: state.dueOn } },
  })
}

export interface Answer {
  readonly outcome: ObjectionOutcome
  readonly finding: string
  readonly answer?: string | undefined
}

/** 答复 with what was found. Who gave a name is owed an answer; an anonymous objection is a clue and needs none. */
export function answerObjection(
  state: Objection,
  { outcome, finding, answer }: Answer,
  member: Membership,
  objected: ObjectedCase,
  at: string,
): Stepped {
  const step = permitObjectionAction(state, 'answer', member, objected)
  if (!step.ok) return step
  if (!state.anonymous && answer === undefined)
    return err({ code: 'incomplete', detail: '署名异议应当答复，请写明答复内容', pointer: '/answer' })
  const answeredOn = beijingDate(at)
  return ok({
    next: {
      ...state,
      status: step.value.to[0],
      outcome,
      finding,
      ...(answer === undefined ? {} : { answer }),
      answeredOn,
      updatedAt: at,
    },
    fact: { type: 'ObjectionAnswered', details: { outcome: OBJECTION_OUTCOME_NAMES[outcome], answeredOn } },
  })
}

/** 公布 of the outcome beside the notice. */
export function publishObjection(
  state: Objection,
  text: string,
  member: Membership,
  objected: ObjectedCase,
  at: string,
): Stepped {
  const step = permitObjectionAction(state, 'publish', member, objected)
  if (!step.ok) return step
  return ok({
    next: { ...state, status: step.value.to[0], published: { text, on: beijingDate(at) }, updatedAt: at },
    fact: { type: 'ObjectionPublished', details: { text } },
  })
}

/** 删除异议材料: only time does it, after the last day that was promised; null before that, and once it is done. */
export function deleteMaterial(state: Objection, at: string): Step<'objection'> | null {
  const today = beijingDate(at)
  if (state.materialDeletedOn !== undefined || today <= state.keptUntil) return null
  return {
    next: { ...state, materialDeletedOn: today, updatedAt: at },
    fact: { type: 'ObjectionMaterialDeleted', details: { keptUntil: state.keptUntil } },
  }
}
