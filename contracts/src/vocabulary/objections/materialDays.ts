/**
 * How long who objected, how to reach them, what they wrote and attached is kept, from the day of receipt: notice, investigation and the
 * six months in which somebody may go to court about the answer.
 */
export const MATERIAL_DAYS = 240
