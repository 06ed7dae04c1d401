import type {
  answerMoreTime as answerOperation,
  askMoreTime as askOperation,
  checkRectification as checkOperation,
  reportRectification as reportOperation,
} from '@anjie/contracts/operations/supervision'
import {
  answerMoreTime as answer,
  askMoreTime as ask,
  checkRectification as check,
  reportRectification as report,
} from '@anjie/domain/supervision/rectificationSteps'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { workingCalendarOf } from '../workingCalendarOf.ts'
import { changeRectification } from './changeRectification.ts'

/** 报告整改情况. */
export const reportRectification: Command<InputOf<typeof reportOperation>> = (context, { params, body }) =>
  changeRectification(context, params.rectificationId, (state) => report(state, body.text, context.member, context.now))

/** 核查: 销号, or 退回 for another round. */
export const checkRectification: Command<InputOf<typeof checkOperation>> = async (context, { params, body }) => {
  const calendar = await workingCalendarOf(context)
  return changeRectification(context, params.rectificationId, (state) =>
    check(state, { ...body, calendar }, context.member, context.now),
  )
}

/** 申请延期. */
export const askMoreTime: Command<InputOf<typeof askOperation>> = (context, { params, body }) =>
  changeRectification(context, params.rectificationId, (state) => ask(state, body, context.member, context.now))

/** 答复延期申请. */
export const answerMoreTime: Command<InputOf<typeof answerOperation>> = (context, { params, body }) =>
  changeRectification(context, params.rectificationId, (state) => answer(state, body, context.member, context.now))
