import type { confirmMovePlan as operation } from '@anjie/contracts/operations/moves'
import { confirmedPlan } from '@anjie/domain/moves/moveSteps'
import { err } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { basisOf, drawingOf } from './drawMovePlan.ts'
import { commitMovePlan, findMovePlan } from './findMovePlan.ts'

/** 确认 by another person: only what stands there today is confirmed, so a plan that was overtaken is drawn up anew first. */
export const confirmMovePlan: Command<InputOf<typeof operation>> = async (context, { params }) => {
  const found = await findMovePlan(context, params.planId, 'confirm')
  if (!found.ok) return found
  const { state, version } = found.value
  const now = await drawingOf(context, state)
  if (!now.ok) return now
  if (basisOf(context, now.value) !== state.basis)
    return err({
      code: 'transition-not-allowed',
      detail: '拟定以后单位、称号、在办事项、名额或任职又有变动，请先重新拟定方案，核对后再确认',
    })
  return commitMovePlan(context, version, confirmedPlan(state, context.member, context.now))
}
