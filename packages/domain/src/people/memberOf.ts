import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { MembershipRecord } from '@anjie/contracts/vocabulary/people/membershipRecord'

/** The post as a request acts by it, for the log-in that holds it; undefined for any other, and once it has ended. */
export function memberOf(
  state: MembershipRecord,
  version: number,
  identity: { readonly text: string; readonly digest: string },
): Membership | undefined {
  const { personId, boundTo, status, units, honours, scopes } = state
  if (status !== 'in-office' || boundTo !== identity.digest || personId === undefined) return undefined
  return {
    identity: identity.text,
    personId,
    personName: state.personName,
    post: state.post,
    jurisdiction: state.jurisdiction,
    jurisdictionName: state.jurisdictionName,
    roles: state.roles,
    ...(units === undefined ? {} : { units: units.map(({ id }) => id) }),
    ...(honours === undefined ? {} : { honours }),
    ...(scopes === undefined ? {} : { scopes }),
    validUntil: state.validUntil,
    version,
    id: state.id,
  }
}
