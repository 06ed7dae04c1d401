import { beijingDate } from '@anjie/calendar-cn'

const TAIL = 6

/** 本系统编号: the day and the end of the record's id, short enough to be written into another system by hand. */
export const ownNumber = (now: string, local: string): string =>
  `AJ${beijingDate(now).replaceAll('-', '')}-${local.slice(-TAIL)}`
