import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Decided } from '@anjie/domain/honours/applicationDecision'
import type { Result } from '@anjie/kernel'
import type { CommandContext, CommandOutcome } from '../ports.ts'
import { commitApplication, type RelatedRecords } from './commitApplication.ts'
import { openApplication } from './honourRecords.ts'

/** A decision and the records around the application from which it was made. */
export interface DecidedWithRelated {
  readonly decided: Decided
  readonly related?: RelatedRecords
  /** What the answer names instead of the application: a file's slot. */
  readonly replyId?: string
}

/** Optimistic-lock retries: colleagues who decide on other units of the same city or list at this moment are let pass so many times. */
const MAX_TRIES = 10

/**
 * Opens an application at the version that the caller saw, decides and commits. Where only a record beside it moved on
 * meanwhile (the city's places, the list), nobody's work is overwritten by deciding once more on what is there now.
 */
export async function changeApplication(
  context: CommandContext,
  id: Application['id'],
  decide: (application: Application) => DecidedWithRelated | Promise<DecidedWithRelated>,
): Promise<Result<CommandOutcome, Problem>> {
  for (let attempt = 1; ; attempt++) {
    const found = await openApplication(context, id)
    if (!found.ok) return found
    const { state, version } = found.value
    const { decided, related, replyId } = await decide(state)
    const outcome = await commitApplication(context, { id, version }, decided, related, replyId)
    if (outcome.ok || outcome.error.code !== 'stale-version' || attempt === MAX_TRIES) return outcome
  }
}
