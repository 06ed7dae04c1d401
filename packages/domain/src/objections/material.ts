import { addDays, beijingDate } from '@anjie/calendar-cn'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'

/**
 * How long who objected, how to reach them, what they wrote and attached is kept, from the day of receipt: notice, investigation and the
 * six months in which somebody may go to court about the answer.
 */
export const MATERIAL_DAYS = 240
export const MATERIAL_KEPT = '8个月'

export const materialKeptUntil = (receivedAt: string): PlainDate => addDays(beijingDate(receivedAt), MATERIAL_DAYS)

/** Seconds since 1970 at which the table deletes it by itself: the end of the last day in Beijing. */
export const expiryOf = (keptUntil: PlainDate): number =>
  Math.floor(Date.parse(`${addDays(keptUntil, 1)}T00:00:00+08:00`) / 1000)

/** Where an attached file lies: under who investigates, whose posts alone read there. */
export const objectionFileKey = (objectionId: string, at: number): string =>
  `objections/${objectionId.slice(0, objectionId.indexOf('.'))}/${objectionId}/${at}`
