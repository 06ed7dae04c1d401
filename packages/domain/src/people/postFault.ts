import { dayText } from '@anjie/calendar-cn'
import type { Jurisdiction, Role } from '@anjie/contracts/vocabulary/access/people'
import type { HonourCode } from '@anjie/contracts/vocabulary/honours/honourCodes'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { ROLE_NAMES } from '../access/roleNames.ts'
import { rolesOfLevel } from '../access/rolesOfLevel.ts'

const REVIEWERS: ReadonlySet<Role> = new Set(['province-reviewer', 'city-reviewer', 'county-reviewer'])
/** 分管荣誉 restricts what somebody reviews: whoever manages or reports for all is not bound. */
export const mayBeBound = (roles: readonly Role[]): boolean => roles.every((role) => REVIEWERS.has(role))

const LEVEL_NAMES = { province: '省级', city: '市级', county: '县级' } as const

export interface PostToCheck {
  readonly jurisdiction: Jurisdiction
  readonly roles: readonly Role[]
  /** As they stand in the register; undefined where there is none of that id. */
  readonly units?: readonly (Unit | undefined)[] | undefined
  readonly honours?: readonly HonourCode[] | undefined
  readonly validUntil: string
}

/**
 * What is wrong with a post, all at once. A role at the wrong level would grant nothing and look as if it did; a unit's log-in that
 * held a role of the county would be bound to nothing.
 */
export function postFault(
  { jurisdiction, roles, units, honours, validUntil }: PostToCheck,
  today: string,
): Problem | undefined {
  const errors: { pointer: string; detail: string }[] = []
  const misplaced = roles.filter((role) => !rolesOfLevel(roles, jurisdiction.level).includes(role))
  if (misplaced.length > 0)
    errors.push({
      pointer: '/roles',
      detail: `${misplaced.map((role) => ROLE_NAMES[role]).join('、')}不能在${LEVEL_NAMES[jurisdiction.level]}任职`,
    })
  const below = roles.includes('unit-reporter')
  if (below && roles.length > 1)
    errors.push({ pointer: '/roles', detail: '单位填报人只办理本单位的事，不能兼任县级岗位；兼任的另设一个任职' })
  if (below && units === undefined) errors.push({ pointer: '/units', detail: '单位填报人必须选定所在单位' })
  if (!below && units !== undefined) errors.push({ pointer: '/units', detail: '只有单位填报人绑定所在单位' })
  units?.forEach((unit, index) => {
    if (unit === undefined) errors.push({ pointer: `/units/${index}`, detail: '没有找到这个单位' })
    else if (unit.validTo !== undefined && unit.validTo < today)
      errors.push({ pointer: `/units/${index}`, detail: `${unit.name}已于${dayText(unit.validTo)}终止` })
  })
  if (honours !== undefined && !mayBeBound(roles))
    errors.push({ pointer: '/honours', detail: '只有审核人可以限定分管的荣誉类型' })
  if (validUntil < today) errors.push({ pointer: '/validUntil', detail: '有效期应不早于今天' })
  const [first] = errors
  if (first === undefined) return undefined
  return {
    code: 'invalid-input',
    detail: errors.map(({ detail }) => detail).join('；'),
    pointer: first.pointer,
    errors,
  }
}
