import type { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { divisionsOfCounty } from '@anjie/domain/divisions/divisionsOfCounty'
import { type CountedTitle, tallyTitles } from '@anjie/domain/honours/titleBoard'
import { ownerOfCode, viewKeys } from '../../viewKeys.ts'
import type { Write } from '../../write.ts'

/** 县级称号统计 for the county, its city and its province. */
export function titleTallies(county: CountyCode, titles: Iterable<CountedTitle>, order: string): readonly Write[] {
  const document = tallyTitles(county, titles)
  return Object.values(divisionsOfCounty(county)).map((owner) => ({
    table: 'views',
    ...viewKeys.titleTally(ownerOfCode(owner), county),
    order,
    content: { document },
  }))
}
