import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'
import { UNIT_KIND_NAMES } from './unitKindNames.ts'

/** What a kind of unit belongs to within its county. A county is a tenant and no unit of itself. */
const PARENTS = {
  county: 'cannot-be-registered',
  township: 'none',
  department: 'none',
  village: 'township-required',
  community: 'township-required',
  hospital: 'township-optional',
  campus: 'township-optional',
  'police-station': 'township-optional',
  'justice-office': 'township-optional',
} as const satisfies Record<UnitKind, string>

/** Why a unit of this kind cannot be put under this parent, or under none; undefined when it can. */
export function parentFault(kind: UnitKind, parent: Unit | undefined): Problem | undefined {
  const rule = PARENTS[kind]
  if (rule === 'cannot-be-registered') return unitFault('/kind', '县（市、区）由平台运维开通，不在此登记')
  if (rule === 'none' && parent !== undefined) return unitFault('/parentId', `${UNIT_KIND_NAMES[kind]}没有上级单位`)
  if (rule === 'township-required' && parent === undefined) return unitFault('/parentId', '请选择所属乡镇（街道）')
  if (parent !== undefined && parent.kind !== 'township') return unitFault('/parentId', '所属单位应为乡镇（街道）')
  if (parent?.validTo !== undefined) return unitFault('/parentId', `${parent.name}已撤并，请选择现行的乡镇（街道）`)
  return undefined
}

/** A refusal at one field of a unit's form. */
export const unitFault = (pointer: string, detail: string): Problem => ({
  code: 'invalid-input',
  detail,
  pointer,
  errors: [{ pointer, detail }],
})
