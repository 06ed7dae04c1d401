import type { carryMoveOn as operation } from '@anjie/contracts/operations/moves'
import { type MoveLine, type MovePlan, moveParts } from '@anjie/contracts/vocabulary/moves/movePlan'
import { appliedPlan } from '@anjie/domain/moves/moveSteps'
import { ok } from '@anjie/kernel'
import { divisionRecord } from '../divisions/divisionRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command, CommandContext } from '../ports.ts'
import { carryTownship } from './carryTownship.ts'
import { type CountyMove, carryLine, carryTitlesAfter } from './countyLines.ts'
import { placeNames } from './countySurroundings.ts'
import { commitMovePlan, findMovePlan } from './findMovePlan.ts'

/** One call deals with as much as fits into this; the page calls again and shows how far it is. */
const STRETCH_MILLISECONDS = 4_000
/** Lines of one piece: done, they are noted together. */
const LINES_A_PIECE = 10

/** Pieces of a plan, and one more at the end for what was named while it was carried out. */
export const piecesOf = ({ lines }: Pick<MovePlan, 'lines'>): number => Math.ceil(lines / LINES_A_PIECE) + 1

/**
 * 办理一段: carries lines out from where the last call ended. Each line looks at what stands there now and leaves what is done as it is, so
 * a call that was stopped after any write is simply made again; townships stand before what lies in them.
 */
export const carryMoveOn: Command<InputOf<typeof operation>> = async (context, { params }) => {
  const found = await findMovePlan(context, params.planId, 'carry-on')
  if (!found.ok) return found
  const { state: plan, version } = found.value
  const begun = performance.now()
  const isTimeLeft = () => performance.now() - begun < STRETCH_MILLISECONDS
  const finished = await context.store.finishedPieces('move-plan', plan.id)
  const lines = await linesOf(context, plan)
  const unfinished = ok({ id: plan.id, version, status: plan.status, unchanged: true as const })
  const last = piecesOf(plan) - 1
  const move = plan.kind === 'county' ? await moveOf(context, plan) : undefined
  for (let piece = 0; piece <= last; piece++) {
    if (finished.has(piece)) continue
    if (!isTimeLeft()) return unfinished
    if (piece < last) {
      for (const line of lines.slice(piece * LINES_A_PIECE, (piece + 1) * LINES_A_PIECE))
        if (move !== undefined) await carryLine(context, move, line)
    } else if (move !== undefined) await carryTitlesAfter(context, plan)
    else {
      const done = await carryTownship(context, plan, lines)
      if (!done.ok) return done
    }
    await context.store.finishPiece('move-plan', plan.id, piece)
  }
  const passedOver = lines.filter(({ fate }) => UNTOUCHED.has(fate)).length
  return commitMovePlan(
    context,
    version,
    appliedPlan(plan, { done: lines.length - passedOver, passedOver }, context.now),
  )
}

/** By the record itself: the tree at hand may be older than the county. */
async function moveOf(context: CommandContext, plan: MovePlan): Promise<CountyMove> {
  const { state: tree } = await divisionRecord(context)
  return { plan, from: placeNames(tree, plan.from.code), to: placeNames(tree, plan.to.code) }
}

/** What stays as it is. */
const UNTOUCHED: ReadonlySet<MoveLine['fate']> = new Set(['finished-here', 'stays', 'kept'])

async function linesOf({ store }: CommandContext, plan: MovePlan): Promise<readonly MoveLine[]> {
  const parts = await Promise.all(
    Array.from({ length: plan.parts }, (_, part) =>
      store.getPart('move-plan', plan.id, moveParts.lines(plan.drawing, part)),
    ),
  )
  return parts.flatMap((part) => {
    if (part === undefined) throw new Error(`${plan.id} lacks some of its lines`)
    return part
  })
}
