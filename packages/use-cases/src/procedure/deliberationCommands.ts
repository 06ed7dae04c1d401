import type {
  decideGrades as decideOperation,
  proposeGrades as proposeOperation,
} from '@anjie/contracts/operations/procedure'
import { decideGrades as decide, proposeGrades as propose } from '@anjie/domain/procedure/deliberationSteps'
import { err } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeProcedure } from './changeProcedure.ts'
import { missingBefore } from './missingSteps.ts'
import { papersOf } from './procedurePapers.ts'

/** 提请审定 of the newest run's grades. */
export const proposeGrades: Command<InputOf<typeof proposeOperation>> = (context, { params, body }) =>
  changeProcedure(context, params.cycleId, async (state, cycle) => {
    const { store, member, now } = context
    if (cycle.latestRun === undefined)
      return err({ code: 'transition-not-allowed', detail: '还没有计分，计分后才能提请审定' })
    const run = await findRecord(context, 'run', cycle.latestRun)
    if (!run.ok) return run
    const papers = await papersOf(store, cycle, state)
    const missing = await missingBefore(store, cycle, state, papers, run.value.state)
    return propose(state, run.value.state, body.text, missing, cycle, member, now)
  })

/** 登记审定结果. */
export const decideGrades: Command<InputOf<typeof decideOperation>> = (context, { params, body }) =>
  changeProcedure(context, params.cycleId, (state, cycle) => decide(state, body, cycle, context.member, context.now))
