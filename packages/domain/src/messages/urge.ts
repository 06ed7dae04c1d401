import type { Membership, Role } from '@anjie/contracts/vocabulary/access/people'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import { MAX_KEPT_URGINGS, type Urging } from '@anjie/contracts/vocabulary/messages/urging'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { beijingDay, err, ok, type Result } from '@anjie/kernel'
import { ROLE_NAMES } from '../access/roleNames.ts'
import type { StatusOwner } from '../workflow/transition.ts'

/** 限催: so many times a day for one case, all levels together, and not at once after one another. */
export const MAX_URGED_A_DAY = 2
const MINUTES_BETWEEN = 3
const MINUTE_MS = 60_000

/** Who urges at each level; a county its own units. */
export const URGING_ROLES = [
  'province-admin',
  'province-reviewer',
  'city-reviewer',
  'county-admin',
] as const satisfies readonly Role[]

const HEIGHT: Readonly<Record<Level, number>> = { county: 0, city: 1, province: 2 }

/** What of a case an urging names. */
export type UrgedCase = Omit<Urging, 'urged' | 'to' | 'verb'> & {
  readonly owner: StatusOwner | null
  /** Division code of the owner's jurisdiction. */
  readonly ownerCode: string
  /** The case is a grassroots unit's, which lies below its county. */
  readonly ofUnit: boolean
}

/** May this post urge whoever has the case? The level above, and a county for its units. */
export function mayUrge(
  { owner, ofUnit }: Pick<UrgedCase, 'owner' | 'ofUnit'>,
  { roles, jurisdiction: { level } }: Pick<Membership, 'roles' | 'jurisdiction'>,
): boolean {
  if (owner === null || !URGING_ROLES.some((role) => roles.includes(role))) return false
  return HEIGHT[level] > HEIGHT[owner.level] || (level === 'county' && owner.level === 'county' && ofUnit)
}

/** How many are left today. */
export const urgingsLeft = (former: Urging | null, now: string): number =>
  MAX_URGED_A_DAY - (former?.urged.filter(({ at }) => beijingDay(at) === beijingDay(now)).length ?? 0)

/** 催报: tells the post in whose hands a case is that it is waited for. It changes nothing of the case. */
export function urge(
  former: Urging | null,
  { owner, ownerCode, ofUnit, ...named }: UrgedCase,
  member: Membership,
  emergency: string | undefined,
  now: string,
): Result<Urging, Problem> {
  if (owner === null) return err({ code: 'transition-not-allowed', detail: '事项已办结，不需要催报' })
  if (!mayUrge({ owner, ofUnit }, member))
    return err({ code: 'not-permitted', detail: `事项在${ROLE_NAMES[owner.role]}办理，由其上一级催报` })
  if (urgingsLeft(former, now) <= 0)
    return err({ code: 'urged-enough', detail: `同一事项每日最多催报${MAX_URGED_A_DAY}次，今日已满` })
  const last = former?.urged.at(-1)
  if (last !== undefined && Date.parse(now) - Date.parse(last.at) < MINUTES_BETWEEN * MINUTE_MS)
    return err({ code: 'urged-enough', detail: `刚刚催报过，两次催报至少间隔${MINUTES_BETWEEN}分钟` })
  const { jurisdiction, jurisdictionName } = member
  const one = {
    at: now,
    by: jurisdiction.level,
    byName: jurisdictionName,
    ...(emergency === undefined ? {} : { emergency }),
  }
  return ok({
    ...named,
    to: { level: owner.level, code: ownerCode, role: owner.role },
    verb: owner.verb,
    urged: [...(former?.urged ?? []), one].slice(-MAX_KEPT_URGINGS),
  })
}
