import type { FactDetailsOf } from '@anjie/contracts/facts/facts'
import type { MembershipRecord } from '@anjie/contracts/vocabulary/people/membershipRecord'
import { ROLE_NAMES } from '../access/roleNames.ts'

/** 任职 as a fact tells it. */
export function postDetails(state: MembershipRecord): FactDetailsOf<'MembershipGranted'> {
  const { personName, post, roles, units, scopes, validUntil } = state
  return {
    person: personName,
    post,
    roles: roles.map((role) => ROLE_NAMES[role]).join('、'),
    ...(units === undefined ? {} : { units: units.map(({ name }) => name).join('、') }),
    ...(scopes === undefined ? {} : { scopes: scopes.join('、') }),
    validUntil,
  }
}
