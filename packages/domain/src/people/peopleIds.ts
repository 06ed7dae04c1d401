import type { Jurisdiction } from '@anjie/contracts/vocabulary/access/people'
import { InvitationId, MembershipId } from '@anjie/contracts/vocabulary/ids'
import { naturalId } from '../naturalId.ts'

type Digest = (content: unknown) => string

/** A post by what it is: the same person asked twice for the same post is one post. */
export function membershipIdOf(
  jurisdiction: Jurisdiction,
  what: { readonly personName: string; readonly post: string; readonly units: readonly string[] },
  digest: Digest,
): MembershipId {
  const { personName, post, units } = what
  const key = { code: jurisdiction.code, personName, post, units: units.toSorted() }
  return MembershipId.parse(`${jurisdiction.code}.${naturalId(digest(key))}`)
}

/** The post of a log-in that was given without an invitation: one for each jurisdiction. */
export const grantedMembershipId = (jurisdiction: Jurisdiction, boundTo: string, digest: Digest): MembershipId =>
  MembershipId.parse(`${jurisdiction.code}.${naturalId(digest({ code: jurisdiction.code, boundTo }))}`)

/** One way: whoever reads the record does not learn the code. */
export const invitationIdOf = (owner: string, code: string, digest: Digest): InvitationId =>
  InvitationId.parse(`${owner}.${naturalId(digest({ invitation: code }))}`)
