import type { Membership, Role } from '@anjie/contracts/vocabulary/access/people'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'

/** At which level a role can be held: a province's role in a county's membership is a slip, and grants nothing. */
export const ROLE_LEVELS = {
  'province-admin': 'province',
  'province-reviewer': 'province',
  auditor: 'province',
  'city-reviewer': 'city',
  'county-admin': 'county',
  'county-reviewer': 'county',
  'county-reporter': 'county',
  'unit-reporter': 'county',
} as const satisfies Record<Role, Level>

/** Those of a post's roles that count: at its level, and a unit's reporter with a unit, everybody else without one. */
export const rolesOfPost = ({ roles, jurisdiction, units }: Pick<Membership, 'roles' | 'jurisdiction' | 'units'>) =>
  rolesOfLevel(roles, jurisdiction.level).filter((role) => (role === 'unit-reporter') === (units !== undefined))

/** Those of the roles that count at this level. */
export const rolesOfLevel = (roles: readonly Role[], level: Level): readonly Role[] =>
  roles.filter((role) => ROLE_LEVELS[role] === level)
