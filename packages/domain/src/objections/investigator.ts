import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { namingCode, namingLevel } from '../divisions/namingLevel.ts'

/** Who looks into objections to a list: whoever names, and of a county's list the city, because the county itself put the unit forward. */
export const investigatorOf = (batchId: string): string =>
  namingLevel(batchId) === 'county' ? cityCodeOf(CountyCode.parse(namingCode(batchId))) : namingCode(batchId)
