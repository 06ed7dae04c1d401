import type {
  acceptObjection as acceptOperation,
  answerObjection as answerOperation,
  publishObjection as publishOperation,
} from '@anjie/contracts/operations/objections'
import {
  acceptObjection as accept,
  answerObjection as answer,
  publishObjection as publish,
} from '@anjie/domain/objections/steps'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeObjection } from './changeObjection.ts'

/** 接收. */
export const acceptObjection: Command<InputOf<typeof acceptOperation>> = (context, { params }) =>
  changeObjection(context, params.objectionId, (state, objected) =>
    accept(state, context.member, objected, context.now),
  )

/** 答复; the unit is free again unless the objection proved right. */
export const answerObjection: Command<InputOf<typeof answerOperation>> = (context, { params, body }) =>
  changeObjection(
    context,
    params.objectionId,
    (state, objected) => answer(state, body, context.member, objected, context.now),
    body.outcome,
  )

/** 公布. */
export const publishObjection: Command<InputOf<typeof publishOperation>> = (context, { params, body }) =>
  changeObjection(context, params.objectionId, (state, objected) =>
    publish(state, body.text, context.member, objected, context.now),
  )
