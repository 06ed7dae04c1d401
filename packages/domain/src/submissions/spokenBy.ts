import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { CellRemark } from '@anjie/contracts/vocabulary/submissions/submission'

/** Who says something on a form, as it is shown beside it. */
export const spokenBy = ({ personId, personName, jurisdictionName }: Membership): CellRemark['by'] => ({
  personId,
  personName,
  place: jurisdictionName,
})
