import type { freezeDrawList as operation } from '@anjie/contracts/operations/honours'
import { freezeList } from '@anjie/domain/honours/decisions/draw'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { commitDraw } from './commitDraw.ts'
import { textHash } from './textHash.ts'
import { waitingUnits } from './waitingUnits.ts'

/** 锁定名单 of what waits for the own level's check. */
export const freezeDrawList: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  commitDraw(context, params.roundId, async (state) =>
    freezeList(state, await waitingUnits(context, params.roundId), body.reason, context.member, textHash, context.now),
  )
