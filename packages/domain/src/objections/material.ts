import { addDays, beijingDate } from '@anjie/calendar-cn'
import { MATERIAL_DAYS } from '@anjie/contracts/vocabulary/objections/materialDays'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'

/** The same in words. */
export const MATERIAL_KEPT = '8个月'

export const materialKeptUntil = (receivedAt: string): PlainDate => addDays(beijingDate(receivedAt), MATERIAL_DAYS)

/** Seconds since 1970 at which the table deletes it by itself: the end of the last day in Beijing. */
export const expiryOf = (keptUntil: PlainDate): number =>
  Math.floor(Date.parse(`${addDays(keptUntil, 1)}T00:00:00+08:00`) / 1000)

/** Where an attached file lies: under who investigates, whose posts alone read there. */
export const objectionFileKey = (objectionId: string, at: number): string =>
  `objections/${objectionId.slice(0, objectionId.indexOf('.'))}/${objectionId}/${at}`
