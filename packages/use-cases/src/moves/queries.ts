import type {
  getMovePlan as getOperation,
  listMoveLines as linesOperation,
  listMovePlans as listOperation,
} from '@anjie/contracts/operations/moves'
import { type MovePlan, moveParts } from '@anjie/contracts/vocabulary/moves/movePlan'
import { allowedMoveActions } from '@anjie/domain/moves/moveTransitions'
import { ok } from '@anjie/kernel'
import { allRows } from '../allRows.ts'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'
import { piecesOf } from './carryMoveOn.ts'

/** 迁移方案 of this jurisdiction, the newest first. */
export const listMovePlans: Query<InputOf<typeof listOperation>, OutputOf<typeof listOperation>> = async ({ store }) =>
  ok({ rows: (await allRows(store, 'move-plan')).toSorted((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1)) })

export const getMovePlan: Query<InputOf<typeof getOperation>, OutputOf<typeof getOperation>> = async (
  context,
  { params },
) => {
  const { store, member } = context
  const found = await findRecord(context, 'move-plan', params.planId)
  if (!found.ok) return found
  const { state } = found.value
  const of = piecesOf(state)
  return ok({
    ...found.value,
    allowed: allowedMoveActions(state, member),
    progress: { of, done: await doneOf(store, state, of) },
    ...(await timelineOf(store, 'move-plan', state.id)),
  })
}

async function doneOf(store: Parameters<typeof timelineOf>[0], { id, status }: MovePlan, of: number): Promise<number> {
  if (status === 'applied') return of
  return status === 'applying' ? (await store.finishedPieces('move-plan', id)).size : 0
}

/** Some lines of a plan, as it was drawn up last. */
export const listMoveLines: Query<InputOf<typeof linesOperation>, OutputOf<typeof linesOperation>> = async (
  context,
  { params, query },
) => {
  const found = await findRecord(context, 'move-plan', params.planId)
  if (!found.ok) return found
  const { id, drawing, parts } = found.value.state
  const lines =
    query.part < parts ? await context.store.getPart('move-plan', id, moveParts.lines(drawing, query.part)) : []
  return ok({ lines: lines ?? [], parts })
}
