import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Appeal } from '@anjie/contracts/vocabulary/appeals/appeal'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { permitAppealAction } from './appealTransitions.ts'

/** 办结: an upheld appeal after which no figure changes; why goes on record and to the county. Otherwise it could hold the result up for ever. */
export function concludeAppeal(
  state: Appeal,
  statement: string,
  member: Membership,
  now: string,
): Result<Decision<Appeal, 'AppealCorrected'>, Problem> {
  const permitted = permitAppealAction(state, 'conclude', member)
  if (!permitted.ok) return permitted
  return ok({
    next: {
      ...state,
      status: permitted.value.to[0],
      correction: { statement, personName: member.personName },
      updatedAt: now,
    },
    fact: { type: 'AppealCorrected', details: { indicator: state.receipt.name, statement } },
  })
}
