/** 申请复核: 30 days to ask, 30 to answer (政府督查工作条例 第17条). */
export const CONTEST_DAYS = 30
export const CONTEST_ANSWER_DAYS = 30
/** 挂牌、摘牌公布: within five working days (重大事故隐患挂牌督办办法). */
export const PUBLISH_WORKING_DAYS = 5
/** A listing lasts a year at most. */
export const LISTING_MONTHS = 12
/** 回访整改 without days of its own. */
export const RETURN_WORKING_DAYS = 10
