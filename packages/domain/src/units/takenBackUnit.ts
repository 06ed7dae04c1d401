import { addDays, dayText } from '@anjie/calendar-cn'
import type { Fact } from '@anjie/contracts/facts/envelope'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'

export interface UnitTakingBack {
  /** The unit's newest fact: what is taken back. */
  readonly last: Pick<Fact, 'type' | 'details'> | undefined
  /** What refers to the unit, each in a few words; only of a registration. */
  readonly standing: readonly string[]
  readonly reason: string
  readonly now: string
}

/**
 * 撤回登记: the newest step of a unit, entered by mistake, is taken back as a step of its own; what was recorded stays recorded. A registration
 * is taken back only while nothing refers to the unit; then its name is free again.
 */
export function takenBackUnit(
  unit: Unit,
  { last, standing, reason, now }: UnitTakingBack,
): Result<Decision<Unit, 'UnitStepTakenBack'>, Problem> {
  const taken = (next: Unit, step: string): Result<Decision<Unit, 'UnitStepTakenBack'>, Problem> =>
    ok({ next: { ...next, updatedAt: now }, fact: { type: 'UnitStepTakenBack', details: { step, reason } } })
  if (last?.type === 'UnitRegistered') {
    if (standing.length > 0) return refuse(`${unit.name}已有${standing.join('、')}，登记不能撤回`)
    return taken({ ...unit, validTo: addDays(unit.validFrom, -1), withdrawn: true }, '登记')
  }
  if (last?.type === 'UnitChanged') {
    const former = unit.formerNames?.at(-1)
    if (
      typeof last.details['fromName'] !== 'string' ||
      last.details['fromParent'] !== undefined ||
      former === undefined
    )
      return refuse(`${unit.name}改属其他乡镇（街道）的变更不能撤回，请登记一次新的变更`)
    return taken(
      { ...unit, name: former.name, formerNames: (unit.formerNames ?? []).slice(0, -1) },
      `更名为“${unit.name}”`,
    )
  }
  if (last?.type === 'UnitEnded' && unit.validTo !== undefined) {
    if (unit.kind === 'township' && unit.successors.length > 0)
      return refuse(`${unit.name}的所辖单位已随之划转，撤并不能撤回；确需恢复的，请重新登记并逐个改属`)
    const { validTo, ...rest } = unit
    return taken({ ...rest, successors: [], formerNames: unit.formerNames ?? [] }, `存续至${dayText(validTo)}`)
  }
  return refuse(`${unit.name}最近一次办理不能撤回`)
}

const refuse = (detail: string): Result<never, Problem> => err({ code: 'transition-not-allowed', detail })
