import { addDays, beijingDate } from '@anjie/calendar-cn'
import { MATERIAL_DAYS } from '@anjie/contracts/vocabulary/objections/materialDays'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'

/** The same in words. */
export const MATERIAL_KEPT = '8个月'

export const materialKeptUntil = (receivedAt: string): PlainDate => addDays(beijingDate(receivedAt), MATERIAL_DAYS)

/** Where an attached file lies: under who investigates, whose posts alone read there. */
export const objectionFileKey = (objectionId: string, at: number): string =>
  `objections/${objectionId.slice(0, objectionId.indexOf('.'))}/${objectionId}/${at}`
