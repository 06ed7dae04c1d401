/** 异议核查期限, in working days, where a notice does not set another one. */
export const USUAL_OBJECTION_DAYS = 10
