import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { RoundId } from '@anjie/contracts/vocabulary/ids'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { RecordState } from '@anjie/contracts/vocabulary/records'
import { codeOf } from '@anjie/domain/access/index'
import { noDraws } from '@anjie/domain/honours/decisions/draw'
import { drawId } from '@anjie/domain/honours/recordIds'
import { ok, type Result } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { QueryContext } from '../ports.ts'

interface DrawsFound {
  readonly round: Round
  readonly id: string
  readonly state: RecordState<'draw'>
  readonly version: number
}

/** Draws of the caller's jurisdiction in a round; version 0 where nothing was drawn yet. */
export async function findDraws(context: QueryContext, roundId: RoundId): Promise<Result<DrawsFound, Problem>> {
  const round = await findRecord(context, 'round', roundId)
  if (!round.ok) return round
  const id = drawId(round.value.state, codeOf(context.scope))
  const found = await context.store.get('draw', id)
  return ok({
    round: round.value.state,
    id,
    state: found?.state ?? noDraws(round.value.state, context.now),
    version: found?.version ?? 0,
  })
}
