import type { getDraws as operation } from '@anjie/contracts/operations/honours'
import { isDrawRight } from '@anjie/domain/honours/draw'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { findDraws } from './draws.ts'
import { textHash } from './textHash.ts'
import { waitingUnits } from './waitingUnits.ts'

/** 随机抽取 of the own level in a round, worked out once more from list and seed whenever it is read. */
export const getDraws: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context, { params }) => {
  const found = await findDraws(context, params.roundId)
  if (!found.ok) return found
  const { state, version, round } = found.value
  const waiting = await waitingUnits(context, params.roundId)
  return ok({
    state,
    version,
    roundName: round.name,
    waiting: waiting.length,
    isRight: state.draws.every((draw) => isDrawRight(draw, textHash)),
  })
}
