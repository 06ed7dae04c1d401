import { beijingDate } from '@anjie/calendar-cn'
import type {
  confirmCandidate as confirmOperation,
  judgeCandidate as judgeOperation,
  listReviewCandidates as listOperation,
} from '@anjie/contracts/operations/procedure'
import { barsOn, barText } from '@anjie/domain/honours/bars'
import {
  bestGraded,
  confirmCandidate as confirm,
  judgeCandidate as judge,
  listCandidates as list,
} from '@anjie/domain/procedure/reviewSteps'
import { err } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command, CommandContext } from '../ports.ts'
import { changeProcedure } from './changeProcedure.ts'
import { bestGradeOf } from './missingSteps.ts'

/** 列出审查对象 of the newest run. */
export const listReviewCandidates: Command<InputOf<typeof listOperation>> = (context, { params }) =>
  changeProcedure(context, params.cycleId, async (state, cycle) => {
    if (cycle.latestRun === undefined)
      return err({ code: 'transition-not-allowed', detail: '还没有计分，计分后才能列出审查对象' })
    const run = await findRecord(context, 'run', cycle.latestRun)
    if (!run.ok) return run
    const best = await bestGradeOf(context.store, cycle)
    const subjects = bestGraded(run.value.state, best).map(({ subject }) => subject)
    const bars = await standingBars(context, subjects)
    return list(state, run.value.state, best, bars, cycle, context.member, context.now)
  })

/** 生效的限制 of each: a listing, a target missed after one, a grave event. */
async function standingBars(
  { store, now }: CommandContext,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const idOf = (subject: string): string => (subject.includes('.') ? subject : `${subject}.division`)
  const bars = await store.getMany('bars', subjects.map(idOf))
  const today = beijingDate(now)
  return new Map(
    subjects.map((subject) => [
      subject,
      (bars.get(idOf(subject))?.state.bars ?? []).filter((bar) => barsOn(bar, today)).map(barText),
    ]),
  )
}

/** 提出审查意见. */
export const judgeCandidate: Command<InputOf<typeof judgeOperation>> = (context, { params, body }) =>
  changeProcedure(context, params.cycleId, (state, cycle) => judge(state, body, cycle, context.member, context.now))

/** 确认审查意见. */
export const confirmCandidate: Command<InputOf<typeof confirmOperation>> = (context, { params, body }) =>
  changeProcedure(context, params.cycleId, (state, cycle) =>
    confirm(state, body.subject, cycle, context.member, context.now),
  )
