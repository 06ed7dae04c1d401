import { beijingDate } from '@anjie/calendar-cn'
import type {
  acknowledgeMeasure as acknowledgeOperation,
  answerContest as answerOperation,
  contestMeasure as contestOperation,
  liftListing as liftOperation,
  publishListing as publishOperation,
  decideVeto as vetoOperation,
  withdrawMeasure as withdrawOperation,
} from '@anjie/contracts/operations/supervision'
import type { Measure } from '@anjie/contracts/vocabulary/supervision/measure'
import type { Rectification } from '@anjie/contracts/vocabulary/supervision/rectification'
import {
  decideVeto as decide,
  decidedVetoOf,
  liftListing as lift,
  publishListing as publish,
} from '@anjie/domain/supervision/listingSteps'
import {
  acknowledgeMeasure as acknowledge,
  answerContest as answer,
  contestMeasure as contest,
  withdrawMeasure as withdraw,
} from '@anjie/domain/supervision/measureSteps'
import { ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { workingCalendarOf } from '../workingCalendarOf.ts'
import { barChange, liftedBars } from './barChange.ts'
import { changeMeasure } from './changeMeasure.ts'
import type { Tallied } from './tallies.ts'

/** 签收. */
export const acknowledgeMeasure: Command<InputOf<typeof acknowledgeOperation>> = (context, { params }) =>
  changeMeasure(context, params.measureId, (state, own) => acknowledge(state, own, context.member, context.now))

/** 申请复核结论. */
export const contestMeasure: Command<InputOf<typeof contestOperation>> = (context, { params, body }) =>
  changeMeasure(context, params.measureId, (state) => contest(state, body.text, context.member, context.now))

/** What a measure that counts no more takes out of its tally, and out of that of the year in which its veto was decided. */
const outOfTally = (of: Measure, own: readonly Rectification[]): readonly Tallied[] => [
  {
    of,
    change: {
      level: of.level,
      measure: { of, by: -1 },
      problems: -own.length,
      closed: -own.filter(({ status }) => status === 'closed').length,
      overdue: -own.filter(({ overdueOn }) => overdueOn !== undefined).length,
    },
  },
  ...vetoTallied(of, -1),
]

/** 予以否决 in the tally of the year of the decision: there assessments look for it. */
function vetoTallied(of: Measure, by: 1 | -1): readonly Tallied[] {
  const vetoed = decidedVetoOf(of)
  if (vetoed === undefined) return []
  return [{ of: { ...of, on: beijingDate(vetoed.decidedAt) }, change: { level: of.level, vetoed: { of: vetoed, by } } }]
}

/** 答复复核申请; a conclusion that was changed counts no more and bars nobody. */
export const answerContest: Command<InputOf<typeof answerOperation>> = (context, { params, body }) =>
  changeMeasure(
    context,
    params.measureId,
    (state, own) => answer(state, own, body, context.member, context.now),
    async (state, own) => {
      if (body.outcome === 'upheld') return ok({})
      const bars = await liftedBars(context, state, body.reason)
      return bars.ok ? ok({ changes: bars.value, tallied: outOfTally(state, own) }) : bars
    },
  )

/** 公布挂牌或摘牌. */
export const publishListing: Command<InputOf<typeof publishOperation>> = (context, { params }) =>
  changeMeasure(context, params.measureId, (state) => publish(state, context.member, context.now))

/** 验收摘牌. */
export const liftListing: Command<InputOf<typeof liftOperation>> = async (context, { params, body }) => {
  const calendar = await workingCalendarOf(context)
  return changeMeasure(context, params.measureId, (state) =>
    lift(state, { reason: body.reason, calendar }, context.member, context.now),
  )
}

/** 决定是否否决; a veto bars the target from honours and counts in its assessment. */
export const decideVeto: Command<InputOf<typeof vetoOperation>> = (context, { params, body }) =>
  changeMeasure(
    context,
    params.measureId,
    (state) => decide(state, body, context.member, context.now),
    async (_state, _own, next) => {
      if (body.outcome === 'spare') return ok({})
      const bars = await barChange(context, next, 'vetoed')
      return bars.ok ? ok({ changes: bars.value, tallied: vetoTallied(next, 1) }) : bars
    },
  )

/** 撤回. */
export const withdrawMeasure: Command<InputOf<typeof withdrawOperation>> = (context, { params, body }) =>
  changeMeasure(
    context,
    params.measureId,
    (state, own) => withdraw(state, own, body.reason, context.member, context.now),
    async (state, own) => {
      // A conclusion that an answer changed was taken out already.
      if (state.outcome === 'overturned') return ok({})
      const bars = await liftedBars(context, state, body.reason)
      return bars.ok ? ok({ changes: bars.value, tallied: outOfTally(state, own) }) : bars
    },
  )
