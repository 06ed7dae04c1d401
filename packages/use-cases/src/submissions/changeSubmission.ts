import type { FactTypeOf } from '@anjie/contracts/facts/facts'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Decision } from '@anjie/domain/decision'
import { settlesNow, settlingDivision } from '@anjie/domain/submissions/settlingDivision'
import { ok, type Result } from '@anjie/kernel'
import { checkVersion } from '../findRecord.ts'
import type { CommandContext, CommandOutcome } from '../ports.ts'
import { findSubmissionCase, type SubmissionCase } from './submissionCase.ts'

interface How {
  readonly replyWith?: (reply: CommandOutcome) => CommandOutcome
  /** The decision weighs relations with earlier periods and with the level below. */
  readonly around?: boolean
}

/** Carries out one decision on one form: found, of the version that the caller saw, decided, written with its fact and the reply. */
export async function changeSubmission(
  context: CommandContext,
  submissionId: string,
  decide: (
    found: SubmissionCase,
  ) =>
    | Result<Decision<Submission, FactTypeOf<'submission'>>, Problem>
    | Promise<Result<Decision<Submission, FactTypeOf<'submission'>>, Problem>>,
  { replyWith = (reply) => reply, around = false }: How = {},
): Promise<Result<CommandOutcome, Problem>> {
  const found = await findSubmissionCase(context, submissionId, { around })
  if (!found.ok) return found
  const { version } = found.value.record
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const decision = await decide(found.value)
  if (!decision.ok) return decision
  const { next, fact } = decision.value
  const reply = replyWith({ id: submissionId, version: version + 1, status: next.status })
  const written = await context.store.commit(
    [{ kind: 'submission', id: submissionId, expectedVersion: version, next, fact }],
    reply,
    settlesNow(found.value.record.state, next) ? { cycleId: next.cycleId, raise: settlingDivision(next) } : undefined,
  )
  return written.ok ? ok(reply) : written
}
