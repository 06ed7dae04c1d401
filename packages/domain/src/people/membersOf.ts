import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { MembershipRecord } from '@anjie/contracts/vocabulary/people/membershipRecord'

/**
 * The post as a request acts by it, for the log-in that holds it; none for any other, and once it has ended. A post of several units
 * is several to choose from: whoever acts, acts for one.
 */
export function membersOf(
  state: MembershipRecord,
  version: number,
  identity: { readonly text: string; readonly digest: string },
): readonly Membership[] {
  const { personId, boundTo, status, units, honours, scopes } = state
  if (status !== 'in-office' || boundTo !== identity.digest || personId === undefined) return []
  const member: Membership = {
    identity: identity.text,
    personId,
    personName: state.personName,
    post: state.post,
    jurisdiction: state.jurisdiction,
    jurisdictionName: state.jurisdictionName,
    roles: state.roles,
    ...(honours === undefined ? {} : { honours }),
    ...(scopes === undefined ? {} : { scopes }),
    validUntil: state.validUntil,
    version,
    id: state.id,
  }
  if (units === undefined) return [member]
  return units.map(({ id, name }) => ({
    ...member,
    units: [id],
    jurisdictionName: `${state.jurisdictionName}${name}`.slice(0, 60),
  }))
}
