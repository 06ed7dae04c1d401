import { addDays, addMonths, beijingDate } from '@anjie/calendar-cn'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { RENEWAL_DAYS } from '../honours/renewal.ts'

/** 陈述申辩: calendar days after the day on which the unit was told (staff appraisal rule: 10 days to ask for a review). */
export const ANSWER_DAYS = 10
/** 申诉: 30 days to ask, 30 to answer (政府督查工作条例 第17条). */
export const APPEAL_DAYS = 30
export const APPEAL_ANSWER_DAYS = 30
/** 撤销后重新申报: two years (re-check rules of demonstration villages, 2023). 注销 bars nobody. */
export const REAPPLY_MONTHS = 24
/** 自查 that an incident opens. */
export const SELF_CHECK_DAYS = 15
/** A yellow card gives between a week and half a year (model text: one month). */
export const MEND_DAYS = { least: 7, most: 183 } as const
/** 到期提醒: on the day on which a renewal may be applied for. */
export const EXPIRY_TOLD_DAYS = RENEWAL_DAYS

/** The last day of a term that is counted from today: today itself does not count, and the day is over at midnight in Beijing. */
export const lastDay = (at: string, days: number): PlainDate => addDays(beijingDate(at), days)

/** To the last second of the last day in Beijing. */
export const isOver = (until: PlainDate, at: string): boolean => beijingDate(at) > until

export const reapplyDay = (revokedOn: PlainDate): PlainDate => addMonths(revokedOn, REAPPLY_MONTHS)
