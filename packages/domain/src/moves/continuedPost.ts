import type { MembershipId, UnitId } from '@anjie/contracts/vocabulary/ids'
import type { MembershipRecord } from '@anjie/contracts/vocabulary/people/membershipRecord'
import type { Step } from '../decision.ts'
import { grantPost } from '../people/grantPost.ts'
import type { HonourName } from '../people/postDetails.ts'
import type { PlaceNames } from './movedUnit.ts'

/**
 * 任职随区划划转: whoever holds a post of a county that goes on whole under another code holds the same one there, with the same roles and no more,
 * until the same day. The former post stays, for its history and its open cases. Null where nobody holds it, or it went along already.
 */
export function continuedPost(
  post: MembershipRecord,
  to: PlaceNames,
  id: MembershipId,
  /** Where its units stand now, of a post at units. */
  unitNow: (unit: UnitId) => UnitId | undefined,
  honourName: HonourName,
  at: string,
): { readonly former: Step<'membership'>; readonly granted: Step<'membership'> } | null {
  const { boundTo, personId, units } = post
  if (post.status !== 'in-office' || boundTo === undefined || personId === undefined || post.continuedAs !== undefined)
    return null
  const there = units?.flatMap((unit) => {
    const now = unitNow(unit.id)
    return now === undefined ? [] : [{ id: now, name: unit.name }]
  })
  if (there?.length === 0) return null
  const { status: _status, updatedAt: _at, invitation: _code, continuedAs: _none, units: _units, ...rest } = post
  const granted = grantPost(
    {
      ...rest,
      id,
      boundTo,
      jurisdiction: { level: 'county', code: to.county },
      // Beside the former one it must be told which is which.
      jurisdictionName: `${to.cityName}${to.countyName}`,
      ...(there === undefined ? {} : { units: there }),
    },
    at,
    honourName,
  )
  return {
    former: {
      next: { ...post, continuedAs: id, updatedAt: at },
      fact: { type: 'MembershipContinued', details: { toPlace: to.countyName, membership: id } },
    },
    granted,
  }
}
