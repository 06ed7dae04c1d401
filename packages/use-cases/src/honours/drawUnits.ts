import type { drawUnits as operation } from '@anjie/contracts/operations/honours'
import { drawUnits as decide } from '@anjie/domain/honours/decisions/draw'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { commitDraw } from './commitDraw.ts'
import { textHash } from './textHash.ts'

/** 抽取 from the frozen list, with a seed drawn by the system at this moment. */
export const drawUnits: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  commitDraw(context, params.roundId, (state) =>
    decide(state, body.count, context.newId(), context.member, textHash, context.now),
  )
