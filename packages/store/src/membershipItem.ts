import { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Item } from './tables.ts'

/** The item of the memberships table: one per identity (`<issuer>#<subject>`). */
export const membershipItem = (membership: Membership): Item & { readonly pk: string } => ({
  pk: membership.identity,
  version: membership.version,
  membership: JSON.stringify(membership),
})

export function membershipOfItem(item: Readonly<Record<string, unknown>>): Membership {
  const text = item['membership']
  if (typeof text !== 'string') throw new Error('an item of the memberships table holds no membership')
  return Membership.parse(JSON.parse(text))
}
