import type { answerAppeal as operation } from '@anjie/contracts/operations/appeals'
import { answerAppeal as decide } from '@anjie/domain/appeals/answerAppeal'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeAppeal } from './changeAppeal.ts'
import { followRunWith } from './followRun.ts'
import { personsBehind } from './personsBehind.ts'

/** Where the figures were put right before the answer, the newest run shows it, and nothing is left to do. */
export const answerAppeal: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const answered = await changeAppeal(context, params.appealId, async (state) =>
    decide(state, body.outcome, body.answer, context.member, context.now, await personsBehind(context.store, state)),
  )
  if (!answered.ok || body.outcome === 'dismissed') return answered
  const appeal = await context.store.get('appeal', params.appealId)
  const cycle = appeal === undefined ? undefined : await context.store.get('cycle', appeal.state.cycleId)
  if (cycle?.state.latestRun !== undefined) await followRunWith(context, params.appealId, cycle.state.latestRun)
  return answered
}
