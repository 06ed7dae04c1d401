import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { ObjectionOutcome } from '@anjie/contracts/vocabulary/objections/objection'
import type { Step } from '../decision.ts'
import { OBJECTION_OUTCOME_NAMES } from './objectionTransitions.ts'

/** An objection to it is being looked into, or proved right: it is not named, and the others of its list are. */
export const isHeldByObjection = ({ objections }: Pick<Application, 'objections'>): boolean =>
  objections !== undefined && objections.open + objections.upheld > 0

/** Why a held unit is not named, for its county and its list: nothing of who objected or what they said. */
export const whyHeld = ({ objections }: Pick<Application, 'objections'>): string =>
  (objections?.upheld ?? 0) > 0 ? '异议核查成立' : '异议正在核查'

/** An objection holds the unit that it is about; null where its case is over and nothing is left to hold. */
export function holdUnit(application: Application, at: string): Step<'application'> | null {
  if (application.status !== 'proposed' && application.status !== 'accepted') return null
  const { open, upheld } = application.objections ?? { open: 0, upheld: 0 }
  return {
    next: { ...application, objections: { open: open + 1, upheld }, updatedAt: at },
    fact: { type: 'ApplicationObjected', details: { open: String(open + 1) } },
  }
}

/** An answer ends the hold; what proved right holds on, until the case is returned or rejected. Null where the case was let go before. */
export function settleUnit(
  application: Application,
  outcome: ObjectionOutcome,
  at: string,
): Step<'application'> | null {
  const { objections, ...rest } = application
  if (objections === undefined || objections.open === 0) return null
  const left = { open: objections.open - 1, upheld: objections.upheld + (outcome === 'upheld' ? 1 : 0) }
  return {
    next: { ...rest, ...(left.open + left.upheld === 0 ? {} : { objections: left }), updatedAt: at },
    fact: {
      type: 'ObjectionSettled',
      details: { outcome: OBJECTION_OUTCOME_NAMES[outcome], open: String(left.open) },
    },
  }
}
