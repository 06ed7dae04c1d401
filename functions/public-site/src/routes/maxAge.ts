/** Seconds. Together with the half minute in memory, nothing withdrawn is shown for more than a minute and a half. */
export const PAGE_MAX_AGE = 60
/** What is not there now may be there in a moment. */
export const MISSING_MAX_AGE = 5
export const STYLE_MAX_AGE = 3600
