import type { Membership } from '@anjie/contracts/vocabulary/access/people'

/** How a request names one of the own posts: its id, and of a post at units which of them. */
export const postKeyOf = ({ id, units }: Pick<Membership, 'id' | 'units'>): string | undefined =>
  id === undefined ? undefined : [id, ...(units ?? [])].join('@')
