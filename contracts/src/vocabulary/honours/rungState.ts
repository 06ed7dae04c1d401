import { z } from 'zod'

/**
 * How a unit stands to one rung: 已持有, 已超过 (it holds a higher one), 申报中, 可以申报, 即将可以申报, 尚不具备, and 记载 for
 * the national ones, which are not applied for here.
 */
export const RUNG_STATES = ['held', 'passed', 'applied', 'open', 'nearly', 'blocked', 'recorded'] as const
export const RungState = z.enum(RUNG_STATES)
export type RungState = z.infer<typeof RungState>

/** 创建计划 of one unit and honour: the rung above, and titles that run out. */
export const PLAN_STATES = ['renewal', 'open', 'nearly', 'applied', 'blocked', 'complete'] as const
export const PlanState = z.enum(PLAN_STATES)
export type PlanState = z.infer<typeof PlanState>
