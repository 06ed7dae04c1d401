import { addDays, dayText } from '@anjie/calendar-cn'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { parentFault, unitFault } from './unitParent.ts'

export interface UnitChange {
  readonly name: string
  /** The township that the unit belongs to from then on. */
  readonly parent: Unit | undefined
  readonly on: PlainDate
  readonly approvalReference: string
  readonly today: PlainDate
  readonly now: string
}

/** 更名、改隶: a unit under another name or township. Its former name stays with it, so that it is found under both. */
export function changedUnit(unit: Unit, change: UnitChange): Result<Decision<Unit, 'UnitChanged'>, Problem> {
  const { name, parent, on, approvalReference, now } = change
  const fault = unitDayFault(unit, on, change.today) ?? parentFault(unit.kind, parent)
  if (fault !== undefined) return err(fault)
  if (name === unit.name && parent?.id === unit.parentId) {
    return err(unitFault('/name', '名称和所属乡镇（街道）都没有变化'))
  }
  const lastDay = addDays(on, -1)
  const lastRename = unit.formerNames?.at(-1)
  if (name !== unit.name && lastRename !== undefined && lastRename.until >= lastDay) {
    return err(unitFault('/on', `${unit.name}在${addDays(lastRename.until, 1)}已更名一次，变更日期须在其后`))
  }
  const { parentId: _formerParent, parentName: _formerParentName, ...rest } = unit
  return ok({
    next: {
      ...rest,
      name,
      ...(parent === undefined ? {} : { parentId: parent.id, parentName: parent.name }),
      ...(name === unit.name
        ? {}
        : { formerNames: [...(unit.formerNames ?? []), { name: unit.name, until: lastDay }] }),
      updatedAt: now,
    },
    fact: {
      type: 'UnitChanged',
      details: {
        ...(name === unit.name ? {} : { fromName: unit.name, toName: name }),
        ...(parent?.id === unit.parentId
          ? {}
          : { fromParent: unit.parentName ?? '无', toParent: parent?.name ?? '无' }),
        on,
        approvalReference,
      },
    },
  })
}

/** 随乡镇变动: a unit follows its township, which has another name or was merged into another one. */
export const followedTownship = (
  unit: Unit,
  township: Pick<Unit, 'id' | 'name'>,
  { on, approvalReference, now }: Pick<UnitChange, 'on' | 'approvalReference' | 'now'>,
): Decision<Unit, 'UnitChanged'> => ({
  next: { ...unit, parentId: township.id, parentName: township.name, updatedAt: now },
  fact: {
    type: 'UnitChanged',
    details: { fromParent: unit.parentName ?? '无', toParent: township.name, on, approvalReference },
  },
})

/** Why a unit cannot be changed as of this day; undefined when it can. */
export function unitDayFault(unit: Unit, on: PlainDate, today: PlainDate): Problem | undefined {
  if (unit.validTo !== undefined)
    return { code: 'transition-not-allowed', detail: `${unit.name}存续至${dayText(unit.validTo)}，已不能变更` }
  if (on > today) return unitFault('/on', `日期${dayText(on)}晚于今天（${dayText(today)}），请在生效后登记`)
  if (on <= unit.validFrom) return unitFault('/on', `${unit.name}自${dayText(unit.validFrom)}起设立，日期须在其后`)
  return undefined
}
