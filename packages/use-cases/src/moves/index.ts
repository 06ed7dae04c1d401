import { carryMoveOn } from './carryMoveOn.ts'
import { confirmMovePlan } from './confirmMovePlan.ts'
import { discardMovePlan, drawMovePlan, redrawMovePlan } from './drawMovePlan.ts'
import { getMovePlan, listMoveLines, listMovePlans } from './queries.ts'

export const MOVES = {
  listMovePlans,
  getMovePlan,
  listMoveLines,
  drawMovePlan,
  redrawMovePlan,
  confirmMovePlan,
  carryMoveOn,
  discardMovePlan,
} as const
