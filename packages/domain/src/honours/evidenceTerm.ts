import type { CriterionEvidence } from '@anjie/contracts/vocabulary/honours/application'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'

/** Whether a paper's stated time is over. */
export const hasExpired = ({ expiresOn }: Pick<CriterionEvidence, 'expiresOn'>, today: PlainDate): boolean =>
  expiresOn !== undefined && expiresOn < today
