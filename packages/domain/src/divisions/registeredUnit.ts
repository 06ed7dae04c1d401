import type { CountyCode, UnitKind } from '@anjie/contracts/vocabulary/divisions'
import type { Unit } from '@anjie/contracts/vocabulary/honours'
import type { UnitId } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
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
  const rule = PARENTS[kind]
  if (rule === 'cannot-be-registered') return refuse('/kind', '县（市、区）由平台运维开通，不在此登记')
  if (rule === 'none' && parent !== undefined) return refuse('/parentId', `${UNIT_KIND_NAMES[kind]}没有上级单位`)
  if (rule === 'township-required' && parent === undefined) return refuse('/parentId', '请选择所属乡镇（街道）')
  if (parent !== undefined && parent.kind !== 'township') return refuse('/parentId', '所属单位应为乡镇（街道）')
  if (parent?.validTo !== undefined) return refuse('/parentId', `${parent.name}已撤并，请选择现行的乡镇（街道）`)
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

const refuse = (pointer: string, detail: string): Result<never, Problem> =>
  err({ code: 'invalid-input', detail, pointer, errors: [{ pointer, detail }] })
