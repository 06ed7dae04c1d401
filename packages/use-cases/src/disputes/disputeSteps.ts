import { beijingDate } from '@anjie/calendar-cn'
import type {
  recordDisputeAttempt as attemptOperation,
  recordDisputeOutcome as outcomeOperation,
  passDisputeUp as passOperation,
} from '@anjie/contracts/operations/disputes'
import { type Dispute, DisputeId, OWN_SYSTEM } from '@anjie/contracts/vocabulary/disputes/dispute'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Step } from '@anjie/domain/decision'
import {
  attemptedDispute,
  isWithdrawn,
  ownStatement,
  passedUpDispute,
  resultOfDispute,
} from '@anjie/domain/disputes/disputeSteps'
import { err, ok, type Result } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { CarriedOut, Command, CommandContext, Versioned } from '../ports.ts'
import { ownNumber } from './ownNumber.ts'
import { keepPersons, personsOf } from './statementPersons.ts'

/** A dispute that stands by itself, as the caller saw it. */
export async function findStanding(context: CommandContext, id: string): Promise<Result<Versioned<Dispute>, Problem>> {
  const found = await findRecord(context, 'dispute', id)
  if (!found.ok) return found
  const { state, version } = found.value
  if (state.into !== undefined)
    return err({ code: 'transition-not-allowed', detail: '这起纠纷已并入另一起，请打开归并后的纠纷办理' })
  if (isWithdrawn(state))
    return err({ code: 'transition-not-allowed', detail: '这起纠纷的记载已随导入撤回；需要办理的，请重新导入或登记' })
  const expected = checkVersion(context, version)
  return expected.ok ? found : expected
}

async function change(
  context: CommandContext,
  id: string,
  decide: (dispute: Dispute) => Result<Step<'dispute'>, Problem>,
): Promise<Result<CarriedOut, Problem>> {
  const found = await findStanding(context, id)
  if (!found.ok) return found
  const { state, version } = found.value
  const decision = decide(state)
  if (!decision.ok) return decision
  const outcome = {
    id,
    version: version + 1,
    status: decision.value.fact.type === 'DisputePassedUp' ? 'passed' : 'recorded',
  }
  const written = await context.store.commit(
    [{ kind: 'dispute', id, expectedVersion: version, ...decision.value }],
    outcome,
  )
  return written.ok ? ok(outcome) : written
}

/** 登记一次调解 */
export const recordDisputeAttempt: Command<InputOf<typeof attemptOperation>> = (context, { params, body }) =>
  change(context, params.disputeId, (dispute) => attemptedDispute(dispute, body, beijingDate(context.now)))

/** 提级办理 */
export const passDisputeUp: Command<InputOf<typeof passOperation>> = (context, { params, body }) =>
  change(context, params.disputeId, (dispute) => passedUpDispute(dispute, body.tier, body.reason, context.now))

/** 登记结果: in our own statement; what the other systems say stays theirs. */
export const recordDisputeOutcome: Command<InputOf<typeof outcomeOperation>> = async (context, { params, body }) => {
  const done = await change(context, params.disputeId, (dispute) => {
    const { now } = context
    const own = dispute.origins.find(({ system }) => system === OWN_SYSTEM)
    const local = context.newId()
    const home = own?.home ?? DisputeId.parse(`${dispute.county}.${local}`)
    const statement = ownStatement(dispute, home, own?.caseNumber ?? ownNumber(now, local), now)
    return resultOfDispute(dispute, statement, body, { now, today: beijingDate(now) })
  })
  if (done.ok) await keepAsLongAs(context, done.value.id)
  return done
}

/** Whom our own statement names is kept by the day on which it ended, not any more by that of its receipt. */
async function keepAsLongAs({ store, now }: CommandContext, id: string): Promise<void> {
  const own = (await store.get('dispute', id))?.state.origins.find(({ system }) => system === OWN_SYSTEM)
  const persons = own === undefined ? undefined : (await personsOf(store, [own.home], now)).get(own.home)
  if (own !== undefined && persons !== undefined) await keepPersons(store, own, persons, now)
}
