import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Hand } from '@anjie/contracts/vocabulary/aftercare/recheck'

/** By whose hand and when a step was taken. */
export const handOf = ({ personId, personName, post }: Membership, at: string): Hand => ({
  personId,
  personName,
  post,
  at,
})
