import { addDays, dayText } from '@anjie/calendar-cn'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { unitDayFault } from './changedUnit.ts'
import { UNIT_KIND_NAMES } from './unitKindNames.ts'
import { unitFault } from './unitParent.ts'

export interface UnitEnd {
  /** None: dissolved. One: merged into it. Several: divided into them. */
  readonly successors: readonly Unit[]
  /** Since this day the successors stand in its place. */
  readonly on: PlainDate
  readonly approvalReference: string
  /** Applications of the unit that are neither named nor rejected. */
  readonly openApplications: readonly Pick<Application, 'roundName'>[]
  /** Current units that lie in it, of a township. */
  readonly below: readonly Unit[]
  readonly today: PlainDate
  readonly now: string
}

/** A village may be taken over by a community and the other way round (村改居); every other kind by its own kind. */
const family = (kind: UnitKind): UnitKind => (kind === 'community' ? 'village' : kind)

/**
 * 撤并单位: the unit ends the day before, with its successors. Its titles are not touched here: what becomes of them is the
 * decision of whoever conferred them.
 */
export function endedUnit(unit: Unit, end: UnitEnd): Result<Decision<Unit, 'UnitEnded'>, Problem> {
  const { successors, on, approvalReference, openApplications, below, now } = end
  const fault = unitDayFault(unit, on, end.today) ?? successorFault(unit, successors)
  if (fault !== undefined) return err(fault)
  const [open] = openApplications
  if (open !== undefined) {
    const rounds = openApplications.map(({ roundName }) => `“${roundName}”`).join('、')
    return err({
      code: 'transition-not-allowed',
      detail: `${unit.name}在${rounds}的申报尚未办结，请先撤回或办结该申报，再登记撤并`,
    })
  }
  const [first] = below
  if (first !== undefined && successors.length !== 1) {
    const detail = `${unit.name}下还有${first.name}等${below.length}个现行单位；请先把它们改到其他乡镇（街道），再登记`
    return err(unitFault('/successors', detail))
  }
  const names = successors.map(({ name }) => name).join('、')
  return ok({
    next: { ...unit, validTo: addDays(on, -1), successors: successors.map(({ id }) => id), updatedAt: now },
    fact: {
      type: 'UnitEnded',
      details: {
        successor: successors.length === 0 ? '撤销' : successors.length === 1 ? `并入${names}` : `分设为${names}`,
        on,
        approvalReference,
      },
    },
  })
}

function successorFault(unit: Unit, successors: readonly Unit[]): Problem | undefined {
  for (const [index, each] of successors.entries()) {
    const pointer = `/successors/${index}`
    if (each.id === unit.id) return unitFault(pointer, `${unit.name}不能承继自己`)
    if (successors.findIndex(({ id }) => id === each.id) < index) return unitFault(pointer, `${each.name}重复列入`)
    if (each.validTo !== undefined)
      return unitFault(pointer, `${each.name}存续至${dayText(each.validTo)}，请选择现行单位`)
    if (family(each.kind) !== family(unit.kind)) {
      const kinds = `${UNIT_KIND_NAMES[unit.kind]}不能由${UNIT_KIND_NAMES[each.kind]}承继`
      return unitFault(pointer, `${kinds}，请选择同类单位`)
    }
  }
  return undefined
}
