import type { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { UnitId } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { UNIT_KIND_NAMES } from './unitKindNames.ts'
import { parentFault } from './unitParent.ts'

export interface UnitRegistration {
  readonly id: UnitId
  readonly county: CountyCode
  readonly kind: UnitKind
  readonly name: string
  readonly validFrom: PlainDate
  /** The unit that was named as parent. */
  readonly parent: Unit | undefined
  readonly now: string
}

/** 登记单位: a new unit in a county's register, under its township where it has one. */
export function registeredUnit(given: UnitRegistration): Result<Decision<Unit, 'UnitRegistered'>, Problem> {
  const { id, county, kind, name, validFrom, parent, now } = given
  const fault = parentFault(kind, parent)
  if (fault !== undefined) return err(fault)
  return ok({
    next: {
      id,
      county,
      kind,
      name,
      ...(parent === undefined ? {} : { parentId: parent.id, parentName: parent.name }),
      validFrom,
      successors: [],
      updatedAt: now,
    },
    fact: { type: 'UnitRegistered', details: { name, kind: UNIT_KIND_NAMES[kind], validFrom } },
  })
}
