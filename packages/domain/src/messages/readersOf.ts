import type { Membership, Role } from '@anjie/contracts/vocabulary/access/people'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import { rolesOfLevel } from '../access/rolesOfLevel.ts'

/** To whom a line is addressed in a jurisdiction: the holders of one role, or everybody of its level. */
export type Reader = Role | Level

/** An auditor reads and decides nothing. */
export const mayWait = (role: Role): boolean => role !== 'auditor'

interface Readers {
  /** 待办: for whom something waits. */
  readonly work: readonly Role[]
  /** 抄送: to whom something is said. */
  readonly told: readonly Level[]
}

/** What of the lines of their jurisdiction, or of their own unit, somebody reads. */
export function readersOf({ roles, jurisdiction }: Pick<Membership, 'roles' | 'jurisdiction'>): Readers {
  const own = rolesOfLevel(roles, jurisdiction.level)
  return {
    work: own.filter(mayWait),
    told: [jurisdiction.level],
  }
}
